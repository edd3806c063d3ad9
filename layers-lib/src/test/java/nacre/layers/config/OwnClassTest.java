package nacre.layers.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import nacre.layers.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A layer of one's own that was compiled outside of a notebook.
class OwnClassTest {
    private static final String SOURCE =
            """
            public class Scaled extends nacre.layers.Layer {
                private final nacre.layers.core.Dense inner = new nacre.layers.core.Dense(2);
                private final double scale;
                private final int power;

                public Scaled(double scale, int power) {
                    this.scale = scale;
                    this.power = power;
                }

                @Override
                protected nacre.tensor.Tensor call(nacre.tensor.Tensor x) {
                    return x.mul((float) scale).pow(power);
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void comesBackFromItsConfigThoughItsCompilerHasDroppedTheNamesOfArguments()
            throws IOException, ReflectiveOperationException {
        Path file = Files.writeString(folder.resolve("Scaled.java"), SOURCE);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                file.toString());
        assertEquals(0, failed);
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<? extends Layer> type = loader.loadClass("Scaled").asSubclass(Layer.class);
            Layer made = Configs.make(type, Map.of("scale", 2.5, "power", 3));
            assertEquals(2.5, made.getConfig().get("scale"));
            assertEquals(3, made.getConfig().get("power"));
        }
    }
}
