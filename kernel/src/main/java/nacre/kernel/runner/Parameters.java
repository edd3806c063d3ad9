package nacre.kernel.runner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import nacre.kernel.notebook.Cell;
import nacre.kernel.notebook.Trouble;
import nacre.kernel.shell.Source;

/// Values from the command line that take the place of those in the notebook: `-p epochs=5`.
///
/// A notebook names what may be changed in a cell with the tag `parameters`, with the usual values.
/// The values given are put into a cell of their own behind it (or at the top, if there is none),
/// with the tag `injected-parameters`; a cell that an earlier run put there is taken out first.
final class Parameters {
    static final String TAG = "parameters";
    static final String INJECTED = "injected-parameters";

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private static final Pattern NAME = Pattern.compile("(\\w+)\\s*=(?!=)");

    private Parameters() {}

    /// The values by their names, from words such as `epochs=5`.
    static Map<String, String> of(List<String> words) {
        var values = new LinkedHashMap<String, String>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new Trouble("-p needs NAME=VALUE; it got " + word + ".");
            }
            String name = word.substring(0, equals);
            if (values.put(name, word.substring(equals + 1)) != null) {
                throw new Trouble("-p " + name + " was given twice.");
            }
        }
        return values;
    }

    static void inject(List<Cell> cells, Map<String, String> values) {
        cells.removeIf(cell -> cell.hasTag(INJECTED));
        if (values.isEmpty()) {
            return;
        }
        int after = -1;
        String declared = "";
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).hasTag(TAG)) {
                after = i;
                declared = cells.get(i).source();
            }
        }
        if (after >= 0) {
            refuseUnknown(values.keySet(), declared);
        }
        var code = new StringBuilder("// From the command line");
        for (var value : values.entrySet()) {
            code.append('\n').append(declaration(value.getKey(), value.getValue(), declared));
        }
        cells.add(after + 1, Cell.code("injected", code.toString(), INJECTED));
    }

    /// A name that the parameters cell does not have is a mistyped one.
    private static void refuseUnknown(Set<String> names, String declared) {
        List<String> known =
                NAME.matcher(Source.mask(declared)).results().map(each -> each.group(1)).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new Trouble(
                        "-p %s: the notebook has no such parameter; it has %s."
                                .formatted(name, String.join(", ", known)));
            }
        }
    }

    /// `float rate = 0.5f;` if the parameters cell says `float rate = …`, else with a type made
    /// from the value.
    private static String declaration(String name, String value, String declared) {
        if (!SourceVersion.isName(name)) {
            throw new Trouble("-p " + name + "=" + value + ": `" + name + "` is not a Java name.");
        }
        var found =
                Pattern.compile("\\b(\\w+)\\s+" + Pattern.quote(name) + "\\s*=").matcher(declared);
        String type =
                found.find() && !found.group(1).equals("var") ? found.group(1) : typeOf(value);
        if (!fits(type, value)) {
            throw new Trouble("-p %s=%s: %s is of type %s.".formatted(name, value, name, type));
        }
        return type + " " + name + " = " + literal(type, value) + ";";
    }

    private static boolean fits(String type, String value) {
        return switch (type) {
            case "int", "long" -> WHOLE.matcher(value).matches();
            case "float", "double" -> DECIMAL.matcher(value).matches();
            case "boolean" -> value.equals("true") || value.equals("false");
            default -> true;
        };
    }

    private static String typeOf(String value) {
        if (value.equals("true") || value.equals("false")) {
            return "boolean";
        }
        if (WHOLE.matcher(value).matches()) {
            return value.length() > 9 ? "long" : "int";
        }
        return DECIMAL.matcher(value).matches() ? "double" : "String";
    }

    private static String literal(String type, String value) {
        return switch (type) {
            case "float" -> value + "f";
            case "long" -> value + "L";
            case "String" ->
                    '"'
                            + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                            + '"';
            default -> value;
        };
    }
}
