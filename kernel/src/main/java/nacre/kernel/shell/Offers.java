package nacre.kernel.shell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says what there is to choose from where something does not fit: the names behind a dot, the
/// forms of a call.
final class Offers {
    private static final int MOST = 12;
    private static final Set<String> OF_ALL =
            Set.of(
                    "EnumDesc",
                    "class",
                    "clone",
                    "equals",
                    "finalize",
                    "getClass",
                    "hashCode",
                    "notify",
                    "notifyAll",
                    "toString",
                    "wait");
    private static final Pattern PARAMETERS = Pattern.compile("\\([^()]*\\)");

    private Offers() {}

    /// @param there what stands behind a dot, methods with their parenthesis
    static Optional<String> names(Collection<String> there) {
        List<String> names =
                there.stream()
                        .map(each -> each.replaceAll("\\(.*", ""))
                        .filter(each -> !OF_ALL.contains(each))
                        .distinct()
                        .sorted()
                        .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                names.size() > MOST
                        ? "TAB behind the dot shows all %d names there are.".formatted(names.size())
                        : "There is " + quoted(names) + ".");
    }

    /// @param signatures as in `LineChart Plot.line(String name, double... ys)`
    static Optional<String> forms(String method, Collection<String> signatures) {
        List<String> forms =
                signatures.stream()
                        .map(PARAMETERS::matcher)
                        .filter(Matcher::find)
                        .map(each -> method + TypeNames.simple(each.group()))
                        .distinct()
                        .limit(MOST)
                        .toList();
        return forms.isEmpty() ? Optional.empty() : Optional.of("There is " + quoted(forms) + ".");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
    }
}
