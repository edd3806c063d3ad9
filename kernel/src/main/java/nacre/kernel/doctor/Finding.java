package nacre.kernel.doctor;

/// One thing that was looked at.
///
/// @param subject what it is, in a word
/// @param state how it is and, if need be, how to mend it
/// @param fine whether it works
record Finding(String subject, String state, boolean fine) {
    static Finding fine(String subject, String state) {
        return new Finding(subject, state, true);
    }

    static Finding broken(String subject, String state) {
        return new Finding(subject, state, false);
    }

    @Override
    public String toString() {
        return "  %-9s %s".formatted(subject, state);
    }
}
