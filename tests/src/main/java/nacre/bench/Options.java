package nacre.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// What a benchmark was asked for.
///
/// @param threads how many threads everybody may use
/// @param rounds how often everything is measured; medians are compared
/// @param peers whether the other libraries on the JVM take part
/// @param without names of libraries that do not take part
/// @param names parts of the names of the workloads wanted; none means all
record Options(int threads, int rounds, boolean peers, List<String> without, List<String> names) {
    static Options of(String[] args) {
        int threads = Runtime.getRuntime().availableProcessors();
        int rounds = 7;
        boolean peers = false;
        var without = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (Iterator<String> words = Arrays.asList(args).iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "-t" -> threads = number(word, words);
                case "-r" -> rounds = number(word, words);
                case "--peers" -> peers = true;
                case "--without" -> without.add(words.hasNext() ? words.next() : "");
                default -> names.add(word);
            }
        }
        return new Options(threads, rounds, peers, without, List.copyOf(names));
    }

    private static int number(String option, Iterator<String> words) {
        String word = words.hasNext() ? words.next() : "nothing";
        if (!word.matches("[1-9]\\d{0,3}")) {
            System.err.println(option + " needs a number from 1, got " + word);
            System.exit(2);
        }
        return Integer.parseInt(word);
    }

    /// Whether a workload of this name is to be measured.
    boolean want(String workload) {
        return names.isEmpty() || names.stream().anyMatch(workload::contains);
    }
}
