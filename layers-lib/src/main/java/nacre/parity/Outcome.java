package nacre.parity;

/// What came of a case.
sealed interface Outcome {
    /// Everything as expected.
    ///
    /// @param deviation the largest difference, as a share of what is tolerated
    record Passed(double deviation) implements Outcome {}

    /// Something differs.
    ///
    /// @param reason what
    /// @param deviation the largest difference, as a share of what is tolerated
    record Failed(String reason, double deviation) implements Outcome {}

    /// Nothing that could be compared here.
    ///
    /// @param reason why
    record NotApplicable(String reason) implements Outcome {}
}
