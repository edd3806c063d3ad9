package nacre.kernel.magics.maven;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/// Tells how far the downloads are, a few times a second.
final class Progress extends AbstractTransferListener {
    private static final long PAUSE = 200_000_000; // ns

    private final Consumer<String> teller;
    private final Map<String, Long> running = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong told = new AtomicLong(System.nanoTime() - PAUSE);

    Progress(Consumer<String> teller) {
        this.teller = teller;
    }

    @Override
    public void transferInitiated(TransferEvent event) {
        running.put(event.getResource().getResourceName(), 0L);
        tell();
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        bytes.addAndGet(event.getDataBuffer().remaining());
        tell();
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        running.remove(event.getResource().getResourceName());
    }

    @Override
    public void transferFailed(TransferEvent event) {
        running.remove(event.getResource().getResourceName());
    }

    private void tell() {
        long last = told.get();
        long now = System.nanoTime();
        if (now - last >= PAUSE && told.compareAndSet(last, now)) {
            String file =
                    running.keySet().stream()
                            .findFirst()
                            .map(name -> name.substring(name.lastIndexOf('/') + 1))
                            .orElse("");
            teller.accept("Downloading %s … %.1f MB so far".formatted(file, bytes.get() / 1e6));
        }
    }
}
