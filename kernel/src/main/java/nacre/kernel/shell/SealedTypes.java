package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets a cell write sealed types as a file does: without `permits`, the types that extend one are
/// those that stand beside it.
///
/// JShell compiles each type as a file of its own, so the names are put in for it.
final class SealedTypes {
    private static final Pattern SEALED =
            Pattern.compile("[^{]*(?<![-\\w])sealed\\b[^{]*\\b(?:class|interface)\\s+(\\w+)[^{]*");
    private static final Pattern SUBTYPE =
            Pattern.compile(
                    "\\b(?:class|interface|record|enum)\\s+(\\w+)[^{;]*?\\b(?:extends|implements)\\b([^{;]*)");
    private static final Pattern ARGUMENTS = Pattern.compile("<[^<>]*>");

    private SealedTypes() {}

    static List<Part.Piece> completed(List<Part.Piece> pieces) {
        return pieces.stream().map(each -> completed(each, pieces)).toList();
    }

    private static Part.Piece completed(Part.Piece piece, List<Part.Piece> pieces) {
        Matcher sealed = SEALED.matcher(Source.mask(piece.source()));
        if (!sealed.lookingAt() || Words.of(sealed.group()).contains("permits")) {
            return piece;
        }
        String name = sealed.group(1);
        var beside = new ArrayList<String>();
        for (Part.Piece other : pieces) {
            if (other != piece) {
                beside.addAll(subtypes(name, other));
            }
        }
        if (beside.isEmpty()) {
            return piece;
        }
        subtypes(name, piece).forEach(inside -> beside.add(name + "." + inside));
        return piece.with(sealed.end(), " permits " + String.join(", ", beside) + " ");
    }

    /// The types in a piece that extend one.
    private static List<String> subtypes(String name, Part.Piece piece) {
        String bare = withoutArguments(Source.mask(piece.source()));
        return SUBTYPE.matcher(bare)
                .results()
                .filter(type -> Words.of(type.group(2)).contains(name))
                .map(type -> type.group(1))
                .toList();
    }

    /// `class Pair<T extends Shape>` extends nothing.
    private static String withoutArguments(String mask) {
        String bare = ARGUMENTS.matcher(mask).replaceAll("");
        return bare.equals(mask) ? bare : withoutArguments(bare);
    }
}
