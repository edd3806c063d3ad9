package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.VarSnippet;

/// The variables and fields of earlier cells that the declarations of one cell do not leave as they
/// were.
final class Affected {
    private final Variables variables;
    private final Undo undo;
    private final Captures captures;
    private final Statics statics;
    private final Map<String, String> emptied = new LinkedHashMap<>(); // their types

    Affected(Variables variables, Undo undo) {
        this.variables = variables;
        this.undo = undo;
        this.captures = variables.captures();
        this.statics = variables.statics();
    }

    /// Remembers what there is; to be called before each declaration, of which the first counts.
    void remember() {
        captures.remember();
        statics.remember();
    }

    /// A variable has got a new class; with its value, if that is still of its type.
    void moved(VarSnippet variable) {
        if (undo.hadValue(variable) && variables.get(variable.name()) == null) {
            emptied.put(variable.name(), TypeNames.simple(variable.typeName()));
        }
    }

    /// Says which are empty before the cell runs, but for those to which it gives a value itself.
    void addEmpty(List<Part.Piece> cell, Emptied all) {
        emptied.forEach(
                (name, type) -> {
                    if (isLeft(name, cell)) {
                        all.add(name, type);
                    }
                });
    }

    /// What is told of them when the cell has run: what it calls may have given them a value, or
    /// filled them anew.
    ///
    /// @param all knows those that still are empty
    List<String> notes(Emptied all) {
        var notes = new ArrayList<String>();
        emptied.forEach(
                (name, type) -> {
                    if (all.has(name)) {
                        notes.add(Emptied.note(name, type));
                    }
                });
        captures.ofReplaced()
                .forEach(
                        (name, old) ->
                                notes.add(
                                        "The variable %s goes on with the old %s; run its cell again."
                                                .formatted(name, old)));
        notes.addAll(statics.notes());
        return notes;
    }

    private static boolean isLeft(String variable, List<Part.Piece> cell) {
        var assignment = Pattern.compile("\\b" + Pattern.quote(variable) + "\\s*=(?!=)");
        return cell.stream()
                .noneMatch(piece -> assignment.matcher(Source.mask(piece.source())).find());
    }
}
