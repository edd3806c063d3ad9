package nacre.kernel.shell;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/// What the cells that have run have declared, by name.
final class OwnNames {
    private static final Pattern BESIDE_THE_FORM =
            Pattern.compile("@\\w+(?:\\([^)]*\\))?\\s*|\\b(?:public|static|final)\\s+|\\s+(?=\\s)");

    private final JShell jshell;

    OwnNames(JShell jshell) {
        this.jshell = jshell;
    }

    /// All of them, in their order.
    Set<String> names() {
        return jshell.snippets()
                .filter(each -> jshell.status(each).isActive())
                .filter(each -> !(each instanceof ImportSnippet))
                .filter(PersistentSnippet.class::isInstance)
                .map(each -> ((PersistentSnippet) each).name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> types() {
        return jshell.types().map(TypeDeclSnippet::name).collect(Collectors.toSet());
    }

    /// How methods are called: `int half(int number)`; each form on its line.
    Map<String, String> methods() {
        return jshell.methods()
                .collect(
                        Collectors.groupingBy(
                                MethodSnippet::name,
                                Collectors.mapping(OwnNames::form, Collectors.joining("\n"))));
    }

    private static String form(MethodSnippet method) {
        String mask = Source.mask(method.source());
        int body = mask.indexOf('{');
        String head = body < 0 ? mask : mask.substring(0, body);
        return BESIDE_THE_FORM.matcher(head).replaceAll("").strip();
    }

    /// Variables with their types: `int count`.
    Map<String, String> variables() {
        return jshell.variables()
                .collect(
                        Collectors.toMap(
                                VarSnippet::name,
                                each -> TypeNames.simple(each.typeName()) + " " + each.name(),
                                (_, last) -> last));
    }
}
