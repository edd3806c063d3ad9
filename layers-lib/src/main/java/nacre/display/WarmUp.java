package nacre.display;

import java.util.ServiceLoader;

/// Work that is slow the first time, such as drawing a chart, done before anybody waits for it.
///
/// Whoever has some is named in `META-INF/services/nacre.display.WarmUp`.
public interface WarmUp extends Runnable {

    /// Does all of it, in the background of whatever else happens.
    static void start() {
        Thread thread = new Thread(WarmUp::all, "nacre-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private static void all() {
        ServiceLoader.load(WarmUp.class, WarmUp.class.getClassLoader()).forEach(WarmUp::run);
    }
}
