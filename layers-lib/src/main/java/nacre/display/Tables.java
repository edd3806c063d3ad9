package nacre.display;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes maps, records, and lists or arrays of such (or of rows) as an HTML table.
///
/// A flat list or array is easier to read as one line, so it has no table. A record that writes its
/// own `toString()` has none either: it speaks for itself.
final class Tables {
    private static final int ROWS = 24;
    private static final int COLUMNS = 16;
    private static final int CELL = 200;

    private Tables() {}

    /// The table of `value`, or null if it is no table.
    static @Nullable String of(@Nullable Object value) throws Exception {
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty() && !Texts.speaksForItself(map)) {
            return pairs(map);
        }
        if (value instanceof Record row && isPlain(row)) {
            return pairs(fields(row));
        }
        List<?> list = asList(value);
        return list == null || list.isEmpty() ? null : rows(list);
    }

    /// One line per entry: the name in front, the value behind it.
    private static String pairs(Map<?, ?> map) {
        var html = new StringBuilder("<table><tbody>");
        int written = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (written++ == ROWS) {
                html.append("<tr><th>…</th><td>").append(map.size()).append(" entries</td></tr>");
                break;
            }
            html.append("<tr>");
            cell("th", entry.getKey(), html);
            cell("td", entry.getValue(), html);
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /// One line per element, if the elements have something to put in columns.
    private static @Nullable String rows(List<?> list) throws Exception {
        var lines = new LinkedHashMap<Object, SequencedMap<Object, Object>>();
        SequencedSet<Object> columns = new LinkedHashSet<>();
        for (int i : ends(list.size(), ROWS)) {
            SequencedMap<Object, Object> line = columns(list.get(i));
            if (line == null) {
                return null;
            }
            lines.put(i, line);
            columns.addAll(line.keySet());
        }
        List<Object> names = new ArrayList<>(columns);
        List<Integer> shown = ends(names.size(), COLUMNS);

        var html = new StringBuilder("<table><thead><tr><th></th>");
        withGaps(shown, html, "<th>…</th>", c -> cell("th", names.get(c), html));
        html.append("</tr></thead><tbody>");
        withGaps(
                ends(list.size(), ROWS),
                html,
                "<tr><th>…</th></tr>",
                i -> {
                    html.append("<tr>");
                    cell("th", i, html);
                    var line = lines.getOrDefault(i, new LinkedHashMap<>());
                    withGaps(
                            shown,
                            html,
                            "<td>…</td>",
                            c -> cell("td", line.getOrDefault(names.get(c), ""), html));
                    html.append("</tr>");
                });
        html.append("</tbody></table>");
        if (list.size() > ROWS || names.size() > COLUMNS) {
            html.append("<p>%d rows × %d columns</p>".formatted(list.size(), names.size()));
        }
        return html.toString();
    }

    /// What one element has in which column; null if it is a plain value.
    private static @Nullable SequencedMap<Object, Object> columns(@Nullable Object element)
            throws Exception {
        var line = new LinkedHashMap<Object, Object>();
        switch (element) {
            case Map<?, ?> map when !Texts.speaksForItself(map) ->
                    map.forEach((k, v) -> line.put(String.valueOf(k), v == null ? "null" : v));
            case Record row when isPlain(row) -> line.putAll(fields(row));
            case null -> {
                return null;
            }
            default -> {
                List<?> list = asList(element);
                if (list == null) {
                    return null;
                }
                for (int i = 0; i < list.size(); i++) {
                    Object entry = list.get(i);
                    line.put(i, entry == null ? "null" : entry);
                }
            }
        }
        return line;
    }

    /// All indexes, or those of the two ends of something long.
    private static List<Integer> ends(int size, int limit) {
        var indexes = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            if (size <= limit || i < limit - 4 || i >= size - 3) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private interface Part {
        void write(int index);
    }

    private static void withGaps(List<Integer> indexes, StringBuilder html, String gap, Part part) {
        int expected = 0;
        for (int index : indexes) {
            if (index != expected) {
                html.append(gap);
            }
            part.write(index);
            expected = index + 1;
        }
    }

    private static void cell(String tag, @Nullable Object value, StringBuilder html) {
        String text = value instanceof Number n ? number(n) : Texts.of(value);
        if (text.length() > CELL) {
            text = text.substring(0, CELL) + "…";
        }
        html.append('<').append(tag).append('>').append(Display.escape(text));
        html.append("</").append(tag).append('>');
    }

    /// Six digits are enough to read; the text form has them all.
    private static String number(Number value) {
        if (!(value instanceof Double || value instanceof Float)) {
            return value.toString();
        }
        double exact = value.doubleValue();
        double rounded =
                Double.isFinite(exact) ? Double.parseDouble("%.5e".formatted(exact)) : exact;
        return Double.toString(rounded);
    }

    /// Whether the record's text is the one Java writes for it.
    private static boolean isPlain(Record row) throws Exception {
        Map<Object, Object> fields = fields(row);
        String written =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining(", ", "[", "]"));
        return !fields.isEmpty() && row.toString().equals(row.getClass().getSimpleName() + written);
    }

    private static Map<Object, Object> fields(Record row) throws Exception {
        var fields = new LinkedHashMap<Object, Object>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(row);
            fields.put(component.getName(), value == null ? "null" : value);
        }
        return fields;
    }

    private static @Nullable List<?> asList(Object value) {
        if (value instanceof Collection<?> collection && !Texts.speaksForItself(value)) {
            return new ArrayList<>(collection);
        }
        if (!value.getClass().isArray()) {
            return null;
        }
        return switch (value) {
            case Object[] array -> Arrays.asList(array);
            default ->
                    new AbstractList<Object>() {
                        @Override
                        public Object get(int index) {
                            return Array.get(value, index);
                        }

                        @Override
                        public int size() {
                            return Array.getLength(value);
                        }
                    };
        };
    }
}
