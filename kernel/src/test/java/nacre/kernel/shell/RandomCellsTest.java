package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cells made by chance: after each of them, all names must be what they would be if there were no
/// compiler in between.
///
/// Some cells fail to compile, some throw. `-Dnacre.random=5000` makes a night of it, in which some
/// are stopped too; `-Dnacre.seed=7` gives other cells.
class RandomCellsTest {
    private static final int CELLS = Integer.getInteger("nacre.random", 110);
    private static final boolean WITH_STOPS = Integer.getInteger("nacre.random") != null;

    private Session session = new Session();
    private final List<String> story = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void everyNameIsWhatItMustBe(long seed) throws InterruptedException {
        long first = Long.getLong("nacre.seed", seed);
        var cells = new RandomCells(first);
        try (var notebook = new Notebook()) {
            prepare(notebook);
            for (int i = 0; i < CELLS; i++) {
                if (cells.chance(1) && cells.chance(30)) {
                    notebook.shell.reset();
                    session = new Session();
                    story.add("reset");
                    prepare(notebook);
                }
                next(cells, notebook);
                Set<String> wrong = differences(notebook, session, i % 10 == 0);
                assertEquals(Set.of(), wrong, () -> told(first));
            }
        }
    }

    private static void prepare(Notebook notebook) {
        notebook.run("import java.util.*; import java.util.function.*; import java.util.stream.*;");
    }

    private String told(long seed) {
        return "seed " + seed + "\n" + String.join("\n---\n", story);
    }

    private void next(RandomCells cells, Notebook notebook) throws InterruptedException {
        List<RandomCells.Step> steps = cells.next(session);
        List<String> sources =
                steps.stream()
                        .map(RandomCells.Step::source)
                        .collect(Collectors.toCollection(ArrayList::new));
        int place = cells.number(steps.size() + 1);
        switch (cells.number(10)) {
            case 0, 1 -> {
                sources.add(place, cells.broken(session));
                String code = tell(notebook, cells.source(sources));
                if (!(notebook.run(code).result instanceof CellResult.Failure)) {
                    throw new AssertionError("compiled:\n" + code);
                }
            }
            case 2 -> {
                sources.add(place, cells.throwing());
                String code = tell(notebook, cells.source(sources));
                if (!(notebook.run(code).result instanceof CellResult.Failure failure)) {
                    throw new AssertionError("did not throw:\n" + code);
                } else if (failure.error().name().equals("CompileError")) {
                    throw new AssertionError(told(0) + "\n" + failure.error().traceback());
                }
                session = after(steps, place);
            }
            case 3 -> {
                if (WITH_STOPS && cells.chance(50)) {
                    sources.add(place, "while (true) {}");
                    steps.add(RandomCells.mark(notebook.next()));
                    sources.add(steps.getLast().source());
                    stop(notebook, tell(notebook, cells.source(sources)), steps, place, cells);
                }
            }
            case 4, 5 -> {
                var value = new ArrayList<Function<Session, Integer>>();
                String shown = cells.shown(session, value);
                int number = notebook.next();
                assertEquals(
                        String.valueOf(value.getFirst().apply(session)),
                        notebook.value(tell(notebook, shown)),
                        () -> told(0));
                session.results.put(number, value.getFirst().apply(session));
                if (session.results.size() > 20) {
                    session.results.remove(session.results.keySet().iterator().next());
                }
            }
            default -> {
                String code = tell(notebook, cells.source(sources));
                try {
                    notebook.value(code);
                } catch (AssertionError e) {
                    throw new AssertionError(told(0), e);
                }
                session = after(steps, steps.size());
            }
        }
    }

    private String tell(Notebook notebook, String code) {
        story.add("// " + notebook.next() + "\n" + code);
        return code;
    }

    private Session after(List<RandomCells.Step> steps, int ran) {
        Session after = session.copy();
        steps.forEach(each -> each.declare().accept(after));
        steps.subList(0, ran).forEach(each -> each.run().accept(after));
        return after;
    }

    /// A stopped cell has been compiled or not, and has run so far or further.
    private void stop(
            Notebook notebook,
            String code,
            List<RandomCells.Step> steps,
            int most,
            RandomCells cells)
            throws InterruptedException {
        Notebook.Running running = notebook.start(code);
        Thread.sleep(cells.number(80));
        notebook.shell.interrupt();
        Notebook.await(
                "the cell ends",
                () -> {
                    notebook.shell.interrupt();
                    return !running.thread().isAlive();
                });
        var possible = new ArrayList<Session>();
        for (int i = most; i >= 0; i--) {
            possible.add(after(steps, i));
        }
        possible.add(session);
        List<Set<String>> wrong = new ArrayList<>();
        for (Session each : possible) {
            Set<String> differences = differences(notebook, each, true);
            if (differences.isEmpty()) {
                session = each;
                return;
            }
            wrong.add(differences);
        }
        throw new AssertionError("after a stop: " + wrong + "\n" + told(0));
    }

    /// What is otherwise than it should be.
    private static Set<String> differences(Notebook notebook, Session expected, boolean calls) {
        Set<String> wrong = new TreeSet<>();
        Set<String> variables = new HashSet<>();
        Set<String> methods = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (Definition each : notebook.shell.definitions()) {
            switch (each.kind()) {
                case VARIABLE -> {
                    if (!expected.emptied.contains(each.name()) || each.value() != null) {
                        variables.add(
                                each.type()
                                        + " "
                                        + each.name()
                                        + " = "
                                        + Session.text(each.value()));
                    }
                }
                case METHOD -> methods.add(each.type() + " " + each.name());
                case TYPE -> types.add(each.name());
            }
        }
        compare(expected.variableTexts(), variables, wrong);
        compare(
                expected.methods.entrySet().stream()
                        .map(each -> each.getValue().type() + " " + each.getKey())
                        .collect(Collectors.toSet()),
                methods,
                wrong);
        compare(expected.types.keySet(), types, wrong);
        expected.types.forEach((name, form) -> form(notebook, name, form, wrong));
        if (calls && wrong.isEmpty()) {
            expected.methods.forEach((key, _) -> call(notebook, expected, key, wrong));
        }
        return wrong;
    }

    private static void form(Notebook notebook, String name, List<String> form, Set<String> wrong) {
        String question =
                name.startsWith("E")
                        ? "Arrays.toString(%s.values())"
                        : "Stream.of(%s.class.getRecordComponents()).map(it -> it.getName()).toList()";
        var cell = notebook.run("System.out.print(" + question.formatted(name) + ");");
        if (!cell.out.toString().equals(form.toString())) {
            wrong.add(name + " has " + cell.out + " and not " + form);
        }
    }

    private static void call(Notebook notebook, Session expected, String key, Set<String> wrong) {
        String argument = key.endsWith("(int)") ? "3" : "\"abc\"";
        var cell =
                notebook.run("System.out.print(" + key.replaceAll("\\(.*", "(") + argument + "));");
        String got = cell.result instanceof CellResult.Value ? cell.out.toString() : "undefined";
        String wanted;
        try {
            wanted = String.valueOf(expected.call(key, 3));
        } catch (Session.Undefined e) {
            wanted = "undefined";
        }
        if (!got.equals(wanted)) {
            wrong.add(key + " gives " + got + " and not " + wanted);
        }
    }

    private static void compare(Set<String> wanted, Set<String> got, Set<String> wrong) {
        wanted.stream()
                .filter(each -> !got.contains(each))
                .map(each -> "lacks " + each)
                .forEach(wrong::add);
        got.stream()
                .filter(each -> !wanted.contains(each))
                .map(each -> "has " + each)
                .forEach(wrong::add);
    }
}
