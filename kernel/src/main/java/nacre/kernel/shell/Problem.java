package nacre.kernel.shell;

/// One complaint of javac about a cell.
///
/// @param code javac's name for it, such as `compiler.err.cant.resolve`
/// @param message javac's own words, with the packages of types left out
/// @param position where in the cell it is
/// @param length how many characters are meant
record Problem(String code, String message, Cell cell, int position, int length) {

    Problem {
        message = TypeNames.simple(message);
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

    /// Whether javac took a mistyped class for a package, as in `Sytem.out`.
    boolean isUnknownOwner() {
        return is("doesnt.exist") && message.matches("package \\w+ does not exist");
    }

    String firstLine() {
        return message.lines().findFirst().orElse("");
    }
}
