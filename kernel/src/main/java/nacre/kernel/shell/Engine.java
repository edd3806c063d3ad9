package nacre.kernel.shell;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import nacre.display.Display;
import nacre.display.Screen;
import org.jspecify.annotations.Nullable;

/// Compiles cells with JShell, and runs what comes of it.
///
/// JShell is used by one thread at a time, and never while a cell runs: completion and help answer
/// meanwhile.
final class Engine implements AutoCloseable {
    private static final int PATIENCE = 2_000;

    private final ShellOptions options;
    private final CellClasses classes;
    private final JShell jshell;
    private final ReentrantLock jshellLock = new ReentrantLock(true);
    private final Imports imports;
    private final Bodies bodies;
    private final CellCompiler compiler;
    private final Variables variables;
    private final Results results;
    private final Frames frames;
    private final Errors errors;
    private final Reserve reserve;
    private final Completer completer;
    private final Help help;
    private final Hints hints;
    private final Leftovers leftovers;
    private final Emptied emptied = new Emptied();
    private final Places places;
    private final CellFiles files;

    Engine(ShellOptions options, Reserve reserve) {
        this.options = options;
        classes = new CellClasses(options.classPath());
        var made = new AtomicReference<CellFiles>();
        jshell =
                JShell.builder()
                        .executionEngine(new Control(), Map.of())
                        .fileManager(
                                standard -> {
                                    made.set(new CellFiles(standard, options.classPath()));
                                    return made.get();
                                })
                        .compilerOptions(compilerOptions(options))
                        .build();
        ClassIndex.hold();
        files = requireNonNull(made.get(), "JShell has asked for it");
        imports = new Imports(jshell, options.imports());
        var index = new ClassIndex(jshell, classes);
        leftovers = new Leftovers(jshell);
        var analysis = jshell.sourceCodeAnalysis();
        variables = new Variables(jshell, classes);
        results = new Results(jshell, imports, variables);
        places = new Places(analysis);
        var importing = new Importing(jshell, imports);
        var imported = new Imported(jshell, files);
        hints = new Hints(jshell, index, importing, imported);
        var waiting = new Waiting(jshell, hints);
        var diagnosis = new Diagnosis(jshell, hints, waiting, places);
        frames = new Frames(places);
        errors = new Errors(frames, waiting, emptied, reserve);
        this.reserve = reserve;
        var cutter = new Cutter(jshell.sourceCodeAnalysis());
        bodies = new Bodies(jshell, imports, new NamedImports(options.imports(), files), classes);
        compiler =
                new CellCompiler(
                        jshell, cutter, bodies, importing, variables, places, diagnosis, waiting,
                        leftovers, emptied);
        var sources = new SourceDocs(options.sources());
        var members = new Members(bodies, sources);
        completer = new Completer(jshell, index, importing, imported, bodies, members, results);
        help = new Help(jshell, variables, members, sources, index);
    }

    /// Compiles, runs and shows something of no use: the first time is slow.
    void warmUp() throws Throwable {
        Optional<Body> sample = locked(bodies::warmUp);
        if (sample.isPresent()) {
            Display _ = options.renderer().apply(variables.run(sample.get()));
        }
    }

    /// Lets JShell know the imports before something needs it to.
    void declareImports() {
        locked(
                () -> {
                    imports.declare();
                    return true;
                });
    }

    /// Signatures have the names of their parameters only if the compiler is told to read them.
    private static String[] compilerOptions(ShellOptions options) {
        return Stream.concat(Stream.of("-g", "-parameters"), options.compilerOptions().stream())
                .toArray(String[]::new);
    }

    Frames frames() {
        return frames;
    }

    Errors errors() {
        return errors;
    }

    /// Where the classes of the cells are.
    ClassLoader loader() {
        return classes;
    }

    /// Does work that is not the learner's code, where that code would run.
    CellResult work(Shell.Work work, CellRun run) {
        try {
            return run.userCode(() -> reserve.behind(work::run));
        } catch (CellStopped e) {
            throw e;
        } catch (Throwable e) {
            return new CellResult.Failure(errors.thrown(e));
        }
    }

    /// Compiles the whole cell, then runs its parts and renders the last; called on the cell's
    /// thread.
    CellResult run(Cell cell, CellRun run) {
        long start = System.nanoTime();
        CellCompiler.Compiled compiled;
        try {
            compiled =
                    compiling(
                            run,
                            () -> {
                                Cell named = results.declareFor(cell);
                                return compiler.compile(named, run);
                            });
        } catch (CompileFailed e) {
            return new CellResult.Failure(e.error());
        }
        compiled.notes().forEach(run::note);
        long compiledAt = System.nanoTime();
        int[] ran = {0};
        try {
            return run.userCode(
                    () ->
                            reserve.behind(
                                    () ->
                                            new CellResult.Value(
                                                    execute(
                                                            compiled.parts(),
                                                            ran,
                                                            cell.number()))));
        } catch (CellStopped e) {
            throw e;
        } catch (Throwable e) {
            return new CellResult.Failure(errors.thrown(e));
        } finally {
            run.took(
                    new Times(
                            Duration.ofNanos(compiledAt - start),
                            Duration.ofNanos(System.nanoTime() - compiledAt)));
            locked(() -> settle(compiled, ran[0])).forEach(run::note);
        }
    }

