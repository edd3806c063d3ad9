package nacre.kernel.shell;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets a cell write the constructors of a record as a file does: without `public`.
///
/// JShell makes each type of a cell public, and Java wants a record's own constructor to be as open
/// as the record.
final class RecordConstructors {
    private static final Pattern RECORD = Pattern.compile("[^{]*?\\brecord\\s+(\\w+)[^{]*");
    private static final Pattern OPENNESS = Pattern.compile("\\b(?:public|protected|private)\\b");

    private RecordConstructors() {}

    static List<Part.Piece> completed(List<Part.Piece> pieces) {
        return pieces.stream().map(RecordConstructors::completed).toList();
    }

    private static Part.Piece completed(Part.Piece piece) {
        String mask = Source.mask(piece.source());
        Matcher declaration = RECORD.matcher(mask);
        if (!declaration.lookingAt()) {
            return piece;
        }
        Part.Piece completed = piece;
        String name = declaration.group(1);
        Pattern constructor = Pattern.compile("(?<=[;{}])[^;{}=]*?\\b(" + name + ")\\s*[({]");
        String added = "public ";
        int shift = 0;
        for (MatchResult each : constructor.matcher(members(mask)).results().toList()) {
            if (!OPENNESS.matcher(each.group()).find()) {
                completed = completed.with(each.start(1) + shift, added);
                shift += added.length();
            }
        }
        return completed;
    }

    /// The source without what stands inside of its members.
    private static String members(String mask) {
        var members = new StringBuilder();
        int depth = 0;
        for (char c : mask.toCharArray()) {
            depth -= c == '}' ? 1 : 0;
            members.append(depth > 1 ? ' ' : c);
            depth += c == '{' ? 1 : 0;
        }
        return members.toString();
    }
}
