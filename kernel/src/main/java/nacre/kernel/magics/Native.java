package nacre.kernel.magics;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// What Java has no method for, asked of the system itself.
final class Native {
    private static final Linker LINKER = Linker.nativeLinker();

    private Native() {}

    /// Enters a folder; false if the system does not let it.
    static boolean enter(String folder) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(folder);
            return (int) function("chdir", ValueLayout.ADDRESS).invokeExact(name) == 0;
        }
    }

    /// Sets an environment variable for the programs that are started from here.
    static void set(String name, String value) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            var setenv =
                    function(
                            "setenv",
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT);
            int _ =
                    (int)
                            setenv.invokeExact(
                                    arena.allocateFrom(name), arena.allocateFrom(value), 1);
        }
    }

    private static MethodHandle function(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }
}
