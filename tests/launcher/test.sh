# shellcheck shell=sh disable=SC2154
# Part of the launcher, with its functions and variables: `./nacre test`.

python_has() { /usr/bin/python3 -c "import $1" >/dev/null 2>&1; }

# What the tests use beyond Java: a real Jupyter, its kernel checker, a reader of HDF5, a browser.
test_packages() {
    have jupyter-notebook && runs /usr/bin/jupyter-notebook || echo jupyter-notebook
    [ -x /usr/bin/jupyter-nbconvert ] || echo jupyter-nbconvert
    python_has jupyter_console || echo jupyter-console
    python_has jupyter_client || echo python3-jupyter-client
    python_has jupyter_kernel_test || echo python3-jupyter-kernel-test
    python_has h5py || echo python3-h5py
    have chromium || echo chromium
    have chromedriver || echo chromium-driver
}

test_tools() {
    missing=$(test_packages | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086 # a list of packages
    if as_root && have apt-get && apt_install $missing; then
        return 0
    fi
    say "Missing, and the tests that need it will fail: $missing"
    have apt-get && say "To get it: sudo apt-get update && sudo apt-get install $missing"
    return 0
}

test_help() {
    cat <<'END'
Check everything, as the build server does: formatting, all tests, every lesson.

  ./nacre test [options of Maven]    such as -Dtest=SomeTest -Dsurefire.failIfNoSpecifiedTests=false
END
}

# Runs everything; of what Maven says, what tells how the tests went.
check_all() {
    case ${1:-} in
        -h | --help) test_help; exit 0 ;;
    esac
    need_jdk test
    need_maven
    mkdir -p "$state"
    test_tools
    build
    {
        maven verify "$@"
        echo $? >"$state/status"
    } 2>&1 | tee "$state/test.log" \
        | grep --line-buffered -E '^\[INFO\] -+< |Tests run:|^\[ERROR\]|BUILD (SUCCESS|FAILURE)|Total time'
    status=$(cat "$state/status")
    [ "$status" -eq 0 ] || say "The whole output is in .nacre/test.log."
    return "$status"
}
