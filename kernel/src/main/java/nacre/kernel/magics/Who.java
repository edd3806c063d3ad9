package nacre.kernel.magics;

import java.util.List;
import java.util.stream.Collectors;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Definition;
import nacre.kernel.shell.Definition.Kind;
import nacre.kernel.shell.Shell;

/// `%who`: the names that cells have defined.
final class Who implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form("%who", "names the variables, methods and types that cells have defined"),
                new Form("%who TYPE", "names the variables of a type"));
    }

    @Override
    public List<String> words(Shell shell) {
        return types(shell);
    }

    /// Of which types there are variables, without what stands in `<…>`.
    static List<String> types(Shell shell) {
        return shell.definitions().stream()
                .filter(each -> each.kind() == Kind.VARIABLE)
                .map(each -> each.type().replaceFirst("<.*>", ""))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public CellResult run(Call call) {
        List<Definition> all = call.shell().definitions();
        if (!call.arguments().isEmpty()) {
            String names = names(Whos.ofTypes(all, call.words()), Kind.VARIABLE);
            return call.print(names.isEmpty() ? noneOf(call.words(), all) : names);
        }
        String text =
                List.of(Kind.VARIABLE, Kind.METHOD, Kind.TYPE).stream()
                        .map(kind -> names(all, kind))
                        .filter(names -> !names.isEmpty())
                        .collect(Collectors.joining("\n"));
        return call.print(text.isEmpty() ? "Nothing is defined yet." : text);
    }

    /// What to say when no variable is of these types.
    static String noneOf(List<String> types, List<Definition> all) {
        String there =
                all.stream()
                        .filter(each -> each.kind() == Kind.VARIABLE)
                        .map(Definition::type)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "No variable is of type "
                + String.join(" or ", types)
                + "; "
                + (there.isEmpty() ? "there are none yet." : "there are some of " + there + ".");
    }

    private static String names(List<Definition> all, Kind kind) {
        return all.stream()
                .filter(each -> each.kind() == kind)
                .map(Definition::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining("  "));
    }
}
