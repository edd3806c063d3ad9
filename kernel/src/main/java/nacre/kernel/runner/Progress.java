package nacre.kernel.runner;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// One line for each cell: its number, how long it ran, its first line of code.
final class Progress {
    private static final int WIDTH = 64;

    private final PrintStream out;
    private final boolean live;

    /// @param live whether a line may be written over: not in a file, not on a build server
    Progress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    void start(int position, int total, String title) {
        if (live) {
            out.print(line(position, total, "  … ", title));
            out.flush();
        }
    }

    void end(CellReport report, int total) {
        String mark = report.failed() ? "  ✗" : "";
        out.println(
                (live ? "\r" : "")
                        + line(report.position(), total, seconds(report.time()), report.title())
                        + mark);
        out.flush();
    }

    private static String line(int position, int total, String time, String title) {
        String cut = title.length() > WIDTH ? title.substring(0, WIDTH - 1) + "…" : title;
        return "  %3d/%d  %7s  %s".formatted(position, total, time, cut);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
