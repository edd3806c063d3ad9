package nacre.kernel.magics;

import java.util.List;
import java.util.stream.Collectors;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;

/// `%history`: the cells that were run.
final class History implements Magic {
    private static final String NUMBER = "\\d{1,9}";

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%history N",
                        "prints the last N cells that were run; without N, all of this session"),
                new Form("%history A-B", "prints the cells with these numbers"),
                new Form("%history -g TEXT", "prints the cells that contain a text"),
                new Form("%hist N", "the same, as IPython calls it too"));
    }

    @Override
    public List<String> words(Shell shell) {
        return List.of("-g");
    }

    @Override
    public CellResult run(Call call) {
        List<Cells.Past> all = call.cells().history();
        return call.print(
                chosen(all, call.words().stream().filter(each -> !isOfNoMeaning(each)).toList())
                        .stream()
                        .map(past -> "In [" + past.number() + "]: " + indented(past.code().strip()))
                        .collect(Collectors.joining("\n")));
    }

    /// What IPython is told with numbers to print, what to leave out and so on.
    private static boolean isOfNoMeaning(String option) {
        return option.matches("-[lnopt]+");
    }

    private static List<Cells.Past> chosen(List<Cells.Past> all, List<String> words) {
        if (words.isEmpty()) {
            return all;
        }
        String which = String.join(" ", words);
        if (words.getFirst().equals("-g")) {
            String text = String.join(" ", words.subList(1, words.size()));
            return all.stream().filter(past -> past.code().contains(text)).toList();
        }
        if (which.matches(NUMBER)) {
            return all.subList(
                    all.size() - Math.min(all.size(), Integer.parseInt(which)), all.size());
        }
        if (which.matches(NUMBER + "-" + NUMBER)) {
            int dash = which.indexOf('-');
            int from = Integer.parseInt(which.substring(0, dash));
            int to = Integer.parseInt(which.substring(dash + 1));
            return all.stream()
                    .filter(past -> past.number() >= from && past.number() <= to)
                    .toList();
        }
        throw new MagicException(
                "`%history` takes a number or two; it got " + which + ".",
                "As in `%history 5` for the last five cells, `%history 2-4` for cells 2 to 4.");
    }

    private static String indented(String code) {
        return code.replace("\n", "\n    ");
    }
}
