package nacre.kernel.shell;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Java's own interface for tools, JVMTI: it can throw in another thread, which no method of Java
/// can any more, and give a class of the JDK other code.
///
/// That needs no native code of ours: JNI and JVMTI are tables of functions, which their
/// specifications number. JNI speaks of objects by handles, which are good until this thread calls
/// the next native method. So all numbers and names are got ready first, and nothing but those
/// functions stands between the handles and their use; and the objects lie in fields of the current
/// thread, where JNI finds them.
///
/// For the thread that made it only.
@SuppressWarnings("restricted") // the options of the kernel allow it
final class Tools implements AutoCloseable {
    private static final int JNI = 0x00010008; // versions
    private static final int JVMTI = 0x30010200;
    private static final int CAN_REDEFINE_CLASSES = 1 << 9;
    private static final int CAN_SIGNAL_THREAD = 1 << 10;
    private static final int CAPABILITIES = 16; // bytes
    private static final long DEFINITION = 3 * ADDRESS.byteSize(); // class, length, code
    private static final int SETTLED = 1_000; // Java makes a handle its own form at 127 calls

    /// Calls any of the functions; one that takes less does not look at the rest.
    private static final MethodHandle CALL =
            Linker.nativeLinker()
                    .downcallHandle(
                            FunctionDescriptor.of(
                                    JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private final Arena memory = Arena.ofConfined();
    private final long jvm = jvm();
    private final long jni = environment(JNI);
    private final long jvmti = environment(JVMTI);

    private final MemorySegment findClass = function(jni, 6);
    private final MemorySegment getObjectClass = function(jni, 31);
    private final MemorySegment getField = function(jni, 94);
    private final MemorySegment getObject = function(jni, 95);
    private final MemorySegment getStaticMethod = function(jni, 113);
    private final MemorySegment callStaticMethod = function(jni, 116);
    private final MemorySegment stopThread = function(jvmti, 6);
    private final MemorySegment redefineClasses = function(jvmti, 86);

    private final long threadClass = text("java/lang/Thread");
    private final long currentThread = text("currentThread");
    private final long currentThreadType = text("()Ljava/lang/Thread;");
    private final long threadType = text("Ljava/lang/Thread;");
    private final long thrownType = text("Ljava/lang/Throwable;");

    Tools() {
        MemorySegment capabilities = memory.allocate(CAPABILITIES);
        capabilities.set(JAVA_INT, 0, CAN_REDEFINE_CLASSES | CAN_SIGNAL_THREAD);
        call(function(jvmti, 141), jvmti, capabilities.address(), 0, 0);
        MemorySegment getVersion = function(jni, 4);
        for (int i = 0; i < SETTLED; i++) { // that calls native methods, so it must not come later
            call(getVersion, jni, 0, 0, 0);
        }
    }

    /// Throws in another thread.
    ///
    /// @param threadField the field of the current thread that has the other thread
    /// @param thrownField the field, a `Throwable`, that has what is thrown
    void stopThread(String threadField, String thrownField) {
        long threadName = text(threadField);
        long thrownName = text(thrownField);
        long threads = call(findClass, jni, threadClass, 0, 0);
        long current = call(getStaticMethod, jni, threads, currentThread, currentThreadType);
        long self = call(callStaticMethod, jni, threads, current, 0);
        long selfClass = call(getObjectClass, jni, self, 0, 0);
        long toThread = call(getField, jni, selfClass, threadName, threadType);
        long toThrown = call(getField, jni, selfClass, thrownName, thrownType);
        long thread = call(getObject, jni, self, toThread, 0);
        long thrown = call(getObject, jni, self, toThrown, 0);
        call(stopThread, jvmti, thread, thrown, 0);
    }

    /// Gives a class of the JDK other code.
    ///
    /// @return whether Java took it
    boolean redefine(Class<?> type, byte[] bytes) {
        MemorySegment name = memory.allocateFrom(type.getName().replace('.', '/'));
        MemorySegment code = memory.allocateFrom(JAVA_BYTE, bytes);
        MemorySegment definition = memory.allocate(DEFINITION);
        definition.set(JAVA_INT, ADDRESS.byteSize(), bytes.length);
        definition.set(ADDRESS, 2 * ADDRESS.byteSize(), code);
        long found = call(findClass, jni, name.address(), 0, 0);
        definition.set(JAVA_LONG, 0, found);
        return (int) call(redefineClasses, jvmti, 1, definition.address(), 0) == 0;
    }

    private long jvm() {
        MemorySegment found = memory.allocate(ADDRESS);
        call(
                SymbolLookup.libraryLookup(library(), memory).findOrThrow("JNI_GetCreatedJavaVMs"),
                found.address(),
                1,
                memory.allocate(JAVA_INT).address(),
                0);
        return found.get(JAVA_LONG, 0);
    }

    /// What JNI or JVMTI is to this thread.
    private long environment(int version) {
        MemorySegment found = memory.allocate(ADDRESS);
        call(function(jvm, 6), jvm, found.address(), version, 0);
        return found.get(JAVA_LONG, 0);
    }

    private long text(String text) {
        return memory.allocateFrom(text).address();
    }

    /// A function by its number; the address of their table is what an environment begins with.
    private static MemorySegment function(long environment, int number) {
        MemorySegment table =
                MemorySegment.ofAddress(environment)
                        .reinterpret(ADDRESS.byteSize())
                        .get(ADDRESS, 0);
        return table.reinterpret(ADDRESS.byteSize() * (number + 1)).getAtIndex(ADDRESS, number);
    }

    private static long call(MemorySegment function, long a, long b, long c, long d) {
        try {
            return (long) CALL.invokeExact(function, a, b, c, d);
        } catch (Throwable e) {
            throw new IllegalStateException("Java's interface for tools failed", e);
        }
    }

    /// Where Java's machine is: in `lib/server`, on Windows in `bin/server`.
    private static Path library() {
        Path home = Path.of(System.getProperty("java.home"));
        return Stream.of("lib", "bin")
                .map(folder -> home.resolve(folder, "server", System.mapLibraryName("jvm")))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        call(function(jvmti, 126), jvmti, 0, 0, 0);
        memory.close();
    }
}
