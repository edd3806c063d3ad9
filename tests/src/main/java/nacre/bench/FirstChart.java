package nacre.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nacre.bench.outside.Browser;
import nacre.bench.outside.Page;
import nacre.bench.outside.Program;
import nacre.bench.outside.Waiting;

/// Measures what a student waits for: from a fresh clone to the first chart on the page, and the
/// same on the next day, when everything is built.
///
/// The clone has what is committed. Jupyter and Maven's repository are those of the machine;
/// Jupyter's settings are in the clone's folder, so that a kernel which is installed already stays.
/// The browser is open before the clock runs.
public final class FirstChart {
    private static final String LESSON = "06-dense.ipynb";
    private static final Pattern BUILT = Pattern.compile("Building Nacre .*(done in \\d+ s)");
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\S+)");
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final Path folder;
    private final Path clone;
    private long lap;
    private long total;

    private FirstChart(Path folder) {
        this.folder = folder;
        clone = folder.resolve("nacre");
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("nacre-first-chart");
        var machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "%d cores, load %.1f%n",
                machine.getAvailableProcessors(), machine.getSystemLoadAverage());
        try (var browser = new Browser(folder.resolve("browser"))) {
            var measure = new FirstChart(folder);
            measure.first(browser, Path.of(System.getProperty("nacre.home", ".")));
            measure.second(browser);
        } finally {
            delete(folder);
        }
    }

    private void first(Browser browser, Path repository) {
        System.out.println("\nfrom a fresh clone");
        begin();
        new Program(List.of("git", "clone", "--quiet"), Map.of())
                .with(repository.toUri().toString(), clone.toString())
                .run(folder.resolve("clone.log"), LIMIT)
                .succeeded("git clone");
        lap("clone");
        Path log = folder.resolve("first.log");
        Process jupyter = notebook(log);
        try {
            Waiting.forMatch(log, BUILT, jupyter, LIMIT);
            lap("build");
            chart(browser, jupyter, log);
        } finally {
            Program.stop(jupyter);
        }
    }

    private void second(Browser browser) {
        System.out.println("\nthe next start");
        begin();
        Path log = folder.resolve("second.log");
        Process jupyter = notebook(log);
        try {
            chart(browser, jupyter, log);
        } finally {
            Program.stop(jupyter);
        }
    }

    private Process notebook(Path log) {
        Path own = folder.resolve("jupyter");
        var settings =
                Map.of(
                        "IPYTHONDIR", own.resolve("ipython").toString(),
                        "JUPYTER_CONFIG_DIR", own.resolve("config").toString(),
                        "JUPYTER_DATA_DIR", own.resolve("data").toString(),
                        "JUPYTER_RUNTIME_DIR", own.resolve("runtime").toString());
        return new Program(List.of(clone.resolve("nacre").toString()), settings)
                .with("notebook", "--no-browser", "--ip=127.0.0.1")
                .start(log);
    }

    private void chart(Browser browser, Process jupyter, Path log) {
        String address = Waiting.forMatch(log, ADDRESS, jupyter, LIMIT);
        lap("Jupyter up");
        String lesson = address.replaceFirst("/(tree)?\\?", "/notebooks/" + LESSON + "?");
        try (var page = new Page(browser, lesson)) {
            page.awaitKernel(LIMIT);
            lap("kernel ready");
            page.start();
            page.awaitPicture(LIMIT);
            lap("first chart");
        }
        System.out.printf("%-14s %6.1f s%n", "in all", total / 1e9);
    }

    private void begin() {
        total = 0;
        lap = System.nanoTime();
    }

    private void lap(String part) {
        long now = System.nanoTime();
        System.out.printf("%-14s %6.1f s%n", part, (now - lap) / 1e9);
        total += now - lap;
        lap = now;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
