package nacre.kernel.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the `///` comment of a class or a method in the sources of the libraries that cells use.
///
/// Which files a sources jar or folder has is looked up when help is asked for the first time; a
/// file is read when its class is asked for.
final class SourceDocs {
    private static final Pattern OWNER =
            Pattern.compile(
                    "(?:^|[\\s.>])([A-Z]\\w*)(?:<[^(]*?>)?(?:\\.(\\w+))?\\s*(?:\\(|$|<|\\s+(?:extends|implements)\\b)");

    private static final Pattern PARENT =
            Pattern.compile("\\bclass\\s+\\w+(?:<[^{]*?>>?)?\\s+extends\\s+(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

    private final List<Path> roots;
    private final Map<String, List<SourceFile>> files = new HashMap<>(); // by the name of the class
    private final Map<String, Map<String, String>> methods = new HashMap<>(); // once found
    private boolean isListed;

    SourceDocs(List<Path> roots) {
        this.roots = roots;
    }

    /// The comment for something as JShell writes it: `Dense(int units)`, `Tensor
    /// Tensor.matmul(Tensor b)`, `nacre.layers.core.Dense`.
    Optional<String> of(String signature) {
        Matcher owner =
                OWNER.matcher(
                        signature.replaceFirst("^(?:class|record|interface|enum|@interface) ", ""));
        Optional<String> found = Optional.empty();
        while (owner.find()) {
            String type = owner.group(1);
            String member = owner.group(2);
            boolean isType = member == null || member.equals(type);
            found =
                    first(signature, type, isType ? type(type) : member(member))
                            .or(() -> first(signature, type, type(type)));
            if (found.isPresent() || owner.hitEnd()) {
                break;
            }
        }
        return found;
    }

    /// Of classes that share a name, the one whose package the signature names comes first.
    private Optional<String> first(String signature, String type, String declaration) {
        return sources(type)
                .sorted(Comparator.comparing(source -> !isOf(signature, source, type)))
                .flatMap(source -> comment(source, declaration).stream())
                .findFirst();
    }

    private static boolean isOf(String signature, String source, String type) {
        Matcher home = PACKAGE.matcher(source);
        return home.find() && signature.contains(home.group(1) + "." + type);
    }

    /// By name, the forms of the methods of a type and of what it extends, and the first paragraph
    /// of their help; nothing if its source is not there.
    ///
    /// @param withWords whether the help is wanted too
    Map<String, String> methods(String type, boolean withWords) {
        return methods.computeIfAbsent(type + " " + withWords, _ -> read(type, withWords));
    }

    private Map<String, String> read(String type, boolean withWords) {
        var forms = new LinkedHashMap<String, List<String>>();
        var words = new HashMap<String, String>();
        var seen = new HashSet<String>(List.of("")); // which stands for the end
        String source = source(type, "");
        while (seen.add(source)) {
            for (SourceMethods.Method method : SourceMethods.of(source)) {
                String result = method.result().equals("S") ? type : method.result();
                String form = result + " " + method.name() + "(" + method.parameters() + ")";
                List<String> all = forms.computeIfAbsent(method.name(), _ -> new ArrayList<>());
                if (!all.contains(form)) {
                    all.add(form);
                }
                words.merge(method.name(), sentence(method.words()), SourceDocs::firstOf);
            }
            Matcher parent = PARENT.matcher(source);
            source = parent.find() ? source(parent.group(1), source) : "";
        }
        var members = new HashMap<String, String>();
        forms.forEach(
                (name, all) ->
                        members.put(
                                name,
                                String.join("\n", all)
                                        + (withWords ? "\n" + words.get(name) : "")
                                                .stripTrailing()));
        return members;
    }

    /// The source of a type that `from` names: there are some that share a name, in packages of
    /// their own.
    private String source(String type, String from) {
        List<String> all = sources(type).toList();
        return all.stream()
                .filter(each -> isSeen(PACKAGE.matcher(each), type, from))
                .findFirst()
                .orElse(all.isEmpty() ? "" : all.getFirst());
    }

    private static boolean isSeen(Matcher packageLine, String type, String from) {
        return packageLine.find()
                && (from.startsWith(packageLine.group())
                        || from.contains("import " + packageLine.group(1) + "." + type + ";"));
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static String sentence(String comment) {
        String words = DocText.markdown(slashless(comment));
        return DocText.firstParagraph(words).replaceAll("\\s+", " ");
    }

    private static String slashless(String comment) {
        return comment.replaceAll("(?m)^[ \\t]*(?:///|/\\*\\*|\\*/|\\*) ?|\\s*\\*/", "");
    }

    static String type(String name) {
        return "[^\\n/]*\\b(?:class|record|interface|enum)\\s+" + name + "\\b";
    }

    static String member(String name) {
        return "[^\\n/=;]*\\b" + name + "\\s*\\(";
    }

    /// Of a variable or a constant.
    static String field(String name) {
        return "[ \\t]*(?:[\\w.@\\[\\]]+(?:<[^\\n]*>)?[ \\t]+)*" + name + "\\b";
    }

    /// The comment above a declaration, `///` lines or `/** … */`, without its slashes and stars.
    static Optional<String> comment(String source, String declaration) {
        Matcher matcher =
                Pattern.compile(
                                "((?:^[ \\t]*///[^\\n]*\\n)+|^[ \\t]*/\\*\\*(?:[^*]|\\*(?!/))*\\*/\\s*?\\n)(?:^[ \\t]*@[^\\n]*\\n)*^"
                                        + declaration,
                                Pattern.MULTILINE)
                        .matcher(source);
        return matcher.find()
                ? Optional.of(DocText.markdown(slashless(matcher.group(1))))
                : Optional.empty();
    }

    /// The class that a name such as `glorot_uniform` stands for.
    Optional<String> typeLike(String name) {
        list();
        String plain = name.replace("_", "");
        return files.keySet().stream().filter(plain::equalsIgnoreCase).findFirst();
    }

    private void list() {
        if (!isListed) {
            isListed = true;
            for (Path root : roots) {
                for (SourceFile file : SourceFile.in(root)) {
                    files.computeIfAbsent(file.type(), _ -> new ArrayList<>()).add(file);
                }
            }
        }
    }

    private Stream<String> sources(String type) {
        list();
        return files.getOrDefault(type, List.of()).stream().map(SourceFile::text);
    }
}
