package nacre.kernel.shell;

import java.util.regex.Pattern;

/// One complaint of javac about a cell.
///
/// @param code javac's name for it, such as `compiler.err.cant.resolve`
/// @param message javac's own words, with the packages of types left out
/// @param position where in the cell it is
/// @param length how many characters are meant
record Problem(String code, String message, Cell cell, int position, int length) {

    private static final Pattern SYNTAX =
            Pattern.compile(
                    "compiler\\.err\\.(?:expected|dot\\.class\\.expected|premature|illegal\\.(?:start|char)"
                            + "|not\\.stmt|unclosed|else\\.without|catch\\.without|try\\.without|orphaned)");

    /// A type for which a `?` stands: `capture#1 of ?`.
    private static final Pattern CAPTURE = Pattern.compile("\\bcapture#\\d+ of ");

    private static final Pattern BEHIND_OWNER = Pattern.compile("(?:\\.|::)\\s*$");

    Problem {
        message = CAPTURE.matcher(TypeNames.simple(message)).replaceAll("");
    }

    Cell.Spot spot() {
        return cell.spot(position);
    }

    /// The word that is meant.
    String word() {
        String source = cell.code();
        return source.substring(position, Math.min(source.length(), position + length));
    }

    /// Whether it is of a kind, as in `is("cant.resolve")`.
    boolean is(String kind) {
        return code.startsWith("compiler.err." + kind);
    }

    /// What follows a label in javac's words, as the `symbol:` of a name it cannot find; empty if
    /// nothing does.
    String after(String label) {
        return message.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip())
                .findFirst()
                .orElse("");
    }

    /// Whether something of Java is meant that is only tried out in this release.
    boolean isPreview() {
        return is("is.preview") || is("preview.feature.disabled");
    }

    /// Whether the text is no Java at all, so that what else javac says of it means little.
    boolean isSyntax() {
        return SYNTAX.matcher(code).lookingAt();
    }

    /// Whether javac took a mistyped class for a package, as in `Sytem.out`.
    boolean isUnknownOwner() {
        return is("doesnt.exist") && message.matches("package \\w+ does not exist");
    }

    /// Whether a name is asked of something: `x.name`, `Type::name`.
    boolean isBehindOwner() {
        return BEHIND_OWNER.matcher(cell.code().substring(0, position)).find();
    }

    String firstLine() {
        return message.lines().findFirst().orElse("");
    }
}
