package nacre.kernel.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nacre.display.Display;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;
import nacre.kernel.shell.ShellOptions;
import org.junit.jupiter.api.Test;

/// Many cells of all kinds in one session: every answer right, no slower at the end, nothing kept.
///
/// 500 of them in every build; `-Dnacre.soak=10000` takes as long as a term.
class SoakTest {
    private static final int CELLS = Integer.getInteger("nacre.soak", 500);

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Random random = new Random(7);
    private final List<Double> times = new ArrayList<>();
    private int sum;
    private int number;

    @Test
    void cellFiveHundredIsAsGoodAsCellFifty() throws Exception {
        var options =
                ShellOptions.of(List.of(library()))
                        .imports(List.of("java.util.*", "java.util.stream.*", "nacre.plot.*"));
        try (var cells = new Cells(() -> new Shell(options))) {
            run(cells, "int sum = 0;");
            for (int i = 0; i < 100; i++) { // until javac is compiled itself
                mixed(cells, i);
            }
            times.clear();
            double heapBefore = heap();
            for (int i = 0; i < CELLS; i++) {
                mixed(cells, i);
                if ((i + 1) % 500 == 0) {
                    report(i + 1);
                }
            }
            double grown = (heap() - heapBefore) / CELLS;
            double early = median(times.subList(0, times.size() / 4));
            double late = median(times.subList(times.size() * 3 / 4, times.size()));
            System.out.printf(
                    "soak: %d cells, %.1f ms of work early, %.1f ms late, %.1f kB of heap kept per cell%n",
                    CELLS, early, late, grown);
            assertTrue(late < 1.5 * early + 10, "early " + early + " ms, late " + late + " ms");
            assertTrue(grown < 20, grown + " kB per cell");
        }
    }

    private void mixed(Cells cells, int i) throws InterruptedException {
        switch (i % 10) {
            case 0 -> value(cells, "1 + " + i, String.valueOf(1 + i));
            case 1 -> {
                int add = random.nextInt(100);
                sum += add;
                value(cells, "sum += " + add + ";\nsum", String.valueOf(sum));
            }
            case 2 -> {
                run(cells, "int twice(int n) { return 2 * n + " + i + " - " + i + "; }");
                value(cells, "twice(" + i + ")", String.valueOf(2 * i));
            }
            case 3 -> {
                run(cells, "record Point(int x, int y) { int at() { return x + y + " + i + "; } }");
                value(cells, "new Point(1, 2).at()", String.valueOf(3 + i));
            }
            case 4 -> {
                Session.Ran ran =
                        run(cells, "for (int i = 0; i < 200; i++) { System.out.println(i); }");
                assertEquals(200, ran.out.toString().lines().count());
            }
            case 5 ->
                    assertEquals(
                            "CompileError",
                            run(cells, "int broken = \"" + i + "\";").error().name());
            case 6 ->
                    assertEquals(
                            "ArithmeticException",
                            run(cells, "int zero = 0;\n" + i + " / zero").error().name());
            case 7 ->
                    value(
                            cells,
                            "Stream.iterate(1, n -> n + 1).limit("
                                    + i
                                    + " % 10 + 1).mapToInt(Integer::intValue).sum()",
                            String.valueOf((i % 10 + 1) * (i % 10 + 2) / 2));
            case 8 -> {
                if (i % 50 == 8) {
                    Display chart = value(cells, "Plot.line(\"" + i + "\", 1, 2, 3)");
                    assertTrue(chart.data().containsKey("image/png"));
                }
                run(cells, "%time var list" + i % 30 + " = List.of(" + i + ", 2);");
            }
            default -> stopped(cells);
        }
    }

    /// A cell that runs for ever, stopped at a random moment.
    private void stopped(Cells cells) throws InterruptedException {
        var ran = new Session.Ran();
        Thread thread =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        ran.result =
                                                cells.run(
                                                        "while (true) { sum++; sum--; }",
                                                        ++number,
                                                        ran));
        Thread.sleep(random.nextInt(60));
        while (thread.isAlive()) { // a stop before the cell has begun stops nothing
            cells.interrupt();
            thread.join(20);
        }
        assertInstanceOf(CellResult.Interrupted.class, ran.result);
        run(cells, "sum = " + sum + ";");
    }

    private void value(Cells cells, String code, String expected) {
        assertEquals(expected, value(cells, code).text(), code);
    }

    private Display value(Cells cells, String code) {
        var value = assertInstanceOf(CellResult.Value.class, run(cells, code).result, code);
        return value.display().orElseThrow();
    }

    private Session.Ran run(Cells cells, String code) {
        var ran = new Session.Ran();
        double start = work();
        ran.result = cells.run(code, ++number, ran);
        times.add(work() - start);
        return ran;
    }

    private void report(int done) {
        var memory =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(each -> each.getName().equals("Metaspace"))
                        .findFirst()
                        .orElseThrow();
        System.out.printf(
                "soak: %d cells, median of the last 100: %.1f ms, heap %.0f MB, classes %.0f MB%n",
                done,
                median(times.subList(times.size() - 100, times.size())),
                heap() / 1e3,
                memory.getUsage().getUsed() / 1e6);
    }

    /// The processor time that this process has used, in ms: who else is busy does not matter.
    private static double work() {
        return PROCESS.getProcessCpuTime() / 1e6;
    }

    /// What is in use after collecting, in kB.
    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e3;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    private static Path library() throws URISyntaxException {
        return Path.of(Display.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
