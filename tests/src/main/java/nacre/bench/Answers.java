package nacre.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The other end of [Peer]: a library that is measured in a process of its own.
public final class Answers {
    /// What a library can do.
    public interface Works {
        /// Makes one run of the workload; empty if the library does not have it.
        Optional<Runnable> make(String name, int[] sizes);
    }

    private Answers() {}

    /// Answers the questions on standard input, or does one piece of work and ends.
    ///
    /// A question is a line `millis name size…`, its answer the nanoseconds of one run; it is `NaN`
    /// where the library does not have that.
    ///
    /// @param args the number of threads, which `works` knows already; then nothing, or a workload
    public static void give(String[] args, Works works) throws IOException {
        if (args.length > 1) {
            made(works, String.join(" ", Arrays.asList(args).subList(1, args.length)))
                    .orElseThrow()
                    .run();
            System.exit(0); // libraries keep threads
        }
        PrintStream answers = System.out;
        System.setOut(System.err); // libraries print
        boolean alone = args[0].equals("1");
        Map<String, Optional<Runnable>> known = new HashMap<>();
        answers.println("ready");
        var questions =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = questions.readLine()) != null; ) {
            String[] words = line.split(" ", 2);
            answers.println(time(works, words[1], known, Integer.parseInt(words[0]), alone));
        }
        System.exit(0);
    }

    private static double time(
            Works works,
            String work,
            Map<String, Optional<Runnable>> known,
            int millis,
            boolean alone) {
        try {
            Optional<Runnable> run = known.get(work);
            if (run == null) {
                run = made(works, work);
                known.put(work, run);
                run.ifPresent(r -> Clock.warm(r, alone));
            }
            return run.map(r -> Clock.time(r, millis, alone)).orElse(Double.NaN);
        } catch (RuntimeException | LinkageError e) {
            e.printStackTrace();
            known.put(work, Optional.empty());
            return Double.NaN;
        }
    }

    private static Optional<Runnable> made(Works works, String work) {
        String[] words = work.split(" ");
        int[] sizes = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
        return works.make(words[0], sizes);
    }
}
