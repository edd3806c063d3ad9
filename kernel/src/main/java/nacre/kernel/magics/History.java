package nacre.kernel.magics;

import java.util.List;
import java.util.stream.Collectors;
import nacre.kernel.shell.CellResult;

/// `%history`: the cells that were run.
final class History implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%history N",
                        "prints the last N cells that were run; without N, all of this session"));
    }

    @Override
    public CellResult run(Call call) {
        List<Cells.Past> all = call.cells().history();
        int count = count(call.arguments(), all.size());
        return call.print(
                all.subList(all.size() - count, all.size()).stream()
                        .map(past -> "In [" + past.number() + "]: " + indented(past.code().strip()))
                        .collect(Collectors.joining("\n")));
    }

    private static int count(String argument, int all) {
        if (argument.isEmpty()) {
            return all;
        }
        if (!argument.matches("\\d{1,9}")) {
            throw new MagicException(
                    "`%history` takes a number; it got " + argument + ".", "As in `%history 5`.");
        }
        return Math.min(all, Integer.parseInt(argument));
    }

    private static String indented(String code) {
        return code.replace("\n", "\n    ");
    }
}
