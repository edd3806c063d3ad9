package nacre.kernel.magics;

/// One way to write a magic.
///
/// @param usage the magic and, in capitals, what follows it, on its line or below: `%time CODE`
/// @param does what comes of it, in one sentence
record Form(String usage, String does) {

    /// What can follow a magic, told by the word that stands for it.
    enum Argument {
        NOTHING,
        TEXT,
        CODE,
        FILE,
        BODY
    }

    /// The magic's name with its percent signs.
    String name() {
        return usage.split("\\s")[0];
    }

    /// Whether it is no more than its name and, perhaps, the lines below.
    boolean isBare() {
        boolean isAlone = usage.lines().findFirst().orElse("").equals(name());
        return isAlone && argument() != Argument.CODE;
    }

    /// Whether the name of a file or a folder can follow on its line.
    boolean takesFile() {
        return usage.contains("FILE") || usage.contains("FOLDER");
    }

    Argument argument() {
        if (usage.contains("CODE")) {
            return Argument.CODE;
        }
        if (name().startsWith("%%")) {
            return Argument.BODY;
        }
        if (takesFile()) {
            return Argument.FILE;
        }
        return usage.equals(name()) ? Argument.NOTHING : Argument.TEXT;
    }
}
