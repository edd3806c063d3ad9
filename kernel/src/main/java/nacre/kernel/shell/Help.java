package nacre.kernel.shell;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.VarSnippet;
import nacre.display.Display;
import org.jspecify.annotations.Nullable;

/// Help on the name at the cursor: its forms, and what its author wrote about it.
///
/// The JDK's words come from its `src.zip`, those of other libraries from the sources named in
/// [ShellOptions].
final class Help {
    private static final Pattern NAME_END = Pattern.compile("\\G[\\p{L}\\p{N}\\p{Pc}$]*");
    private static final Pattern LAST_NAME =
            Pattern.compile(
                    "(?<![.\\p{L}\\p{N}\\p{Pc}$])([\\p{L}\\p{Pc}$][\\p{L}\\p{N}\\p{Pc}$]*)$");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.])(\\p{Lu}\\w*)$");
    private static final Pattern MEMBER = Pattern.compile("(.*\\.)(\\w+)\\(?", Pattern.DOTALL);
    private static final Pattern OF_TYPE = // a method that needs an object, named by its class
            Pattern.compile("((?:[a-z]\\w*\\.)*\\p{Lu}\\w*(?:\\.\\p{Lu}\\w*)*)\\.(\\w+)");
    private static final Pattern IMPORT = Pattern.compile("^\\s*import\\s+(?:static\\s+)?");
    private static final Pattern MADE = Pattern.compile("(?s).*\\bnew\\s+\\w+");
    private static final Pattern FIELD = Pattern.compile("([\\w.$]+):(.+)");
    private static final Pattern RECORD = Pattern.compile("^(\\w+)\\([^()]*\\)(?=\\()");
    private static final Pattern VALUE = Pattern.compile("[^;{}\n]*[^\\w;{}\n][^;{}\n]*");
    private static final int FORMS = 10;
    private static final int LONGEST = 200;

    private final JShell jshell;
    private final Variables variables;
    private final SourceDocs sources;
    private final CellDocs cells;
    private final Members members;
    private final ClassIndex index;

    Help(
            JShell jshell,
            Variables variables,
            Members members,
            SourceDocs sources,
            ClassIndex index) {
        this.jshell = jshell;
        this.variables = variables;
        this.sources = sources;
        this.cells = new CellDocs(jshell);
        this.members = members;
        this.index = index;
    }

    /// @param detail 0 for the first paragraph, more for everything
    Optional<Display> at(String code, int cursor, int detail) {
        Matcher name = NAME_END.matcher(code);
        int end = name.find(Math.clamp(cursor, 0, code.length())) ? name.end() : cursor;
        String before = code.substring(0, end);
        int quote = TextCompletion.quote(before);
        Optional<String> found =
                quote >= 0
                        ? ofText(before, quote, detail)
                        : Source.isCodeBehind(before) ? ofName(before, detail) : Optional.empty();
        return found.map(Help::display);
    }

    /// What a text between quotes is the name of, else what takes it.
    private Optional<String> ofText(String before, int quote, int detail) {
        String mask = Source.mask(before.substring(0, quote));
        return ArgumentPlace.atEnd(mask)
                .flatMap(
                        place -> {
                            String text = before.substring(quote + 1);
                            return Optional.of(text)
                                    .filter(place.choices()::contains)
                                    .flatMap(sources::typeLike)
                                    .flatMap(type -> card(type, detail))
                                    .or(() -> ofName(before.substring(0, place.end()), detail));
                        });
    }

    private Optional<String> ofName(String before, int detail) {
        Optional<String> call =
                before.stripTrailing().endsWith(",") ? ofCall(before, detail) : Optional.empty();
        return call.or(() -> card(before, detail))
                .or(() -> Keywords.use(lastWord(before)).map(Help::code))
                .or(() -> notImported(before, detail))
                .or(() -> sources.typeLike(before).flatMap(type -> card(type, detail)))
                .or(() -> type(before).flatMap(type -> ofName(type, detail)))
                .or(() -> ofCall(before, detail));
    }

    /// What the call takes whose arguments are being written.
    private Optional<String> ofCall(String before, int detail) {
        return ArgumentPlace.atEnd(Source.mask(before))
                .flatMap(
                        place -> {
                            String called = before.substring(0, place.end());
                            Matcher made = MADE.matcher(called);
                            return ofName(made.matches() ? place.method() : called, detail);
                        });
    }

    private Optional<String> card(String before, int detail) {
        String text = IMPORT.matcher(Context.of(before).text()).replaceFirst("");
        var blocks = new ArrayList<String>();
        List<Documentation> found = documentation(text);
        Optional<VarSnippet> variable = variable(before);
        if (variable.isPresent()) {
            blocks.add("`" + declaration(variable.get()) + "`");
            cells.of(variable.get().name()).ifPresent(blocks::add);
            found = documentation(TypeNames.erased(variable.get().typeName()));
        } else {
            String forms = forms(text, found);
            if (!forms.isEmpty()) {
                blocks.add(code(forms));
            }
        }
        found.stream()
                .map(this::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(words -> detail == 0 ? DocText.firstParagraph(words) : words)
                .ifPresent(blocks::add);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", blocks));
    }

    /// A class that has to be imported first.
    private Optional<String> notImported(String before, int detail) {
        if (!TYPE.matcher(before).matches() || index.named(before).isEmpty()) {
            return Optional.empty();
        }
        return index.beginning(before, before::equals, false, 1).stream()
                .findFirst()
                .flatMap(
                        name ->
                                card(name, detail)
                                        .map(card -> code("import " + name + ";") + "\n\n" + card));
    }

    /// The type of the value of an expression.
    private Optional<String> type(String expression) {
        return !VALUE.matcher(expression).matches()
                ? Optional.empty()
                : analysis().sourceToSnippets(expression).stream()
                        .filter(VarSnippet.class::isInstance)
                        .map(each -> TypeNames.erased(((VarSnippet) each).typeName()))
                        .findFirst();
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
                ? Stream.of(found, constructors(text))
                        .flatMap(Collection::stream)
                        .map(each -> TypeNames.signature(each.signature()))
                        .map(each -> RECORD.matcher(each).replaceFirst("$1"))
                        .map(each -> FIELD.matcher(each).replaceFirst("$2 $1"))
                        .distinct()
                        .limit(FORMS)
                        .collect(Collectors.joining("\n"))
                : known;
    }

    /// A method's name alone means nothing to JShell, its call does; one of all objects of a class
    /// is asked of an object.
    private List<Documentation> documentation(String text) {
        String call = text + "(";
        Matcher method = OF_TYPE.matcher(text);
        String ofObject =
                method.matches() ? "((" + method.group(1) + ") null)." + method.group(2) + "(" : "";
        return Stream.of(text, call, ofObject)
                .filter(code -> !code.isEmpty())
                .map(code -> analysis().documentation(code, code.length(), true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> method.matches() ? nearestFirst(found, method.group(1)) : found)
                .orElse(List.of());
    }

    /// What a class has itself, then what it inherits.
    private static List<Documentation> nearestFirst(List<Documentation> found, String type) {
        return found.stream()
                .sorted(
                        Comparator.comparing(
                                each ->
                                        !TypeNames.signature(each.signature())
                                                .contains(" " + type + ".")))
                .toList();
    }

    private SourceCodeAnalysis analysis() {
        return jshell.sourceCodeAnalysis();
    }

    /// How objects are made, if it is a class.
    private List<Documentation> constructors(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            return List.of();
        }
        String call = "new " + type.group(1) + "(";
        return analysis().documentation(call, call.length(), false);
    }

    private String words(Documentation documentation) {
        String javadoc = documentation.javadoc();
        if (javadoc != null) {
            return DocText.markdown(javadoc);
        }
        return cells.knows(documentation.signature()) // the library may have one of that name
                ? cells.of(documentation.signature()).orElse("")
                : sources.of(documentation.signature())
                        .or(() -> sources.of(TypeNames.signature(documentation.signature())))
                        .orElse("");
    }

    private static String lastWord(String before) {
        Matcher name = LAST_NAME.matcher(before);
        return name.find() ? name.group(1) : "";
    }

    private Optional<VarSnippet> variable(String before) {
        String name = lastWord(before);
        return jshell.variables().filter(each -> each.name().equals(name)).findFirst();
    }

    private String declaration(VarSnippet variable) {
        String name = variable.name().replace(LastValue.NAME, "_");
        return TypeNames.simple(variable.typeName()) + " " + name + value(variable);
    }

    /// The value only where to show it cannot run code of the learner.
    private String value(VarSnippet variable) {
        Object value = variables.get(variable);
        return switch (value) {
            case null -> " = null";
            case Number number -> " = " + number;
            case Boolean truth -> " = " + truth;
            case Character letter -> " = '" + letter + "'";
            case String text when text.length() <= LONGEST -> " = \"" + text + "\"";
            default -> state(value);
        };
    }

    private static String state(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            return ", " + length + (length == 1 ? " element" : " elements");
        }
        String type = value.getClass().getName();
        String text = type.startsWith("nacre.") ? value.toString() : type;
        boolean isPlain = text.startsWith(type) || text.contains("\n") || text.length() > LONGEST;
        return isPlain ? "" : " = " + text;
    }

    private static String code(String text) {
        return "```java\n" + text + "\n```";
    }

    private static Display display(String markdown) {
        var data = new LinkedHashMap<String, Object>();
        data.put("text/markdown", markdown);
        data.put("text/plain", markdown.replace("```java\n", "").replace("\n```", ""));
        return new Display(data, Map.of());
    }
}
