package nacre.kernel.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nacre.display.Display;
import nacre.display.Screen;
import nacre.kernel.shell.Cell;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;
import nacre.kernel.shell.Source;

/// `%timeit`: how long code takes when it is run over and over, as in a loop of a program.
///
/// Java compiles code the better the more often it runs. So it is run for half a second before the
/// clock counts, then in several rounds; the best round is the one that was disturbed least.
final class Timeit implements Magic {
    private static final int ROUNDS = 7;
    private static final int DIGITS = 3;

    /// As IPython has them: turns, rounds, digits, quiet; of the rest nothing depends here.
    private static final Pattern OPTION =
            Pattern.compile(
                    "-(?:([nrp])[ \\t]*(\\d{1,9})|([qotcv]))(?=[ \\t]+[^-+*/%=.\\s]|[ \\t]+--?\\w|[ \\t]*$)[ \\t]*");

    /// A minus, a name and then something that no Java has there: meant as an option.
    private static final Pattern STRAY =
            Pattern.compile("[ \\t]*(--?[A-Za-z]\\w*)(?:=\\S*)?[ \\t]+(?!instanceof\\b)[\\w\"'].*");

    /// A method or an import: a cell may have it, and a block of statements not.
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "\\bimport\\b|\\b(?!new\\b|else\\b)[\\w>\\]]+\\s+\\w+\\s*\\([^()]*\\)[^;{}()]*\\{");

    /// Runs the code in rounds; prints how many turns a round has, then the nanoseconds of each.
    private static final String LOOP =
            """
            {
                java.util.concurrent.Callable<Object> code$ = () -> %s;
                Object[] sink$ = new Object[1];
                long turns$ = %d;
                if (turns$ == 0) {
                    long begin$ = System.nanoTime();
                    while (turns$ < 3 || System.nanoTime() - begin$ < 500_000_000L) {
                        sink$[0] = code$.call();
                        turns$++;
                    }
                    turns$ = Math.max(1, turns$ * 200_000_000L / (System.nanoTime() - begin$));
                }
                System.out.println("timeit$ " + turns$);
                for (int round$ = 0; round$ < %d; round$++) {
                    long start$ = System.nanoTime();
                    for (long i$ = 0; i$ < turns$; i$++) {
                        sink$[0] = code$.call();
                    }
                    System.out.println("timeit$ " + (System.nanoTime() - start$));
                }
            }
            """;

    private static final String MARK = "timeit$ "; // what else is printed is the code's own

    /// What the options ask for.
    ///
    /// @param turns of a round, 0 for as many as a fifth of a second has
    private record Wish(int turns, int rounds, int digits, boolean isQuiet) {
        static Wish of(String options) {
            var wish = new Wish(0, ROUNDS, DIGITS, false);
            Matcher option = OPTION.matcher(options);
            while (option.find()) {
                wish = wish.with(option);
            }
            return wish;
        }

        private Wish with(Matcher option) {
            int number = option.group(2) == null ? 0 : Integer.parseInt(option.group(2));
            return switch (option.group(1) == null ? option.group(3) : option.group(1)) {
                case "n" -> new Wish(number, rounds, digits, isQuiet);
                case "r" -> new Wish(turns, Math.max(1, number), digits, isQuiet);
                case "p" -> new Wish(turns, rounds, Math.clamp(number, 1, 9), isQuiet);
                case "q" -> new Wish(turns, rounds, digits, true);
                default -> this;
            };
        }
    }

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%timeit CODE",
                        "runs the code many times and says how long one time takes; `-n 100 -r 5`"
                                + " before the code: 100 times in each of 5 rounds, `-p 6`: with 6"
                                + " digits, `-q`: says nothing"),
                new Form(
                        "%%timeit\nCODE",
                        "runs the lines below many times and says how long one time takes; what"
                                + " stands on its own line runs once, before"));
    }

    @Override
    public List<String> words(Shell shell) {
        return List.of("-n", "-r", "-p", "-q");
    }

    @Override
    public String options() {
        return "(?:" + OPTION + ")+";
    }

    @Override
    public CellResult run(Call call) {
        Segment.Use use = call.use();
        boolean hasBody = !use.body().isBlank();
        String code = hasBody ? use.bodyCode() : use.argumentCode();
        failOnStrayOption(use);
        if (code.isBlank()) {
            throw new MagicException(
                    "`" + use.name() + "` needs code to run.",
                    "As in `%timeit Math.sqrt(2)` or `%timeit -n 100 -r 5 Math.sqrt(2)`.");
        }
        String before = hasBody ? use.argumentCode() : "";
        for (String once : List.of(before, code)) {
            CellResult result = call.cells().run(once, call.place(), new Silent(call.front()));
            if (!(result instanceof CellResult.Value)) {
                return result; // with its own place in the cell
            }
        }
        Wish wish = Wish.of(use.options());
        var printed = new Silent(call.front());
        CellResult result = measure(call, value(code), wish, printed);
        if (result instanceof CellResult.Failure failure && isCompileError(failure.error())) {
            printed = new Silent(call.front());
            result = measure(call, block(code), wish, printed);
        }
        if (result instanceof CellResult.Failure failure
                && isCompileError(failure.error())
                && DECLARATION.matcher(Source.mask(code)).find()) {
            throw new MagicException(
                    "`" + use.name() + "` measures what runs; this only declares something.",
                    "Declare it in a cell of its own, then measure a call of it.");
        }
        if (!(result instanceof CellResult.Value)) {
            return result;
        }
        return wish.isQuiet() ? Call.DONE : call.print(said(printed.text(), wish));
    }

    private static void failOnStrayOption(Segment.Use use) {
        Matcher stray = STRAY.matcher(use.arguments().lines().findFirst().orElse(""));
        if (stray.matches()) {
            String option = stray.group(1);
            throw new MagicException(
                    option.matches("-[nrp]")
                            ? "`" + option + "` of `" + use.name() + "` needs a whole number."
                            : "`" + use.name() + "` has no option `" + option + "`.",
                    "It has `-n 100` (times in a round), `-r 5` (rounds), `-p 6` (digits) and `-q`"
                            + " (says nothing), all before the code.");
        }
    }

    private static CellResult measure(Call call, String lambda, Wish wish, Front printed) {
        String loop = LOOP.formatted(lambda, wish.turns(), wish.rounds());
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

    private static String said(String printed, Wish wish) {
        var rounds = new ArrayList<Double>();
        long turns;
        try (var numbers = new Scanner(printed)) {
            turns = numbers.nextLong();
            while (numbers.hasNextLong()) {
                rounds.add(numbers.nextLong() / (double) turns);
            }
        }
        rounds.sort(null);
        String each = Durations.text(rounds.getFirst(), wish.digits()) + " each time ";
        String count = String.format(Locale.ROOT, "%,d", turns);
        return rounds.size() == 1
                ? each + "(one round of " + count + ")"
                : each
                        + "(best of %d rounds of %s; the slowest took %s)"
                                .formatted(
                                        rounds.size(),
                                        count,
                                        Durations.text(rounds.getLast(), wish.digits()));
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
