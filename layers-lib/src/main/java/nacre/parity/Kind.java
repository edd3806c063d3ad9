package nacre.parity;

/// How cases of one kind are checked.
@FunctionalInterface
interface Kind {
    /// Does what the case says and notes what differs; an exception means that the case failed.
    void check(Case expectation, Checks checks);
}