    /// Waits for the compiler as long as nobody wants the cell to stop: a cell that was given up
    /// may still be at it.
    private <T> T compiling(CellRun run, Supplier<T> action) {
        while (!tryLock(50)) {
            run.stopIfAsked();
        }
        try {
            return action.get();
        } finally {
            jshellLock.unlock();
        }
    }

    private Optional<Display> execute(List<Part> parts, int[] ran, int number) throws Throwable {
        Optional<Display> shown = Optional.empty();
        for (Part part : parts) {
            if (part.runs()) {
                Object value = variables.run(part);
                if (part == parts.getLast() && part.shows()) {
                    results.keep(number, part.piece().source(), value);
                    if (!isShownAlready(value)) {
                        shown = Optional.of(options.renderer().apply(value));
                    }
                }
            }
            ran[0]++;
        }
        return shown;
    }

    /// What `display(x)` and `System.out.printf(…)` return is of no interest.
    private static boolean isShownAlready(@Nullable Object value) {
        return value instanceof Screen.Live || value instanceof CellPrintStream;
    }

    /// Variables whose part did not run get back what they had; what was only to be run goes.
    ///
    /// @return what is told of other cells' variables
    private List<String> settle(CellCompiler.Compiled compiled, int ran) {
        var parts = compiled.parts();
        compiled.undo()
                .undo(
                        declared(parts.subList(ran, parts.size()))
                                .filter(Part.Declared::isVariable)
                                .map(Part.Declared::snippet)
                                .toList(),
                        declared(parts.subList(0, ran)).map(Part.Declared::snippet).toList());
        declared(parts)
                .filter(Part.Declared::isPassing)
                .map(Part.Declared::snippet)
                .filter(snippet -> jshell.status(snippet).isActive())
                .forEach(jshell::drop);
        emptied.tidy(variables);
        List<String> notes = compiled.affected().notes(emptied);
        leftovers.sweep(places, classes);
        return notes;
    }

    private static Stream<Part.Declared> declared(List<Part> parts) {
        return parts.stream()
                .filter(Part.Declared.class::isInstance)
                .map(Part.Declared.class::cast);
    }

    /// Lets cells use one more jar or folder.
    void addToClassPath(Path path) {
        locked(
                () -> {
                    files.add(path);
                    jshell.addToClasspath(path.toString());
                    return true;
                });
    }

    Completion complete(String code, int cursor) {
        ClassIndex.make(); // packages are offered too
        return unlessBusy(
                () -> {
                    Cell cell = results.declareFor(new Cell(0, code));
                    return completer.complete(cell.code(), cursor);
                },
                new Completion(cursor, cursor, List.of()));
    }

    Optional<Display> inspect(String code, int cursor, int detail) {
        return unlessBusy(
                () -> {
                    Cell cell = results.declareFor(new Cell(0, code));
                    return help.at(cell.code(), cursor, detail);
                },
                Optional.empty());
    }

    Optional<String> similarTo(String name) {
        return unlessBusy(() -> hints.similarTo(name), Optional.empty());
    }

    Completeness isComplete(String code) {
        return unlessBusy(
                () -> {
                    Cell cell = results.declareFor(new Cell(0, code));
                    return Indent.completeness(jshell.sourceCodeAnalysis(), cell.code());
                },
                new Completeness.Unknown());
    }

    List<Definition> definitions() {
        return locked(() -> variables.definitions());
    }

    /// A front end that asks while a cell compiles for long gets no answer rather than none for
    /// long.
    private <T> T unlessBusy(Supplier<T> question, T otherwise) {
        if (!tryLock(PATIENCE)) {
            return otherwise;
        }
        try {
            imports.declare();
            return question.get();
        } finally {
            jshellLock.unlock();
        }
    }

    private boolean tryLock(int millis) {
        try {
            return jshellLock.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T locked(Supplier<T> action) {
        jshellLock.lock();
        try {
            return action.get();
        } finally {
            jshellLock.unlock();
        }
    }

    @Override
    public void close() {
        jshell.close();
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives JShell our execution control.
    private final class Control implements ExecutionControlProvider {
        @Override
        public String name() {
            return "nacre";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return new CellControl(classes);
        }
    }
}
