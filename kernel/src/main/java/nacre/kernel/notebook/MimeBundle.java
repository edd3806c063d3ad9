package nacre.kernel.notebook;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Base64;
import nacre.display.Display;

/// A display in the form in which a notebook file stores it.
public final class MimeBundle {
    /// Metadata may hold NaN; the file may not.
    private static final Gson JSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().create();

    private MimeBundle() {}

    /// The forms of a display by MIME type: text as lines, pictures in Base64.
    public static JsonObject data(Display display) {
        var data = new JsonObject();
        display.data().forEach((type, form) -> data.add(type, stored(type, form)));
        return data;
    }

    /// Width, height and description of the forms.
    public static JsonObject metadata(Display display) {
        return JSON.toJsonTree(display.metadata()).getAsJsonObject();
    }

    private static JsonElement stored(String type, Object form) {
        if (form instanceof byte[] bytes) {
            return new JsonPrimitive(Base64.getEncoder().encodeToString(bytes));
        }
        if (isJson(type)) {
            return form instanceof JsonElement json ? json : JSON.toJsonTree(form);
        }
        String text = String.valueOf(form);
        return isText(type) ? NotebookJson.lines(text) : new JsonPrimitive(text);
    }

    private static boolean isJson(String type) {
        return type.equals("application/json")
                || type.startsWith("application/") && type.endsWith("+json");
    }

    /// The types that Jupyter stores as a list of lines.
    private static boolean isText(String type) {
        return type.startsWith("text/")
                || type.equals("image/svg+xml")
                || type.equals("application/javascript");
    }
}
