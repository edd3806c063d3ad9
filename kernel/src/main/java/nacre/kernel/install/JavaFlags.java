package nacre.kernel.install;

import java.util.List;

/// The options that a kernel's Java is always started with.
final class JavaFlags {
    static final List<String> ALWAYS =
            List.of(
                    // a kernel writes nothing of its own accord: neither notices about the cache
                    // nor about libraries
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    "-XX:+UseSerialGC");

    private JavaFlags() {}
}
