package nacre.bench;

import java.util.Arrays;
import java.util.List;
import jdk.jshell.JShell;

/// How long JShell alone takes for `1 + 1`, in this process and without any kernel: what a kernel's
/// own work is to be held against.
///
/// Prints milliseconds: the median of 50 times after 20, as `bench kernel` takes it of kernels.
public final class PlainShell {
    private static final int EARLIER = 20;
    private static final int TIMES = 50;
    private static final List<String> IMPORTS =
            List.of(
                    "java.io.*",
                    "java.math.*",
                    "java.net.*",
                    "java.nio.file.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "java.util.function.*",
                    "java.util.prefs.*",
                    "java.util.regex.*",
                    "java.util.stream.*"); // the default ones of the tool jshell

    private PlainShell() {}

    public static void main(String[] args) {
        try (JShell jshell = JShell.builder().executionEngine("local").build()) {
            IMPORTS.forEach(each -> jshell.eval("import " + each + ";"));
            double[] took = new double[EARLIER + TIMES];
            for (int i = 0; i < took.length; i++) {
                long start = System.nanoTime();
                String cut = jshell.sourceCodeAnalysis().analyzeCompletion("1 + 1").source();
                String value = jshell.eval(cut).getFirst().value();
                took[i] = (System.nanoTime() - start) / 1e6;
                if (!"2".equals(value)) {
                    throw new IllegalStateException("JShell says " + value);
                }
            }
            double[] warm = Arrays.copyOfRange(took, EARLIER, took.length);
            Arrays.sort(warm);
            System.out.printf("%.1f%n", warm[TIMES / 2]);
        }
    }
}
