package nacre.parity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The command `nacre parity DIR [--group G] [--json OUT]`: runs every case file in a folder.
public final class Main {
    private static final String USAGE =
            """
            Usage: nacre parity DIR [--group G] [--json OUT]
            Runs the case files in DIR (real Keras's results) against the library.
              --group G    only the cases of this group, such as core; may be given several times
              --json OUT   also writes the results, case by case, to this file
            Ends with 0 if no case failed, with 1 if some did, with 2 if it could not run.
            """;

    private Main() {}

    /// Runs and ends the process.
    public static void main(String[] args) {
        System.exit(run(System.out, System.err, args));
    }

    /// Runs; gives the exit code.
    public static int run(PrintStream out, PrintStream err, String... args) {
        Path folder = null;
        Path json = null;
        var wanted = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            String value = i + 1 < args.length ? args[i + 1] : null;
            switch (args[i]) {
                case "--help", "-h" -> {
                    out.print(USAGE);
                    return 0;
                }
                case "--group", "--json" -> {
                    if (value == null) {
                        return usage(err, args[i] + " needs a value.");
                    }
                    if (args[i].equals("--group")) {
                        wanted.add(value);
                    } else {
                        json = Path.of(value);
                    }
                    i++;
                }
                default -> {
                    if (folder != null || args[i].startsWith("-")) {
                        return usage(err, "Unknown argument: " + args[i] + Near.option(args[i]));
                    }
                    folder = Path.of(args[i]);
                }
            }
        }
        return folder == null
                ? usage(err, "Which folder of case files?")
                : run(out, err, folder, wanted, json);
    }

    private static int run(
            PrintStream out,
            PrintStream err,
            Path folder,
            List<String> wanted,
            @Nullable Path json) {
        try {
            if (!Files.exists(folder)) {
                return wrong(err, "There is no folder " + folder + "." + Near.folder(folder));
            }
            List<Case> all = Cases.in(folder);
            if (all.isEmpty()) {
                return wrong(
                        err,
                        "There are no case files in "
                                + folder
                                + ": JSON files with \"format\", \"group\" and \"cases\".");
            }
            var groups = new TreeSet<>(all.stream().map(Case::group).toList());
            for (String group : wanted) {
                if (!groups.contains(group)) {
                    return wrong(
                            err,
                            "There is no group "
                                    + group
                                    + " in "
                                    + folder
                                    + ". "
                                    + Near.group(group, groups));
                }
            }
            List<Case> cases =
                    all.stream()
                            .filter(c -> wanted.isEmpty() || wanted.contains(c.group()))
                            .toList();
            var report = new Report(Runner.run(cases));
            out.print(report.text());
            if (json != null) {
                Files.writeString(json, report.json());
                out.println("Wrote " + json + ".");
            }
            return report.failed() == 0 ? 0 : 1;
        } catch (IOException e) {
            err.println("Cannot read or write: " + e.getMessage());
            return 2;
        }
    }

    private static int wrong(PrintStream err, String problem) {
        err.println(problem);
        return 2;
    }

    private static int usage(PrintStream err, String problem) {
        err.println(problem);
        err.print(USAGE);
        return 2;
    }
}
