package nacre.kernel.shell;

import static nacre.kernel.shell.Idiom.name;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The functions and names that are always there in Python and in Keras's examples.
final class PythonNames {
    static final List<Idiom> IDIOMS =
            List.of(
                    name("print\\b", "In Java: `System.out.println(…)`."),
                    name(
                            "len\\s*\\(\\s*(\\w+|\"[^\"]*\")",
                            "The length in Java: `$1.length` of an array, `$1.length()` of a text,"
                                    + " `$1.size()` of a list."),
                    name(
                            "help\\s*;?\\s*$",
                            "`help()` shows what there is, `help(String)` tells of one name."),
                    name("str\\s*\\(", "In Java: `String.valueOf(…)`."),
                    name(
                            "type\\s*\\(",
                            "In Java: `x.getClass()`; `%whos` shows the types of all variables."),
                    name("input\\s*\\(", "In Java: `new Scanner(System.in).nextLine()`."),
                    name(
                            "range\\s*\\(",
                            "In Java: `IntStream.range(0, n)`, or `for (int i = 0; i < n; i++)`."),
                    name("list\\s*\\(", "In Java: `new ArrayList<Integer>()`."),
                    name("dict\\s*\\(", "In Java: `new HashMap<String, Integer>()`."),
                    name("set\\s*\\(", "In Java: `new HashSet<Integer>()`."),
                    name("sorted\\s*\\(\\s*(\\w+)", "In Java: `$1.stream().sorted().toList()`."),
                    name(
                            "sum\\s*\\(\\s*(\\w+)",
                            "Of an array of numbers: `IntStream.of($1).sum()`."),
                    name(
                            "isinstance\\s*\\(\\s*(\\w+)\\s*,\\s*(\\w+)",
                            "In Java: `$1 instanceof String`, or another class."),
                    name("open\\s*\\(", "In Java: `Files.readString(Path.of(\"name\"))`."),
                    name(
                            "(?:exit|quit)\\s*\\(",
                            "`%exit` ends the session; `return` leaves a method."),
                    name(
                            "self\\b",
                            "`self` is `this` in Java, and is there only inside of a class."));

    private PythonNames() {}

    /// `getWeights` for `get_weights`.
    static String camel(String name) {
        return Pattern.compile("_(\\w)")
                .matcher(name)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
