package nacre.parity;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What came of a run, per group: as text and as JSON.
final class Report {
    private final Map<String, List<Runner.Result>> groups = new TreeMap<>();

    Report(List<Runner.Result> results) {
        for (Runner.Result result : results) {
            groups.computeIfAbsent(result.expectation().group(), _ -> new ArrayList<>())
                    .add(result);
        }
    }

    private static long count(List<Runner.Result> results, Class<? extends Outcome> outcome) {
        return results.stream().filter(result -> outcome.isInstance(result.outcome())).count();
    }

    /// The largest deviation among the cases that passed: 1 is just tolerated.
    private static double worst(List<Runner.Result> results) {
        return results.stream()
                .map(Runner.Result::outcome)
                .mapToDouble(
                        outcome ->
                                outcome instanceof Outcome.Passed passed ? passed.deviation() : 0)
                .max()
                .orElse(0);
    }

    long failed() {
        return groups.values().stream()
                .mapToLong(group -> count(group, Outcome.Failed.class))
                .sum();
    }

    /// A table of the groups, then the cases that failed, then the reasons of those that do not
    /// apply.
    String text() {
        var text = new StringBuilder();
        text.append(row("group", "passed", "failed", "n/a", "worst deviation"));
        groups.forEach((name, results) -> text.append(row(name, results)));
        var all = groups.values().stream().flatMap(List::stream).toList();
        if (groups.size() > 1) {
            text.append(row("all", all));
        }
        text.append(
                "Worst deviation: largest |got - expected| of a passed case, in parts of what is tolerated.\n");
        for (Runner.Result result : all) {
            if (result.outcome() instanceof Outcome.Failed failed) {
                text.append("FAILED ")
                        .append(result.expectation().id())
                        .append(": ")
                        .append(failed.reason());
                text.append('\n');
            }
        }
        reasons(all)
                .forEach(
                        (reason, n) ->
                                text.append("n/a ")
                                        .append(n)
                                        .append(": ")
                                        .append(reason)
                                        .append('\n'));
        return text.toString();
    }

    private static Map<String, Integer> reasons(List<Runner.Result> results) {
        var reasons = new TreeMap<String, Integer>();
        for (Runner.Result result : results) {
            if (result.outcome() instanceof Outcome.NotApplicable(String reason)) {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        return reasons;
    }

    private static String row(String name, List<Runner.Result> results) {
        return row(
                name,
                String.valueOf(count(results, Outcome.Passed.class)),
                String.valueOf(count(results, Outcome.Failed.class)),
                String.valueOf(count(results, Outcome.NotApplicable.class)),
                String.format(Locale.ROOT, "%.4f", worst(results)));
    }

    private static String row(
            String name, String passed, String failed, String other, String worst) {
        return String.format(
                Locale.ROOT, "%-28s %8s %8s %8s %16s%n", name, passed, failed, other, worst);
    }

    /// The same for programs, with every case by its id.
    String json() {
        var result = new LinkedHashMap<String, Object>();
        var groupRows = new ArrayList<Object>();
        var caseRows = new ArrayList<Object>();
        groups.forEach(
                (name, results) -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("group", name);
                    row.put("passed", count(results, Outcome.Passed.class));
                    row.put("failed", count(results, Outcome.Failed.class));
                    row.put("not_applicable", count(results, Outcome.NotApplicable.class));
                    row.put("worst_deviation", worst(results));
                    groupRows.add(row);
                    results.forEach(each -> caseRows.add(caseRow(each)));
                });
        result.put("groups", groupRows);
        result.put("cases", caseRows);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(result);
    }

    private static Map<String, @Nullable Object> caseRow(Runner.Result result) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", result.expectation().id());
        row.put("group", result.expectation().group());
        row.put("kind", result.expectation().kind());
        switch (result.outcome()) {
            case Outcome.Passed(double deviation) -> {
                row.put("status", "passed");
                row.put("deviation", deviation);
            }
            case Outcome.Failed(String reason, double deviation) -> {
                row.put("status", "failed");
                row.put("deviation", deviation);
                row.put("reason", reason);
            }
            case Outcome.NotApplicable(String reason) -> {
                row.put("status", "not applicable");
                row.put("reason", reason);
            }
        }
        return row;
    }
}
