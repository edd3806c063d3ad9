package nacre.kernel.magics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nacre.display.Spelling;

/// All magics there are, by name.
final class Magics {
    /// What is asked for under these names elsewhere, and where it is here.
    private static final Map<String, String> ELSEWHERE =
            Map.ofEntries(
                    Map.entry("pip", "Libraries of Java come with `%maven`."),
                    Map.entry("conda", "Libraries of Java come with `%maven`."),
                    Map.entry("ls", "Commands of the system stand below a `%%bash`."),
                    Map.entry("system", "Commands of the system stand below a `%%bash`."),
                    Map.entry("cmd", "Commands of the system stand below a `%%bash`."),
                    Map.entry("matplotlib", "Charts need nothing of the kind: `Plot.line(…)`."),
                    Map.entry("tb", "The last error's trace: `%trace`."),
                    Map.entry("cls", "In a cell: `Screen.clear()`."),
                    Map.entry("writefile", "In a cell: `Files.writeString(Path.of(…), \"…\")`."));

    private final Map<String, Magic> byName = new LinkedHashMap<>();
    private final List<Magic> all;

    Magics() {
        all =
                List.of(
                        new Help(this),
                        new Ask(this),
                        new Trace(),
                        new Time(),
                        new Timeit(),
                        new Maven(),
                        new ClassPath(),
                        new Load(),
                        new Run(),
                        new Who(),
                        new Whos(),
                        new Reset(),
                        new Restart(),
                        new Exit(),
                        new History(),
                        new Env(),
                        new Cd(),
                        new Bash(),
                        new Theme(),
                        new Markup());
        for (Magic magic : all) {
            magic.forms().forEach(form -> byName.putIfAbsent(form.name(), magic));
        }
    }

    List<Form> forms() {
        return all.stream().flatMap(magic -> magic.forms().stream()).toList();
    }

    /// The forms of one magic, by its name with or without percent signs.
    List<Form> forms(String name) {
        String bare = name.replaceFirst("^%+", "");
        return forms().stream()
                .filter(form -> form.name().replaceFirst("^%+", "").equals(bare))
                .toList();
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    boolean takesCode(String name) {
        return forms().stream()
                .anyMatch(
                        form -> form.name().equals(name) && form.argument() == Form.Argument.CODE);
    }

    /// The magic of this name.
    ///
    /// @throws MagicException with names that are near, if there is none
    Magic find(String name) {
        Magic found = byName.get(name);
        if (found == null) {
            throw new MagicException(
                    "There is no magic `" + name + "`.",
                    other(name)
                            .or(() -> elsewhere(name))
                            .or(() -> near(name))
                            .orElse("`%help` lists all magics."));
        }
        return found;
    }

    /// The same name with one percent sign more or less.
    private Optional<String> other(String name) {
        String other = name.startsWith("%%") ? name.substring(1) : "%" + name;
        return Optional.ofNullable(byName.get(other))
                .map(
                        _ ->
                                name.startsWith("%%")
                                        ? "`" + other + "` takes one line: write it with one `%`."
                                        : "`"
                                                + other
                                                + "` takes all lines of the cell below it: write it"
                                                + " with two `%`, in the first line.");
    }

    private static Optional<String> elsewhere(String name) {
        return Optional.ofNullable(ELSEWHERE.get(name.replace("%", "")));
    }

    private Optional<String> near(String name) {
        String bare = name.replace("%", "");
        String found =
                byName.keySet().stream()
                        .filter(each -> isNear(each.replace("%", ""), bare))
                        .map(each -> "`" + each + "`")
                        .collect(Collectors.joining(" or "));
        return found.isEmpty() ? Optional.empty() : Optional.of("Did you mean " + found + "?");
    }

    private static boolean isNear(String magic, String name) {
        return Spelling.distance(magic, name) <= Math.max(1, name.length() / 3)
                || name.length() > 2 && magic.startsWith(name);
    }
}
