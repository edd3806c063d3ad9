package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.VarSnippet;

/// The variables of earlier cells that the declarations of one cell do not leave as they were.
final class Affected {
    private final Variables variables;
    private final Undo undo;
    private final Captures captures;
    private final Map<String, String> emptied = new LinkedHashMap<>(); // their types

    Affected(Variables variables, Undo undo) {
        this.variables = variables;
        this.undo = undo;
        this.captures = variables.captures();
    }

    /// Remembers what there is; to be called before each declaration, of which the first counts.
    void remember() {
        captures.remember();
    }

    /// A variable has got a new class; with its value, if that is still of its type.
    void moved(VarSnippet variable) {
        if (undo.hadValue(variable) && variables.get(variable.name()) == null) {
            emptied.put(variable.name(), TypeNames.simple(variable.typeName()));
        }
    }

    /// What is told of them, but for those to which the cell itself gives a value.
    ///
    /// @param all remembers those that are empty now
    List<String> notes(List<Part.Piece> cell, Emptied all) {
        var notes = new ArrayList<String>();
        emptied.forEach(
                (name, type) -> {
                    if (isLeft(name, cell)) {
                        notes.add(Emptied.note(name, type));
                        all.add(name, type);
                    }
                });
        captures.ofReplaced()
                .forEach(
                        (name, old) -> {
                            if (isLeft(name, cell)) {
                                notes.add(
                                        "The variable %s goes on with the old %s; run its cell again."
                                                .formatted(name, old));
                            }
                        });
        return notes;
    }

    private static boolean isLeft(String variable, List<Part.Piece> cell) {
        var assignment = Pattern.compile("\\b" + Pattern.quote(variable) + "\\s*=(?!=)");
        return cell.stream()
                .noneMatch(piece -> assignment.matcher(Source.mask(piece.source())).find());
    }
}
