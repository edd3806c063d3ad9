package nacre.kernel.transport;

import java.util.List;
import java.util.Map;

/// One message on a line between the page and the kernel, in plain Java values.
///
/// @param data maps, lists, texts, numbers and truth values
/// @param metadata remarks, such as the version of the widgets' protocol
/// @param buffers raw bytes
public record CommMessage(Map<String, ?> data, Map<String, ?> metadata, List<byte[]> buffers) {
    /// A message without remarks and raw bytes.
    public CommMessage(Map<String, ?> data) {
        this(data, Map.of(), List.of());
    }
}
