package nacre.kernel.magics;

import java.util.List;
import java.util.stream.Collectors;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Definition;
import nacre.kernel.shell.Definition.Kind;

/// `%who`: the names that cells have defined.
final class Who implements Magic {
    static final String NONE_OF_TYPE = "There is no variable of this type.";

    @Override
    public List<Form> forms() {
        return List.of(
                new Form("%who", "names the variables, methods and types that cells have defined"),
                new Form("%who TYPE", "names the variables of a type"));
    }

    @Override
    public CellResult run(Call call) {
        List<Definition> all = call.shell().definitions();
        if (!call.arguments().isEmpty()) {
            String names = names(Whos.ofTypes(all, call.words()), Kind.VARIABLE);
            return call.print(names.isEmpty() ? NONE_OF_TYPE : names);
        }
        String text =
                List.of(Kind.VARIABLE, Kind.METHOD, Kind.TYPE).stream()
                        .map(kind -> names(all, kind))
                        .filter(names -> !names.isEmpty())
                        .collect(Collectors.joining("\n"));
        return call.print(text.isEmpty() ? "Nothing is defined yet." : text);
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
