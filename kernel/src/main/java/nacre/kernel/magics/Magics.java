package nacre.kernel.magics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nacre.display.Spelling;
import nacre.kernel.shell.Shell;

/// All magics there are, by name.
final class Magics {
    /// What is asked for under these names elsewhere, and where it is here.
    private static final Map<String, String> ELSEWHERE = elsewhere();

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
                        new WriteFile(),
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

    /// The forms of the magic of exactly this name.
    List<Form> exactly(String name) {
        Magic magic = byName.get(name);
        return magic == null
                ? List.of()
                : magic.forms().stream().filter(form -> form.name().equals(name)).toList();
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /// The words that can follow a magic's name.
    List<String> words(String name, Shell shell) {
        Magic magic = byName.get(name);
        return magic == null ? List.of() : magic.words(shell);
    }

    /// Whether a magic has a use for a file of that name.
    boolean takes(String name, String file) {
        Magic magic = byName.get(name);
        return magic != null && magic.takes(file);
    }

    boolean takesCode(String name) {
        return exactly(name).stream().anyMatch(form -> form.argument() == Form.Argument.CODE);
    }

    /// What may stand between a magic's name and its code, as a regular expression.
    String options(String name) {
        Magic magic = byName.get(name);
        return magic == null ? "" : magic.options();
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

    /// Says no to words behind a magic that has no use for any: whoever wrote them expects
    /// something else than what would happen.
    void refuseWords(Segment.Use use) {
        List<Form> its = exactly(use.name());
        if (!use.arguments().isEmpty() && its.stream().allMatch(Form::isBare)) {
            throw new MagicException(
                    "`"
                            + use.name()
                            + "` takes nothing behind its name; it got `"
                            + use.arguments()
                            + "`.",
                    "Written alone: " + its.getFirst().does() + ".");
        }
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

    private static Map<String, String> elsewhere() {
        var all = new HashMap<String, String>();
        BiConsumer<String, String> say =
                (names, told) -> Stream.of(names.split(" ")).forEach(name -> all.put(name, told));
        say.accept("pip conda mamba", "Libraries of Java come with `%maven`.");
        say.accept(
                "ls system sx cmd mkdir rm cp mv cat script perl ruby python python3",
                "Commands of the system stand below a `%%bash`.");
        say.accept("matplotlib pylab gui", "Charts need nothing of the kind: `Plot.line(…)`.");
        say.accept(
                "load_ext autoreload config pylint alias precision colors",
                "A cell needs nothing of the kind here; leave the line out.");
        say.accept("tb xmode debug pdb", "The last error's trace: `%trace`.");
        say.accept("cls clear", "In a cell: `Screen.clear()`.");
        say.accept("prun lprun memit mprun", "How long code takes: `%time` and `%timeit`.");
        say.accept("pinfo pinfo2 pdoc psource pdef", "Help on a name: `?name`.");
        say.accept(
                "recall rep rerun macro save edit", "`%history` prints the cells that were run.");
        say.accept("del xdel reset_selective", "A new value takes its place, or `%reset` all.");
        say.accept("store", "In a cell: `Files.writeString(Path.of(…), \"…\")`.");
        say.accept("capture", "A variable keeps what is of use later: `var text = …;`.");
        return Map.copyOf(all);
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
