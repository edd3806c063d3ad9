package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.VarSnippet;
import nacre.display.Display;
import org.jspecify.annotations.Nullable;

/// Help on the name at the cursor: its forms, and what its author wrote about it.
///
/// The JDK's words come from its `src.zip`, those of other libraries from the sources named in
/// [ShellOptions].
final class Help {
    private static final Pattern NAME_END = Pattern.compile("\\G[\\p{L}\\p{N}_$]*");
    private static final Pattern LAST_NAME = Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*)$");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.])(?<!new )(\\p{Lu}\\w*)$");
    private static final Pattern MEMBER = Pattern.compile("(.*\\.)(\\w+)\\(?", Pattern.DOTALL);
    private static final int FORMS = 10;

    private final JShell jshell;
    private final Cutter cutter;
    private final Variables variables;
    private final SourceDocs sources;
    private final CellDocs cells;
    private final Members members;

    Help(JShell jshell, Cutter cutter, Variables variables, Members members, SourceDocs sources) {
        this.jshell = jshell;
        this.cutter = cutter;
        this.variables = variables;
        this.sources = sources;
        this.cells = new CellDocs(jshell);
        this.members = members;
    }

    /// @param detail 0 for the first paragraph, more for everything
    Optional<Display> at(String code, int cursor, int detail) {
        Matcher name = NAME_END.matcher(code);
        int end = name.find(Math.clamp(cursor, 0, code.length())) ? name.end() : cursor;
        String before = code.substring(0, end);
        String text = Context.of(cutter.pieces(new Cell(0, before)), before).text();
        List<Documentation> found = documentation(text);
        var blocks = new ArrayList<String>();
        variable(before).ifPresent(blocks::add);
        String forms = forms(text, found);
        if (!forms.isEmpty()) {
            blocks.add("```java\n" + forms + "\n```");
        }
        found.stream()
                .map(this::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(words -> detail == 0 ? DocText.firstParagraph(words) : words)
                .ifPresent(blocks::add);
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(display(String.join("\n\n", blocks)));
    }

    /// The forms of what the text ends with: a method of the library, something else, a class with
    /// what makes objects of it.
    private String forms(String text, List<Documentation> found) {
        Matcher member = MEMBER.matcher(text);
        String known =
                member.matches()
                        ? members.ofLibrary(member.group(1)).getOrDefault(member.group(2), "")
                        : "";
        return known.isEmpty()
                ? Stream.concat(found.stream(), constructors(text).stream())
                        .map(each -> TypeNames.signature(each.signature()))
                        .distinct()
                        .limit(FORMS)
                        .collect(Collectors.joining("\n"))
                : known;
    }

    /// A method's name alone means nothing to JShell, its call does.
    private List<Documentation> documentation(String text) {
        var analysis = jshell.sourceCodeAnalysis();
        List<Documentation> found = analysis.documentation(text, text.length(), true);
        String call = text + "(";
        return found.isEmpty() ? analysis.documentation(call, call.length(), true) : found;
    }

    /// How objects are made, if it is a class.
    private List<Documentation> constructors(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            return List.of();
        }
        String call = "new " + type.group(1) + "(";
        return jshell.sourceCodeAnalysis().documentation(call, call.length(), false);
    }

    private String words(Documentation documentation) {
        String javadoc = documentation.javadoc();
        return javadoc != null
                ? DocText.markdown(javadoc)
                : cells.of(documentation.signature())
                        .or(() -> sources.of(documentation.signature()))
                        .orElse("");
    }

    /// Type and value of a variable, the value only where to show it cannot run code of the
    /// learner.
    private Optional<String> variable(String before) {
        Matcher name = LAST_NAME.matcher(before);
        if (!name.find()) {
            return Optional.empty();
        }
        return jshell.variables()
                .filter(each -> each.name().equals(name.group(1)))
                .findFirst()
                .map(
                        each ->
                                "`"
                                        + TypeNames.simple(each.typeName())
                                        + " "
                                        + each.name()
                                        + value(each)
                                        + "`");
    }

    private String value(VarSnippet variable) {
        Object value = variables.get(variable);
        return switch (value) {
            case null -> " = null";
            case Number number -> " = " + number;
            case Boolean truth -> " = " + truth;
            case Character letter -> " = '" + letter + "'";
            case String text when text.length() <= 200 -> " = \"" + text + "\"";
            default -> length(value);
        };
    }

    private static String length(@Nullable Object value) {
        return value != null && value.getClass().isArray()
                ? ", " + java.lang.reflect.Array.getLength(value) + " elements"
                : "";
    }

    private static Display display(String markdown) {
        var data = new LinkedHashMap<String, Object>();
        data.put("text/markdown", markdown);
        data.put("text/plain", markdown.replace("```java\n", "").replace("\n```", ""));
        return new Display(data, Map.of());
    }
}
