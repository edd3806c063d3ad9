package nacre.kernel.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import nacre.display.Display;
import nacre.display.Screen;
import nacre.kernel.shell.Cell;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;

/// `%timeit`: how long code takes when it is run over and over, as in a loop of a program.
///
/// Java compiles code the better the more often it runs. So it is run for half a second before the
/// clock counts, then in several rounds; the best round is the one that was disturbed least.
final class Timeit implements Magic {
    /// Runs the code in rounds; prints how many turns a round has, then the nanoseconds of each.
    private static final String LOOP =
            """
            {
                java.util.concurrent.Callable<Object> code$ = () -> %s;
                Object[] sink$ = new Object[1];
                long turns$ = 0;
                long begin$ = System.nanoTime();
                while (turns$ < 3 || System.nanoTime() - begin$ < 500_000_000L) {
                    sink$[0] = code$.call();
                    turns$++;
                }
                turns$ = Math.max(1, turns$ * 200_000_000L / (System.nanoTime() - begin$));
                System.out.println("timeit$ " + turns$);
                for (int round$ = 0; round$ < 7; round$++) {
                    long start$ = System.nanoTime();
                    for (long i$ = 0; i$ < turns$; i$++) {
                        sink$[0] = code$.call();
                    }
                    System.out.println("timeit$ " + (System.nanoTime() - start$));
                }
            }
            """;

    private static final String MARK = "timeit$ "; // what else is printed is the code's own

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%timeit CODE",
                        "runs the code many times and says how long one time takes"),
                new Form(
                        "%%timeit\nCODE",
                        "runs the lines below many times and says how long one time takes"));
    }

    @Override
    public CellResult run(Call call) {
        String code = call.code();
        if (code.isBlank()) {
            throw new MagicException(
                    "`" + call.use().name() + "` needs code to run.",
                    "As in `%timeit Math.sqrt(2)`.");
        }
        CellResult once = call.cells().run(code, call.place(), new Silent(call.front()));
        if (!(once instanceof CellResult.Value)) {
            return once; // with its own place in the cell
        }
        var printed = new Silent(call.front());
        CellResult result = measure(call, value(code), printed);
        if (result instanceof CellResult.Failure failure && isCompileError(failure.error())) {
            printed = new Silent(call.front());
            result = measure(call, block(code), printed);
        }
        return result instanceof CellResult.Value ? call.print(said(printed.text())) : result;
    }

    private static CellResult measure(Call call, String lambda, Front printed) {
        String loop = LOOP.formatted(lambda);
        return call.shell().run(new Cell(call.place().number(), "%timeit", loop, loop), printed);
    }

    private static boolean isCompileError(CellError error) {
        return error.name().equals("CompileError");
    }

    private static String value(String code) {
        return code.strip().replaceFirst(";$", "");
    }

    private static String block(String code) {
        String end = code.stripTrailing().matches("(?s).*[;}]") ? "" : ";";
        return "{ " + code.strip() + end + "\nreturn null; }";
    }

    private static String said(String printed) {
        var rounds = new ArrayList<Double>();
        long turns;
        try (var numbers = new Scanner(printed)) {
            turns = numbers.nextLong();
            while (numbers.hasNextLong()) {
                rounds.add(numbers.nextLong() / (double) turns);
            }
        }
        rounds.sort(null);
        return "%s each time (best of %d rounds of %s; the slowest took %s)"
                .formatted(
                        Durations.text(rounds.getFirst()),
                        rounds.size(),
                        String.format(Locale.ROOT, "%,d", turns),
                        Durations.text(rounds.getLast()));
    }

    /// Keeps to itself the numbers of the loop, and what the code prints at each turn.
    private static final class Silent implements Front {
        private final Front front;
        private final StringBuilder text = new StringBuilder();

        Silent(Front front) {
            this.front = front;
        }

        String text() {
            return text.toString();
        }

        @Override
        public void stdout(String printed) {
            printed.lines()
                    .filter(line -> line.startsWith(MARK))
                    .forEach(line -> text.append(line.substring(MARK.length())).append('\n'));
        }

        @Override
        public void stderr(String printed) {
            front.stderr(printed);
        }

        @Override
        public Screen.Live show(Display display) {
            return _ -> {};
        }

        @Override
        public String input(String prompt, boolean password) {
            return front.input(prompt, password);
        }

        @Override
        public void leave() {
            front.leave();
        }
    }
}
