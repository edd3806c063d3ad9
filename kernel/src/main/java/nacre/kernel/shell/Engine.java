package nacre.kernel.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/// Compiles cells with JShell and runs what comes of it.
final class Engine implements AutoCloseable {
    private final ShellOptions options;
    private final CellClasses classes;
    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final ReentrantLock compiling = new ReentrantLock();
    private @Nullable CellFiles files;

    Engine(ShellOptions options) {
        this.options = options;
        this.classes = new CellClasses(options.classPath());
        this.jshell =
                JShell.builder()
                        .executionEngine(new Control(), Map.of())
                        .fileManager(
                                standard -> files = new CellFiles(standard, options.classPath()))
                        .compilerOptions(options.compilerOptions().toArray(String[]::new))
                        .build();
        this.analysis = jshell.sourceCodeAnalysis();
        options.imports().forEach(name -> jshell.eval("import " + name + ";"));
        jshell.eval("1+1").forEach(event -> jshell.drop(event.snippet()));
    }

    /// Compiles the whole cell, then runs its parts; called on the cell's own thread.
    CellResult run(String code, CellRun run) {
        List<Part> parts = new ArrayList<>();
        boolean stale = false; // a part changed what an earlier one was compiled against
        compiling.lock();
        try {
            for (String rest = code; !rest.isBlank(); ) {
                var info = analysis.analyzeCompletion(rest);
                if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                    break;
                }
                boolean whole = info.completeness().isComplete();
                String source = info.source() == null ? rest : info.source();
                int offset = code.length() - rest.length();
                rest = whole ? info.remaining() : "";
                boolean semicolon =
                        Source.mask(code.substring(offset, code.length() - rest.length()))
                                .stripTrailing()
                                .endsWith(";");
                for (SnippetEvent event : jshell.eval(source)) {
                    if (event.causeSnippet() != null) {
                        stale |= event.status().isDefined();
                    } else if (event.status() == Snippet.Status.REJECTED) {
                        return new CellResult.Failure(rejected(event.snippet(), offset));
                    } else {
                        parts.add(new Part(event.snippet(), semicolon));
                    }
                }
            }
            for (Part part : parts) {
                if (stale && part.snippet().subKind().isExecutable()) {
                    jshell.eval(part.snippet().source()).stream()
                            .filter(event -> event.causeSnippet() == null)
                            .forEach(event -> part.snippet = event.snippet());
                }
            }
        } finally {
            compiling.unlock();
        }
        return execute(parts);
    }

    /// One snippet of a cell.
    private static final class Part {
        private Snippet snippet;
        private final boolean semicolon;

        Part(Snippet snippet, boolean semicolon) {
            this.snippet = snippet;
            this.semicolon = semicolon;
        }

        Snippet snippet() {
            return snippet;
        }

        boolean semicolon() {
            return semicolon;
        }
    }

    private CellResult execute(List<Part> parts) {
        Optional<nacre.display.Display> shown = Optional.empty();
        try {
            for (Part part : parts) {
                if (part.snippet().subKind().isExecutable()) {
                    Object value = invoke(part.snippet());
                    boolean show =
                            part == parts.getLast()
                                    && !part.semicolon()
                                    && part.snippet().subKind().hasValue()
                                    && part.snippet().subKind()
                                            != Snippet.SubKind
                                                    .VAR_DECLARATION_WITH_INITIALIZER_SUBKIND
                                    && part.snippet().subKind()
                                            != Snippet.SubKind.VAR_DECLARATION_SUBKIND;
                    if (show) {
                        shown = Optional.of(options.renderer().apply(value));
                    }
                }
            }
        } catch (CellStopped e) {
            throw e;
        } catch (Throwable e) {
            return new CellResult.Failure(thrown(e));
        }
        return new CellResult.Value(shown);
    }

    private @Nullable Object invoke(Snippet snippet) throws Throwable {
        Class<?> owner = classes.findClass(analysis.wrapper(snippet).fullClassName());
        Method method = owner.getDeclaredMethod("do_it$");
        method.setAccessible(true);
        try {
            return method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private CellError rejected(Snippet snippet, int offset) {
        var lines = new ArrayList<String>();
        jshell.diagnostics(snippet)
                .filter(diag -> diag.isError())
                .forEach(diag -> lines.add(diag.getMessage(java.util.Locale.ENGLISH)));
        return Errors.error("CompileError", lines.isEmpty() ? "" : lines.getFirst(), lines);
    }

    private static CellError thrown(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return Errors.error(
                e.getClass().getName(), message, List.of(e.getClass().getName() + ": " + message));
    }

    /// Lets cells use one more jar or folder.
    void addToClassPath(Path path) {
        compiling.lock();
        try {
            if (files != null) {
                files.add(path);
            }
            jshell.addToClasspath(path.toString());
        } finally {
            compiling.unlock();
        }
    }

    Completion complete(String code, int cursor) {
        compiling.lock();
        try {
            int[] anchor = {cursor};
            var items =
                    analysis.completionSuggestions(code, cursor, anchor).stream()
                            .map(each -> each.continuation())
                            .distinct()
                            .map(text -> new Completion.Item(text, "instance", ""))
                            .toList();
            return new Completion(anchor[0], cursor, items);
        } finally {
            compiling.unlock();
        }
    }

    Optional<nacre.display.Display> inspect(String code, int cursor) {
        compiling.lock();
        try {
            return analysis.documentation(code, cursor, false).stream()
                    .findFirst()
                    .map(each -> nacre.display.Display.of(each.signature()));
        } finally {
            compiling.unlock();
        }
    }

    Completeness isComplete(String code) {
        compiling.lock();
        try {
            String rest = code;
            while (true) {
                var info = analysis.analyzeCompletion(rest);
                switch (info.completeness()) {
                    case EMPTY, COMPLETE_WITH_SEMI -> {
                        return new Completeness.Complete();
                    }
                    case COMPLETE -> {
                        if (info.remaining().isBlank()) {
                            return new Completeness.Complete();
                        }
                        rest = info.remaining();
                    }
                    case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                        return new Completeness.Incomplete("");
                    }
                    case UNKNOWN -> {
                        return new Completeness.Invalid();
                    }
                }
            }
        } finally {
            compiling.unlock();
        }
    }

    @Override
    public void close() {
        jshell.close();
        try {
            classes.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
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
