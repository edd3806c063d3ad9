package nacre.kernel.magics;

import static nacre.display.Display.escape;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.display.Display;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Definition;
import nacre.kernel.shell.Shell;

/// `%whos`: the variables of cells as a table.
final class Whos implements Magic {
    private static final int LONGEST = 60;

    /// A row of the table.
    record Row(String name, String type, String value) {}

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%whos",
                        "shows the variables that cells have defined, with type and value"),
                new Form("%whos TYPE", "shows those of a type"));
    }

    @Override
    public List<String> words(Shell shell) {
        return Who.types(shell);
    }

    /// To write a value runs code of the learner's, which may never end: so it is work.
    @Override
    public CellResult run(Call call) {
        return call.work(
                () -> {
                    List<Definition> all = call.shell().definitions();
                    List<Row> rows =
                            ofTypes(all, call.words()).stream()
                                    .filter(each -> each.kind() == Definition.Kind.VARIABLE)
                                    .sorted(Comparator.comparing(Definition::name))
                                    .map(Whos::row)
                                    .toList();
                    if (rows.isEmpty()) {
                        call.print(
                                call.arguments().isEmpty()
                                        ? "There are no variables yet."
                                        : Who.noneOf(call.words(), all));
                    } else {
                        call.show(table(rows));
                    }
                });
    }

    /// Those of one of the types, written with or without its parameters; all if none is named.
    static List<Definition> ofTypes(List<Definition> all, List<String> types) {
        return all.stream()
                .filter(
                        each ->
                                types.isEmpty()
                                        || types.contains(each.type())
                                        || types.contains(each.type().replaceFirst("<.*>", "")))
                .toList();
    }

    private static Row row(Definition variable) {
        String text =
                Display.of(variable.value())
                        .text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("");
        boolean isLong = text.length() > LONGEST;
        return new Row(
                variable.name(),
                variable.type(),
                isLong ? text.substring(0, LONGEST - 1) + "…" : text);
    }

    private static Display table(List<Row> rows) {
        var html = new StringBuilder("<table><tr><th>Name</th><th>Type</th><th>Value</th></tr>");
        var text = new StringBuilder();
        int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int types = rows.stream().mapToInt(row -> row.type().length()).max().orElse(0);
        for (Row row : rows) {
            html.append("<tr>");
            for (String cell : List.of(row.name(), row.type(), row.value())) {
                html.append("<td style=\"text-align: left\">").append(escape(cell)).append("</td>");
            }
            html.append("</tr>");
            text.append(
                    ("%-" + names + "s  %-" + types + "s  %s%n")
                            .formatted(row.name(), row.type(), row.value()));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("text/html", html + "</table>");
        data.put("text/plain", text.toString().stripTrailing());
        return new Display(data, Map.of());
    }
}
