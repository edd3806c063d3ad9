package nacre.kernel.shell;

/// Stack frames as a learner should see them: those of the cells, and where a thread is.
final class Frames {
    private Frames() {}

    /// Where a thread is right now.
    static String top(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        return frames.length == 0
                ? "nothing any more"
                : frames[0].getClassName() + "." + frames[0].getMethodName();
    }
}
