package nacre.tests.docs;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.VarSnippet;
import nacre.display.Display;
import nacre.tests.Repository;

/// Runs the examples of one fence after the other, as a learner at `jshell` would, and compares.
public final class Session implements AutoCloseable {
    /// What the last expression gave; the examples run in this process and put it here.
    public static volatile Object seen;

    private static final String THROWS = "throws: ";

    private final JShell shell =
            JShell.builder()
                    .executionEngine("local")
                    .compilerOptions("-classpath", System.getProperty("java.class.path"))
                    .build();

    /// A session in which the library's imports have been made.
    Session() {
        for (String line : imports()) {
            String shown = show(line);
            if (!shown.isEmpty()) {
                throw new IllegalStateException("nacre/imports: " + line + ": " + shown);
            }
        }
    }

    /// The imports that every cell starts with, as in `import java.util.*;`.
    static List<String> imports() {
        var list = Repository.ROOT.resolve("layers-lib/src/main/resources/nacre/imports");
        return Repository.lines(list).stream().filter(line -> line.startsWith("import ")).toList();
    }

    /// Runs a fence and tells what is not as promised: one text for each example, empty if all is
    /// well. Afterwards its variables are forgotten.
    List<String> run(Fence fence) {
        var wrong = new ArrayList<String>();
        for (Example example : Example.in(fence, this::isComplete)) {
            String shown = show(example.code());
            String promise = example.promise();
            boolean kept = promise.isEmpty() ? !shown.startsWith(THROWS) : matches(promise, shown);
            if (!kept) {
                wrong.add(
                        "%s: %s\n  expected: %s\n  got:      %s"
                                .formatted(
                                        fence.at(example.lastLine()),
                                        example.code().strip(),
                                        promise.isEmpty() ? "no error" : promise,
                                        shown));
            }
        }
        shell.snippets().filter(s -> !(s instanceof ImportSnippet)).forEach(shell::drop);
        return wrong;
    }

    @Override
    public void close() {
        shell.close();
    }

    /// What the learner sees: printed text, then the value; or `throws: ` and the message.
    private String show(String code) {
        var printed = new ByteArrayOutputStream();
        PrintStream screen = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            String rest = code;
            String value = "";
            while (!rest.isBlank()) {
                var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                String one = next.source() == null ? rest : next.source();
                rest = next.source() == null ? "" : next.remaining();
                for (SnippetEvent event : shell.eval(one)) {
                    var problem = problem(event);
                    if (problem.isPresent()) {
                        return THROWS + problem.get();
                    }
                    value = value(event.snippet());
                }
            }
            return (printed.toString(StandardCharsets.UTF_8) + value).stripTrailing();
        } finally {
            System.setOut(screen);
        }
    }

    private String value(Snippet snippet) {
        String name =
                switch (snippet) {
                    case VarSnippet variable -> variable.name();
                    case ExpressionSnippet expression -> expression.name();
                    default -> null;
                };
        if (name == null) {
            return "";
        }
        shell.eval(Session.class.getName() + ".seen = " + name + ";");
        return Display.of(seen).text();
    }

    private Optional<String> problem(SnippetEvent event) {
        if (event.exception() instanceof JShellException thrown) {
            return Optional.of(String.valueOf(thrown.getMessage()));
        }
        if (event.status() == Snippet.Status.REJECTED) {
            return Optional.of(
                    shell.diagnostics(event.snippet())
                            .map(d -> d.getMessage(Locale.ENGLISH).replaceAll("\\s+", " "))
                            .map(d -> "does not compile: " + d.replace(" location: class", ""))
                            .collect(Collectors.joining("\n")));
        }
        return Optional.empty();
    }

    private boolean isComplete(String code) {
        Completeness found = shell.sourceCodeAnalysis().analyzeCompletion(code).completeness();
        return found != Completeness.DEFINITELY_INCOMPLETE;
    }

    /// Equal but for how spaces and lines fall; a promise that ends in `…` leaves the rest open.
    private static boolean matches(String promise, String shown) {
        String want = oneLine(promise);
        String got = oneLine(shown);
        return got.equals(want)
                || want.endsWith("…") && got.startsWith(want.substring(0, want.length() - 1));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
