package nacre.kernel.magics;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nacre.kernel.notebook.Cell;
import nacre.kernel.notebook.Notebook;
import nacre.kernel.notebook.Trouble;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Source;

/// `%run`: the cells of another notebook, or a file of Java.
final class Run implements Magic {
    private static final Pattern PACKAGE =
            Pattern.compile("^\\s*package\\s+[\\w.]+\\s*;", Pattern.MULTILINE);
    private static final Pattern MAIN =
            Pattern.compile(
                    "\\b(?:class|record|enum)\\s+(\\w+)[^{]*\\{.*?\\bpublic\\s+static\\s+void\\s+main\\s*\\(\\s*String",
                    Pattern.DOTALL);

    private static final Pattern MAIN_ALONE =
            Pattern.compile(
                    "\\bvoid\\s+main\\s*\\((\\s*(?:final\\s+)?String\\b[^)]*)?\\s*\\)\\s*\\{");

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%run FILE …",
                        "runs a notebook's cells or a file of Java here; a `main` gets the words behind"));
    }

    @Override
    public boolean takes(String file) {
        return file.endsWith(".ipynb") || file.endsWith(".java") || file.endsWith(".jsh");
    }

    @Override
    public CellResult run(Call call) {
        List<String> words = call.words();
        if (words.isEmpty()) {
            throw new MagicException(
                    "`%run` needs a notebook or a file of Java.", "As in `%run helpers.ipynb`.");
        }
        Path file = Paths.existing(words.getFirst());
        List<String> behind = words.subList(1, words.size());
        if (!file.toString().endsWith(".ipynb")) {
            return java(file, behind, call);
        }
        failOnWords(file, behind);
        return notebook(file, call);
    }

    private static CellResult notebook(Path file, Call call) {
        CellResult result = Call.DONE;
        int position = 0;
        for (Cell cell : cells(file)) {
            position++;
            if (cell.isCode()) {
                var place =
                        new Place(
                                call.place().number(),
                                file.getFileName() + ", cell " + position,
                                cell.source());
                result = call.cells().run(cell.source(), place, call.front());
            }
            if (!(result instanceof CellResult.Value)) {
                return result;
            }
        }
        return Call.DONE;
    }

    /// The cells of a notebook that is one, and of Java.
    static List<Cell> cells(Path file) {
        try {
            var notebook = Notebook.read(file);
            notebook.requireJava();
            return notebook.cells();
        } catch (Trouble e) {
            throw new MagicException(String.valueOf(e.getMessage()), "");
        }
    }

    /// Declares what is in the file, and starts its `main`.
    private static CellResult java(Path file, List<String> arguments, Call call) {
        String code = withoutPackage(Load.text(file));
        Optional<String> start = start(code, arguments);
        if (start.isEmpty()) {
            failOnWords(file, arguments);
        }
        String all = start.map(main -> code + "\n" + main).orElse(code);
        var place = new Place(call.place().number(), String.valueOf(file.getFileName()), all);
        return call.cells().run(all, place, call.front());
    }

    /// The classes of the file become the cells' own.
    private static String withoutPackage(String code) {
        Matcher line = PACKAGE.matcher(code);
        return line.find()
                ? code.substring(0, line.start())
                        + Segment.blank(line.group())
                        + code.substring(line.end())
                : code;
    }

    /// The call of the file's `main`: one that stands by itself, or that of a class.
    private static Optional<String> start(String code, List<String> arguments) {
        String strings =
                arguments.stream()
                        .map(Run::literal)
                        .collect(Collectors.joining(", ", "new String[] {", "}"));
        String mask = Source.mask(code);
        Matcher alone = MAIN_ALONE.matcher(mask);
        while (alone.find()) {
            if (Source.depth(mask.substring(0, alone.start())) == 0) {
                return Optional.of("main(" + (alone.group(1) == null ? "" : strings) + ");");
            }
        }
        Matcher main = MAIN.matcher(code);
        return main.find()
                ? Optional.of(main.group(1) + ".main(" + strings + ");")
                : Optional.empty();
    }

    /// Only a `main` has a use for words.
    private static void failOnWords(Path file, List<String> words) {
        if (!words.isEmpty()) {
            throw new MagicException(
                    file.getFileName()
                            + " has no `main` that could take `"
                            + String.join(" ", words)
                            + "`.",
                    "`%run` takes one file; a name with blanks stands in quotes.");
        }
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
