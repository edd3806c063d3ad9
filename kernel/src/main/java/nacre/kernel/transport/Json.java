package nacre.kernel.transport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plain Java values to JSON and back.
final class Json {
    private Json() {}

    /// An object from names and values in turn: `object("status", "ok", "wait", false)`.
    static JsonObject object(@Nullable Object... namesAndValues) {
        var object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(String.valueOf(namesAndValues[i]), tree(namesAndValues[i + 1]));
        }
        return object;
    }

    /// Any value as JSON: maps, lists, numbers, truth values; everything else, NaN included, as its
    /// text.
    ///
    /// Without `switch`, which Java makes ready when it first meets it: a front end waits for the
    /// first message.
    static JsonElement tree(@Nullable Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof JsonElement element) {
            return element;
        }
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        if (value instanceof Number number && !isOdd(number)) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Map<?, ?> map) {
            var object = new JsonObject();
            map.forEach((key, item) -> object.add(String.valueOf(key), tree(item)));
            return object;
        }
        if (value instanceof Iterable<?> items) {
            var array = new JsonArray();
            items.forEach(item -> array.add(tree(item)));
            return array;
        }
        return new JsonPrimitive(value.toString());
    }

    /// Whether JSON has no word for it: NaN and the infinite ones.
    private static boolean isOdd(Number number) {
        return (number instanceof Double || number instanceof Float)
                && !Double.isFinite(number.doubleValue());
    }

    /// An object as a map of plain Java values.
    static Map<String, Object> map(JsonObject object) {
        var map = new LinkedHashMap<String, Object>();
        object.entrySet()
                .forEach(
                        entry -> {
                            if (!entry.getValue().isJsonNull()) {
                                map.put(entry.getKey(), plain(entry.getValue()));
                            }
                        });
        return map;
    }

    private static Object plain(JsonElement element) {
        if (element.isJsonObject()) {
            return map(element.getAsJsonObject());
        }
        if (element.isJsonArray()) {
            List<Object> list = new ArrayList<>();
            element.getAsJsonArray().forEach(item -> list.add(plain(item)));
            return list;
        }
        if (element.isJsonNull()) {
            return "null";
        }
        JsonPrimitive primitive = element.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isNumber() ? number(primitive) : primitive.getAsString();
    }

    private static Number number(JsonPrimitive primitive) {
        Number number = primitive.getAsNumber();
        if (!(number instanceof LazilyParsedNumber)) {
            return number;
        }
        String text = number.toString();
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return Double.valueOf(text);
        }
    }

    /// Reads one JSON object.
    static JsonObject parse(byte[] utf8, String what) {
        JsonElement element;
        try {
            element = JsonParser.parseString(new String(utf8, StandardCharsets.UTF_8));
        } catch (JsonParseException e) {
            throw new BadMessage("its " + what + " is not JSON");
        }
        if (!element.isJsonObject()) {
            throw new BadMessage("its " + what + " is not a JSON object");
        }
        return element.getAsJsonObject();
    }

    static byte[] bytes(JsonElement element) {
        return element.toString().getBytes(StandardCharsets.UTF_8);
    }
}
