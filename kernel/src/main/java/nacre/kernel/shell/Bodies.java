package nacre.kernel.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/// Compiles code that runs once without letting JShell know of it.
///
/// It sees what the cells have imported, and of what they have declared that which it names: so it
/// does not take longer when there is more.
final class Bodies {
    /// The body that all begin with: the first is slow.
    private static final Part.Piece SAMPLE =
            new Part.Piece(new Cell(0, "1 + 1"), "1 + 1", 0, false, true, false);

    /// The class that code is put into to be read.
    static final String READ = "$JShell$0";

    /// The head of the method that statements are put into.
    static final String METHOD = "static void %sit() throws Throwable {\n".formatted(Sight.MADE_UP);

    private final JShell jshell;
    private final Imports imports;
    private final NamedImports named;
    private final SourceCodeAnalysis analysis;
    private final Optional<WarmCompiler> compiler;
    private final CellClasses classes;
    private int bodies;

    Bodies(JShell jshell, Imports imports, NamedImports named, CellClasses classes) {
        this.jshell = jshell;
        this.imports = imports;
        this.named = named;
        this.analysis = jshell.sourceCodeAnalysis();
        this.compiler = WarmCompiler.of(jshell);
        this.classes = classes;
    }

    /// Compiles something of no use, with which running and showing can be tried.
    Optional<Body> warmUp() {
        return compile(SAMPLE);
    }

    /// What comes of a piece; nothing if it is a declaration or does not compile, for whatever
    /// reason.
    Optional<Body> compile(Part.Piece piece) {
        return compiler.flatMap(javac -> compile(piece, javac));
    }

    private Optional<Body> compile(Part.Piece piece, WarmCompiler javac) {
        Optional<Redeclaration> known = Redeclaration.of(piece, jshell);
        if (known.isPresent()) {
            return compile(piece, known.get(), javac);
        }
        return Body.forms(piece).stream()
                .map(form -> Body.of(piece, form, importsFor(piece.source()), ++bodies, ""))
                .flatMap(body -> compile(body, javac).stream())
                .findFirst();
    }

    private Optional<Body> compile(Part.Piece piece, Redeclaration known, WarmCompiler javac) {
        VarSnippet variable = known.variable();
        String imports = importsFor(piece.source() + " " + variable.typeName());
        String then = known.then(owner(variable));
        return compile(Body.of(piece, Body.Form.VARIABLE, imports, ++bodies, then), javac);
    }

    private Optional<Body> compile(Body body, WarmCompiler javac) {
        Map<String, byte[]> compiled = javac.compile(body.wrapped(), body.className());
        return compiled.isEmpty() || !isLoaded(compiled) ? Optional.empty() : Optional.of(body);
    }

    /// What can be told of code that may be unfinished, statements or a method.
    <T> Optional<T> read(String code, Function<ReadCode, Optional<T>> reading) {
        return read(code, Set.of(), reading);
    }

    /// The same where more can be named than the code names.
    <T> Optional<T> read(String code, Set<String> more, Function<ReadCode, Optional<T>> reading) {
        String imports = importsFor(code + " " + String.join(" ", more));
        String head = "package REPL;\n%sclass %s {\n".formatted(imports, READ);
        String method = Context.isMethod(code) ? "" : METHOD;
        String before = head + method;
        return compiler.flatMap(
                javac -> javac.read(before + code + "\n}}\n", before.length(), reading));
    }

    private String importsFor(String code) {
        Set<String> words = Words.of(code);
        List<PersistentSnippet> seen =
                jshell.snippets()
                        .filter(each -> jshell.status(each).isDefined())
                        .filter(PersistentSnippet.class::isInstance)
                        .map(PersistentSnippet.class::cast)
                        .filter(
                                each ->
                                        each instanceof ImportSnippet
                                                || words.contains(each.name()))
                        .toList();
        Optional<String> few = fewImports(words, seen);
        return few.orElseGet(imports::text)
                + Homonyms.without(seen, jshell)
                        .filter(each -> few.isEmpty() || !Imports.isOfEveryCell(each))
                        .map(this::line)
                        .collect(Collectors.joining());
    }

    /// Of the imports that every cell has those that are needed, unless a cell has imported a whole
    /// package, in which may be what is meant.
    private Optional<String> fewImports(Set<String> words, List<PersistentSnippet> seen) {
        var others = new HashSet<>(words);
        for (PersistentSnippet each : seen) {
            if (each instanceof ImportSnippet && isOfMany(each)) {
                return Optional.empty();
            }
            if (!(each instanceof VarSnippet) && !(each instanceof MethodSnippet)) {
                others.remove(each.name());
            }
        }
        return named.of(others).map(lines -> lines + "\n");
    }

    private static boolean isOfMany(Snippet snippet) {
        return switch (snippet.subKind()) {
            case SINGLE_TYPE_IMPORT_SUBKIND, SINGLE_STATIC_IMPORT_SUBKIND -> false;
            default -> true;
        };
    }

    private String line(PersistentSnippet snippet) {
        if (snippet instanceof ImportSnippet) {
            String source = snippet.source();
            return Source.mask(source).strip().endsWith(";") ? source + "\n" : source + "\n;\n";
        }
        return "import static " + owner(snippet) + "." + snippet.name() + ";\n";
    }

    private String owner(Snippet snippet) {
        return analysis.wrapper(snippet).fullClassName();
    }

    private boolean isLoaded(Map<String, byte[]> compiled) {
        try {
            classes.load(
                    compiled.entrySet().stream()
                            .map(each -> new ClassBytecodes(each.getKey(), each.getValue()))
                            .toArray(ClassBytecodes[]::new));
            return true;
        } catch (ClassInstallException e) {
            return false;
        }
    }
}
