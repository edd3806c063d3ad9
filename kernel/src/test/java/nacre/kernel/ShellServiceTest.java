package nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import nacre.display.Display;
import nacre.kernel.magics.Cells;
import nacre.kernel.shell.Shell;
import nacre.kernel.shell.ShellOptions;
import nacre.kernel.transport.Cell;
import nacre.kernel.transport.CellOutput;
import nacre.kernel.transport.Outcome;
import org.junit.jupiter.api.Test;

/// Which cell a stop is meant for.
class ShellServiceTest {
    private final CountDownLatch late = new CountDownLatch(1);
    private final CountDownLatch nextRuns = new CountDownLatch(1);

    @Test
    void aStopThatComesLateSparesTheNextCell() throws InterruptedException {
        VectorModule.add(); // cells wait for it
        try (var cells = new Cells(() -> new Shell(ShellOptions.of(List.of())))) {
            var service = new ShellService(() -> slowly(cells));
            service.begins();
            service.interrupt();
            late.await();
            service.ended();

            service.begins();
            var output = new Answering();
            Outcome outcome = service.execute(new Cell("System.in.read() - '0'", 1, true), output);
            service.ended();

            var value = assertInstanceOf(Outcome.Value.class, outcome);
            assertEquals("7", value.display().orElseThrow().data().get("text/plain"));
        }
    }

    /// Who stops a cell again is held up until the next one runs.
    private Cells slowly(Cells cells) {
        if (isStopper(Thread.currentThread())) {
            late.countDown();
            try {
                nextRuns.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return cells;
    }

    private static boolean isStopper(Thread thread) {
        return thread.getName().equals("nacre-stop");
    }

    /// A front end whose answer comes after the late stop.
    private final class Answering implements CellOutput {
        @Override
        public String input(String prompt, boolean password) {
            nextRuns.countDown();
            while (Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(ShellServiceTest::isStopper)) {
                Thread.onSpinWait();
            }
            return "7";
        }

        @Override
        public void stdout(String text) {}

        @Override
        public void stderr(String text) {}

        @Override
        public Shown show(Display display) {
            return new Shown("any");
        }

        @Override
        public void update(Shown shown, Display newer) {}

        @Override
        public void clear(boolean wait) {}

        @Override
        public void payload(Map<String, ?> action) {}
    }
}
