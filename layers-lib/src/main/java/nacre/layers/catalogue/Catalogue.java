package nacre.layers.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nacre.display.Display;

/// All layers as a table that shows itself: group, name, arguments, defaults, what they do, shapes,
/// weights.
///
/// @param entries the layers, group by group
public record Catalogue(List<Entry> entries) {

    /// The layers of one group, such as `pooling`.
    public Catalogue group(String name) {
        List<Entry> some = entries.stream().filter(entry -> entry.group().equals(name)).toList();
        if (some.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no group \"" + name + "\". Groups: " + groups().keySet() + ".");
        }
        return new Catalogue(some);
    }

    /// How many layers each group has.
    public Map<String, Long> groups() {
        return entries.stream()
                .collect(
                        Collectors.groupingBy(
                                Entry::group, LinkedHashMap::new, Collectors.counting()));
    }

    /// What the layers of a group are for, in the words of its package.
    public String purpose(String group) {
        return Source.purpose(group(group).entries().get(0).type().getPackageName());
    }

    /// Group by group, a layer's name and what it does, in lines of at most 100 letters.
    @Override
    public String toString() {
        var text = new ArrayList<String>();
        groups().forEach(
                        (group, count) -> {
                            text.add((text.isEmpty() ? "" : "\n") + group + " (" + count + ")");
                            entries.stream()
                                    .filter(entry -> entry.group().equals(group))
                                    .forEach(entry -> text.addAll(line(entry)));
                        });
        text.add("\n" + entries.size() + " layers. More about one: Layers.help(\"Dense\")");
        return String.join("\n", text);
    }

    private static List<String> line(Entry entry) {
        return Columns.row("  " + entry.name(), 30, entry.summary().replace("`", ""), 100);
    }

    /// The table of a notebook.
    public String toHtml() {
        var html =
                new StringBuilder("<table><caption>")
                        .append(entries.size())
                        .append(" layers</caption>\n<tr>");
        for (String head :
                List.of(
                        "Group",
                        "Layer",
                        "What it does",
                        "Arguments",
                        "Options and defaults",
                        "Example",
                        "Weights")) {
            html.append("<th style=\"text-align:left\">").append(head).append("</th>");
        }
        html.append("</tr>\n");
        String group = "";
        for (Entry entry : entries) {
            html.append("<tr>");
            cell(html, entry.group().equals(group) ? "" : "<b>" + entry.group() + "</b>");
            group = entry.group();
            cell(html, "<code>" + entry.name() + "</code>");
            cell(html, Html.of(entry.summary()));
            cell(html, String.join(", ", entry.arguments()));
            cell(html, options(entry));
            cell(html, Display.escape(entry.shapes()));
            cell(html, String.join("<br>", entry.weights()));
            html.append("</tr>\n");
        }
        return html.append("</table>").toString();
    }

    private static String options(Entry entry) {
        return entry.options().stream()
                .map(option -> option.name() + " = " + Display.escape(option.value()))
                .collect(Collectors.joining(", "));
    }

    private static void cell(StringBuilder html, String content) {
        html.append("<td style=\"text-align:left;vertical-align:top\">")
                .append(content)
                .append("</td>");
    }
}
