package nacre.parity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One expectation: a line of a case file.
///
/// @param group the group of its file
/// @param fields everything the line says
record Case(String group, Map<String, @Nullable Object> fields) {

    String id() {
        return has("id") ? text("id") : kind() + " without an id";
    }

    String kind() {
        return has("kind") ? text("kind") : "unknown";
    }

    /// Whether the field is there and is not null.
    boolean has(String field) {
        return fields.get(field) != null;
    }

    @Nullable Object get(String field) {
        return fields.get(field);
    }

    String text(String field) {
        return String.valueOf(need(field));
    }

    double number(String field) {
        return Arrays.number(need(field));
    }

    Map<String, @Nullable Object> map(String field) {
        return asMap(fields.getOrDefault(field, Map.of()));
    }

    List<@Nullable Object> list(String field) {
        return asList(fields.getOrDefault(field, List.of()));
    }

    /// A case about one part of this one, such as one of several calls.
    Case part(Object fieldsOfPart) {
        return new Case(group, asMap(fieldsOfPart));
    }

    Object need(String field) {
        Object value = fields.get(field);
        if (value == null) {
            throw new IllegalArgumentException("the case has no `" + field + "`");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // JSON objects have text for keys
    static Map<String, @Nullable Object> asMap(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }

    @SuppressWarnings("unchecked") // a JSON list may hold anything
    static List<@Nullable Object> asList(@Nullable Object value) {
        return value == null ? List.of() : (List<@Nullable Object>) value;
    }
}
