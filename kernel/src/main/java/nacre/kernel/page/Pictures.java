package nacre.kernel.page;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Finds the pictures that a notebook names and turns them into addresses that need no file:
/// `data:image/png;base64,…`.
final class Pictures {
    private final Path folder;

    /// @param folder where the notebook is; pictures are named from there
    Pictures(Path folder) {
        this.folder = folder;
    }

    /// The picture as a data address; empty if it is not there, not a picture, or in the network.
    Optional<String> inline(String address, JsonObject attachments) {
        if (address.startsWith("data:")) {
            return Optional.of(address);
        }
        if (address.startsWith("attachment:")) {
            return attachment(attachments.get(address.substring("attachment:".length())));
        }
        String type = type(address);
        if (type.isEmpty() || address.contains("://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    data(type, Files.readAllBytes(folder.resolve(address.replace("%20", " ")))));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // the page shows the description instead
        }
    }

    private static Optional<String> attachment(com.google.gson.JsonElement bundle) {
        if (bundle instanceof JsonObject types) {
            for (String type : types.keySet()) {
                return Optional.of("data:" + type + ";base64," + types.get(type).getAsString());
            }
        }
        return Optional.empty();
    }

    static String data(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    static String svg(String text) {
        return data("image/svg+xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String type(String address) {
        String name = address.toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            case "svg" -> "image/svg+xml";
            default -> "";
        };
    }
}
