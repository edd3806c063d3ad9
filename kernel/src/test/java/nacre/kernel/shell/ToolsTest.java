package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is thrown in another thread arrives there, and nothing else.
class ToolsTest {
    private static final int OFTEN = 50;

    @Test
    void itArrivesHoweverOften() throws InterruptedException {
        var thrower = new Thrower();
        thrower.start();
        thrower.join();
        assertEquals(Collections.nCopies(OFTEN, CellStopped.NOW), thrower.caught);
    }

    private static final class Thrower extends Thread {
        @SuppressWarnings("unused") // read by Tools
        private final Throwable thrown = CellStopped.NOW;

        @SuppressWarnings("unused") // read by Tools
        private Thread target;

        private final List<Throwable> caught = new ArrayList<>();

        @Override
        public void run() {
            try (var tools = new Tools()) {
                for (int i = 0; i < OFTEN; i++) {
                    var begun = new CountDownLatch(1);
                    target = new Thread(() -> caught.add(runUntilStopped(begun)));
                    target.start();
                    begun.await();
                    tools.stopThread("target", "thrown");
                    target.join();
                }
            } catch (InterruptedException e) {
                // the test fails for what it did not catch
            }
        }

        private static Throwable runUntilStopped(CountDownLatch begun) {
            try {
                begun.countDown();
                return new AssertionError(Pattern.matches("(.*a){25}b", "a".repeat(40)));
            } catch (Throwable e) {
                return e;
            }
        }
    }
}
