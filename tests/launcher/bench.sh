# shellcheck shell=sh disable=SC2154
# Part of the launcher, with its functions and variables: `./nacre bench`.

bench_help() {
    cat <<'END'
Measure on this machine.

  ./nacre bench [-t THREADS] [-r ROUNDS] [NAME …]   the engine beside OpenBLAS and PyTorch, where installed; NAME is a
                                                    part of a workload's name: product, conv, mlp, cnn, lstm, one, …
  ./nacre bench cold memory                         start of a process to the end of its first epoch; memory in training
  ./nacre bench --peers [… as above]                beside TensorFlow-Java, DJL, DL4J and oneDNN too, from Maven Central
  ./nacre bench --without PyTorch [… as above]      some are so slow with several threads that one would wait for an hour
  ./nacre bench jmh [options of JMH] [REGEX]        kernels one by one, by the JDK's own measuring tool
  ./nacre bench first-chart                         from a fresh clone to the first chart in the browser
  ./nacre bench soak [CELLS] [SEED]                 a kernel after 10,000 cells of all kinds, some stopped
  ./nacre bench fuzz [MESSAGES] [STOPS] [SEED]      a kernel among 100,000 hostile messages and 1,000 stops
  ./nacre bench kernel [-r ROUNDS] [--peers] [KERNEL …]
                                                    start, cells, output and memory of the kernel, beside
                                                    others that Jupyter knows (python3 if none is named);
                                                    --peers: beside those on a JVM that Maven Central has
END
}

# Sets `python` to one that has Jupyter's client.
find_client() {
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import jupyter_client' 2>/dev/null && return
    done
    fail "No Python has jupyter_client: sudo apt-get install python3-jupyter-client"
}

# Torments a kernel of its own through Jupyter's client: $1 is soak or fuzz.
endure() {
    trial=$1
    shift
    case $trial in
        soak) [ $# -ge 2 ] || set -- "${1:-10000}" 7 ;;
        fuzz) [ $# -ge 3 ] || set -- "${1:-100000}" "${2:-1000}" 7 ;;
    esac
    find_client
    JUPYTER_DATA_DIR=$state/$trial
    JUPYTER_RUNTIME_DIR=$state/$trial/runtime
    export JUPYTER_DATA_DIR JUPYTER_RUNTIME_DIR
    "$home/nacre" install || exit 1
    exec "$python" "$home/tests/src/test/resources/jupyter/$trial.py" "$@"
}

# The jars of other kernels on a JVM; one that cannot be had is left out.
fetch_peers() {
    need_maven
    for peer in rapaio kotlin; do
        [ ! -d "$state/peers/$peer/lib" ] || continue
        say "Fetching the kernel $peer …"
        maven -q -f "$home/tests/src/main/resources/nacre/bench/peers.xml" -P "$peer" dependency:copy-dependencies \
            "-DoutputDirectory=$state/peers/$peer/lib" >"$state/bench.log" 2>&1 \
            || say "It cannot be fetched; .nacre/bench.log says why."
    done
}

# The kernel as it is installed, in a folder of its own.
bench_kernel() {
    peers=
    for argument; do
        shift
        case $argument in
            --peers) peers=yes ;;
            *) set -- "$@" "$argument" ;;
        esac
    done
    need_jdk bench
    build
    find_client
    mkdir -p "$state"
    say "Installing the kernel for the measurement …"
    if ! (start -- install --prefix "$state/bench") >"$state/bench.log" 2>&1; then
        cat "$state/bench.log" >&2
        exit 1
    fi
    if [ -n "$peers" ]; then
        fetch_peers
        set -- --peers "$state/peers" --java "$jdk/bin/java" "$@"
    fi
    exec "$python" "$home/tests/src/main/resources/nacre/bench/kernel.py" \
        --kernels "$state/bench/share/jupyter/kernels" "$@"
}

# The same as package(), with the measuring programs: $1 is the module, then options of Maven.
package_bench() {
    module=$1
    shift
    maven -q -pl "$module" -am -Dmaven.test.skip=true -Dspotless.check.skip=true "$@" package >"$state/bench.log" 2>&1
}

# Each of the other libraries by itself: one that cannot be fetched does not keep out the rest.
package_peers() {
    for peer in tensorflow djl dl4j onednn; do
        printf 'Building the bench with %s … ' "$peer" >&2
        if package_bench "tests/peers/$peer" -Ppeers -o || package_bench "tests/peers/$peer" -Ppeers; then
            say "done."
        else
            say "failed:"
            grep -m 1 ERROR "$state/bench.log" >&2
        fi
    done
}

bench() {
    measure=nacre.bench.Bench
    classes=
    case ${1:-} in
        -h | --help) bench_help; exit 0 ;;
        first-chart) measure=nacre.bench.FirstChart; shift ;;
        soak | fuzz) endure "$@" ;;
        kernel) shift; bench_kernel "$@" ;;
        jmh) measure=org.openjdk.jmh.Main; classes="$home/tests/jmh/target/classes:$home/tests/jmh/target/lib/*:"; shift ;;
    esac
    need_jdk bench
    build
    need_maven
    lock
    if [ -n "$classes" ]; then
        package_bench tests/jmh -Pjmh -o || package_bench tests/jmh -Pjmh || { cat "$state/bench.log" >&2; exit 1; }
    else
        package_bench tests -o || package_bench tests || { cat "$state/bench.log" >&2; exit 1; }
        case " $* " in *" --peers "*) package_peers ;; esac
    fi
    unlock
    # shellcheck disable=SC2086 # the options are words of their own; they are those of the kernel
    exec "$jdk/bin/java" $java_options -XX:+UseSerialGC -Xms64m -XX:-UseDynamicNumberOfCompilerThreads \
        --add-modules=jdk.incubator.vector ${NACRE_JAVA_OPTS:-} -Dnacre.home="$home" -cp "$classes$home/tests/target/classes:$home/kernel/target/lib/*" \
        "$measure" "$@"
}
