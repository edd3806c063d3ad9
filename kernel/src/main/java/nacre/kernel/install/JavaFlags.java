package nacre.kernel.install;

import java.util.List;

/// The options that a kernel's Java is always started with.
final class JavaFlags {
    static final List<String> ALWAYS =
            List.of(
                    // a kernel writes nothing of its own accord: neither notices about the cache
                    // nor about libraries
                    "-Xlog:disable",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    "-XX:+UseSerialGC",
                    // a sixty-fourth of the machine's memory would be filled before the first
                    // collection: it starts small and grows with what a lesson keeps
                    "-Xms64m");

    private JavaFlags() {}
}
