package nacre.saving;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// JSON as plain maps, lists, texts, numbers and truths.
public final class Json {
    private static final int DEPTH = 200; // a model in a model in a model needs some ten for each
    private static final Gson GSON =
            new GsonBuilder()
                    .serializeNulls()
                    .disableHtmlEscaping()
                    .serializeSpecialFloatingPointValues()
                    .create();

    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private Json() {}

    /// The text of a plain value.
    public static String write(Object value) {
        return GSON.toJson(value);
    }

    /// The value of a text; whole numbers are longs. `what` is named if it is not JSON.
    public static @Nullable Object read(String what, String text) {
        var reader = new JsonReader(new StringReader(text));
        reader.setNestingLimit(DEPTH);
        try {
            Object value = value(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new BadFile(what + " has something after its end.");
            }
            return value;
        } catch (MalformedJsonException | NumberFormatException e) {
            throw new BadFile(what + " is not JSON, or nested too deeply" + place(e) + ".");
        } catch (EOFException e) {
            throw new BadFile(what + " ends in the middle.", e);
        } catch (IOException | IllegalStateException e) {
            throw new BadFile(what + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Where Gson has stopped, without its advice to those who call it.
    private static String place(Exception e) {
        return PLACE.matcher(String.valueOf(e.getMessage()))
                .results()
                .findFirst()
                .map(found -> ": see line %s, column %s".formatted(found.group(1), found.group(2)))
                .orElse("");
    }

    private static @Nullable Object value(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case STRING -> reader.nextString();
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> {
                reader.nextNull();
                yield null;
            }
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
                    throw new MalformedJsonException("a value was expected");
        };
    }

    private static Map<String, @Nullable Object> object(JsonReader reader) throws IOException {
        var map = new LinkedHashMap<String, @Nullable Object>();
        reader.beginObject();
        while (reader.hasNext()) {
            map.put(reader.nextName(), value(reader));
        }
        reader.endObject();
        return map;
    }

    private static List<@Nullable Object> array(JsonReader reader) throws IOException {
        var list = new ArrayList<@Nullable Object>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(value(reader));
        }
        reader.endArray();
        return list;
    }

    private static Object number(String text) {
        boolean whole =
                text.length() < 19 && text.chars().allMatch(c -> Character.isDigit(c) || c == '-');
        if (whole) {
            return Long.parseLong(text);
        }
        return Double.parseDouble(text);
    }
}
