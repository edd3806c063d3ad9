package nacre.kernel.shell;

/// Gets ready, beside other work, what the first shell of a process would wait for one after the
/// other.
final class HeadStart {
    private HeadStart() {}

    /// Begins, and returns at once.
    static void begin() {
        Thread.ofPlatform().daemon().name("nacre-jdk-first").start(JdkClasses::begin);
        Thread.ofPlatform().daemon().name("nacre-firsts").start(HeadStart::meetFirsts);
    }

    /// The first of each kind takes Java a hundredth of a second: javac keeps records in a map, and
    /// what JShell keeps to itself is reached by reflection.
    private static void meetFirsts() {
        var sample = new Sample("from", "to");
        int _ = sample.hashCode();
        try {
            JShellInsides.field(sample, "from");
        } catch (ReflectiveOperationException e) {
            // then the first shell waits for it
        }
    }

    private record Sample(Object from, Object to) {}
}
