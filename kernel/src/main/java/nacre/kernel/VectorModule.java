package nacre.kernel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// Adds the Vector API to this process, so that networks train several times faster.
///
/// The JVM's own way, `--add-modules`, prints a warning at every start, and a kernel's error stream
/// has to stay silent; it also keeps the JVM from using its stored module graph. So the module is
/// added once the program runs, by the method that the JDK has for its own agents. Where that
/// cannot be, everything works with plain loops.
final class VectorModule {
    private static final String MODULE = "jdk.incubator.vector";

    /// A module without a class, which is not there by itself either.
    private static final String STAND_IN = "jdk.crypto.ec";

    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final CompletableFuture<Boolean> ADDED = new CompletableFuture<>();

    private VectorModule() {}

    /// Begins to add the module, in the background; once is enough.
    static void add() {
        if (BEGUN.getAndSet(true)) {
            return;
        }
        Thread.ofPlatform()
                .daemon()
                .name("nacre-vectors")
                .start(() -> ADDED.complete(addIfWanted()));
    }

    private static boolean addIfWanted() {
        if (!isWanted()) {
            load(STAND_IN);
            return false;
        }
        return isThere() || load(MODULE);
    }

    /// Waits until the module is there; true if it is. What computes must not start before.
    static boolean await() {
        return ADDED.join();
    }

    /// `-Dnacre.vectors=off` is the rehearsal's: what is stored of it must not name classes that
    /// are added later. There another module is added, so that Java knows how.
    private static boolean isWanted() {
        return !System.getProperty("nacre.vectors", "on").equals("off");
    }

    private static boolean isThere() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    private static boolean load(String module) {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, module);
            return true;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }
}
