package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import org.jspecify.annotations.Nullable;

/// Something that waits to be published.
sealed interface Letter {
    /// How much it weighs: about its characters.
    long weight();

    /// A whole message.
    record Ready(Message<JsonObject> message, long weight) implements Letter {}

    /// Printed text; what is printed next may still join it.
    final class Text implements Letter {
        final @Nullable Head parent;
        final String stream;
        final long since = System.nanoTime();
        private final StringBuilder text = new StringBuilder();

        Text(@Nullable Head parent, String stream) {
            this.parent = parent;
            this.stream = stream;
        }

        boolean isFor(@Nullable Head otherParent, String otherStream) {
            return parent == otherParent && stream.equals(otherStream);
        }

        void append(String more) {
            text.append(more);
        }

        String text() {
            return text.toString();
        }

        @Override
        public long weight() {
            return text.length();
        }
    }
}
