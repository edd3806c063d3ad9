package nacre.parity;

import java.util.ArrayList;
import java.util.List;

/// Runs cases one by one; whatever a case does, the next one is run.
final class Runner {
    private Runner() {}

    static List<Result> run(List<Case> cases) {
        var results = new ArrayList<Result>();
        for (Case expectation : cases) {
            results.add(new Result(expectation, run(expectation)));
        }
        return results;
    }

    static Outcome run(Case expectation) {
        Kind kind = Kinds.ALL.get(expectation.kind());
        if (kind == null) {
            return new Outcome.NotApplicable(
                    "cases of kind `" + expectation.kind() + "` are not known");
        }
        String reason = Differences.reason(expectation);
        if (reason != null) {
            return new Outcome.NotApplicable(reason);
        }
        var checks = new Checks(expectation);
        try {
            kind.check(expectation, checks);
        } catch (RuntimeException | StackOverflowError e) {
            checks.fail(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        return checks.outcome();
    }

    /// A case with what came of it.
    ///
    /// @param expectation the case
    /// @param outcome what came of it
    record Result(Case expectation, Outcome outcome) {}
}
