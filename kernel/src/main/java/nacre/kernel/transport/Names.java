package nacre.kernel.transport;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Makes names that nothing else has. They are no secrets: Java's secure ones would hold up a
/// kernel before it listens.
final class Names {
    private Names() {}

    static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
