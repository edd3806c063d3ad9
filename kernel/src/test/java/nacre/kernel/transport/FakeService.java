package nacre.kernel.transport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nacre.display.Display;
import nacre.kernel.transport.Outcome.Failure;
import nacre.kernel.transport.Outcome.Value;

/// Runs cells of a toy language: `value 3`, `print text`, `lines 1000`, `fail`, `wait`, `ask
/// name?`, `break`, …
final class FakeService implements KernelService {
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch finished = new CountDownLatch(1);
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile Thread cell;
    private CellOutput.Shown shown;

    @Override
    public About about() {
        return new About(
                "fake", "1.2.3", "A fake", List.of(new About.Link("Help", "https://example.org/")));
    }

    @Override
    public Outcome execute(Cell cell, CellOutput output) {
        String[] words = cell.code().split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "value" -> value(rest);
            case "print" -> {
                output.stdout(rest);
                yield value("");
            }
            case "complain" -> {
                output.stderr(rest);
                yield value("");
            }
            case "lines" -> {
                for (int i = 0; i < Integer.parseInt(rest); i++) {
                    output.stdout(i + "\n");
                }
                yield value("");
            }
            case "flood" -> {
                String block = "x".repeat(64 * 1024);
                for (int i = 0; i < Integer.parseInt(rest); i++) {
                    output.stdout(block);
                }
                yield value("");
            }
            case "mix" -> {
                output.stdout("a");
                output.stderr("b");
                output.show(Display.of("c"));
                output.stdout("d");
                yield value("");
            }
            case "live" -> {
                shown = output.show(Display.of("first"));
                output.clear(true);
                output.update(shown, Display.of("second"));
                output.payload(Map.of("source", "set_next_input", "text", "next"));
                yield value("");
            }
            case "newer" -> {
                output.update(shown, Display.of("third"));
                yield value("");
            }
            case "picture" ->
                    new Value(
                            Optional.of(
                                    new Display(
                                            Map.of(
                                                    "text/plain",
                                                    "dot",
                                                    "image/png",
                                                    new byte[] {1, 2, 3},
                                                    "application/json",
                                                    Map.of("nan", Double.NaN)),
                                            Map.of("image/png", Map.of("width", 7)))));
            case "fail" -> new Failure("Oops", "it failed", List.of("line 1", "line 2"));
            case "break" -> throw new StackOverflowError();
            case "wait" -> stall();
            case "ask" -> ask(output, rest);
            case "background" -> {
                new Thread(
                                () -> {
                                    await(finished);
                                    output.stdout("late");
                                })
                        .start();
                yield value("");
            }
            default -> value("");
        };
    }

    /// Asks on a thread of the cell's own, which can be interrupted.
    private Outcome ask(CellOutput output, String prompt) {
        var answer =
                new FutureTask<>(() -> value(output.input(prompt, prompt.startsWith("secret"))));
        cell = new Thread(answer);
        cell.start();
        waiting.countDown();
        try {
            return answer.get();
        } catch (ExecutionException e) {
            String name = e.getCause() instanceof CancellationException ? "Stopped" : "Oops";
            return new Failure(name, name, List.of(name));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            cell = null;
        }
    }

    private Outcome stall() {
        stopped = new CountDownLatch(1);
        waiting.countDown();
        await(stopped);
        return new Failure("Stopped", "stopped", List.of("stopped"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome value(String text) {
        return new Value(text.isEmpty() ? Optional.empty() : Optional.of(Display.of(text)));
    }

    @Override
    public Completions complete(String code, int cursor) {
        int start = code.lastIndexOf(' ', cursor - 1) + 1;
        return new Completions(
                start, cursor, List.of(new Completions.Match("dense", "function", "(int units)")));
    }

    @Override
    public Optional<Display> inspect(String code, int cursor, int detail) {
        return code.startsWith("known")
                ? Optional.of(Display.of("help " + cursor + " " + detail))
                : Optional.empty();
    }

    @Override
    public Completeness isComplete(String code) {
        return switch (code) {
            case "open" -> new Completeness.Incomplete("  ");
            case "bad" -> new Completeness.Invalid();
            case "odd" -> new Completeness.Unknown();
            default -> new Completeness.Complete();
        };
    }

    @Override
    public void interrupt() {
        stopped.countDown();
        Thread asking = cell;
        if (asking != null) {
            asking.interrupt();
        }
    }
}
