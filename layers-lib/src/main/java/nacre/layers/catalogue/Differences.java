package nacre.layers.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nacre.display.Display;

/// What of Keras's layers and training has no meaning here, with the reason and what becomes of it:
/// a table that shows itself. Everything that is not in it does what it does in Keras.
///
/// ```java
/// Layers.differences().find("LSTM", "use_cudnn").isPresent()   // true
/// ```
///
/// @param rows the differences
public record Differences(List<Row> rows) {
    /// What becomes of something that has no meaning here.
    public enum Fate {
        /// A config may say it, files keep it, and it changes nothing.
        KEPT("kept in configs and files, changes nothing"),
        /// It may be given, and is dropped.
        IGNORED("accepted, changes nothing"),
        /// It is not there, and an error says so.
        MISSING("not there");

        private final String text;

        Fate(String text) {
            this.text = text;
        }
    }

    /// One difference.
    ///
    /// @param name an argument, or a layer
    /// @param layers the layers, or parts of training, that have it; none: all layers
    /// @param reason why it has no meaning here
    /// @param fate what becomes of it
    public record Row(String name, List<String> layers, String reason, Fate fate) {}

    static final Differences ALL =
            new Differences(
                    List.of(
                            row("dtype", Fate.KEPT, "numbers here are always float32"),
                            row("autocast", Fate.IGNORED, "there is only one type of numbers"),
                            row(
                                    "quantization_config",
                                    Fate.KEPT,
                                    "calculates in 8-bit numbers; here everything is float32",
                                    "Dense",
                                    "EinsumDense",
                                    "Embedding",
                                    "ReversibleEmbedding"),
                            row(
                                    "gptq_unpacked_column_size",
                                    Fate.MISSING,
                                    "belongs to quantization",
                                    "EinsumDense"),
                            row(
                                    "lora_rank",
                                    Fate.MISSING,
                                    "fine-tunes large models by small matrices beside a kernel",
                                    "Dense",
                                    "EinsumDense",
                                    "Embedding"),
                            row(
                                    "lora_alpha",
                                    Fate.MISSING,
                                    "belongs to lora_rank",
                                    "Dense",
                                    "EinsumDense",
                                    "Embedding"),
                            row(
                                    "reverse_dtype",
                                    Fate.KEPT,
                                    "numbers here are always float32",
                                    "ReversibleEmbedding"),
                            row(
                                    "use_cudnn",
                                    Fate.IGNORED,
                                    "chooses a program for graphics cards; there is one, in Java",
                                    "LSTM",
                                    "GRU"),
                            row(
                                    "unroll",
                                    Fate.KEPT,
                                    "chooses between two ways to the same numbers; there is one",
                                    "RNN",
                                    "LSTM",
                                    "GRU",
                                    "SimpleRNN"),
                            row(
                                    "flash_attention",
                                    Fate.IGNORED,
                                    "another way to the same numbers; what it forbids is forbidden",
                                    "MultiHeadAttention",
                                    "GroupQueryAttention"),
                            row(
                                    "synchronized",
                                    Fate.KEPT,
                                    "joins the batches of several machines; there is one",
                                    "BatchNormalization"),
                            row(
                                    "sparse",
                                    Fate.KEPT,
                                    "all tensors are dense, the numbers are the same",
                                    "InputLayer",
                                    "CategoryEncoding",
                                    "Discretization",
                                    "Hashing",
                                    "HashedCrossing",
                                    "StringLookup",
                                    "IntegerLookup",
                                    "TextVectorization"),
                            row(
                                    "ragged",
                                    Fate.KEPT,
                                    "all rows are equally long, shorter ones filled up with 0",
                                    "InputLayer",
                                    "TextVectorization"),
                            row(
                                    "encoding",
                                    Fate.KEPT,
                                    "Java's texts need none; only utf-8",
                                    "StringLookup",
                                    "TextVectorization"),
                            row(
                                    "weights",
                                    Fate.IGNORED,
                                    "Keras 3 does not use it either; setWeights does it",
                                    "Bidirectional"),
                            row(
                                    "arguments",
                                    Fate.MISSING,
                                    "a function in Java sees the variables around it",
                                    "Lambda"),
                            row(
                                    "input_tensor",
                                    Fate.MISSING,
                                    "an input is made by Input.of(…)",
                                    "InputLayer"),
                            row(
                                    "shape",
                                    Fate.MISSING,
                                    "an input is made by Input.of(10, 3)",
                                    "InputLayer"),
                            row(
                                    "batch_size",
                                    Fate.MISSING,
                                    "an input for 4 samples is Input.of(Shape.of(4, 10, 3))",
                                    "InputLayer"),
                            row("optional", Fate.KEPT, "every input must be given", "InputLayer"),
                            row(
                                    "layout",
                                    Fate.MISSING,
                                    "spreads weights over several machines; there is one"),
                            row("InputSpec", Fate.MISSING, "each layer checks its own inputs"),
                            row(
                                    "FlaxLayer",
                                    Fate.MISSING,
                                    "wraps a model of the Python library Flax"),
                            row(
                                    "JaxLayer",
                                    Fate.MISSING,
                                    "wraps a function of the Python library JAX"),
                            row("TFSMLayer", Fate.MISSING, "wraps a SavedModel of TensorFlow"),
                            row(
                                    "TorchModuleWrapper",
                                    Fate.MISSING,
                                    "wraps a module of the Python library PyTorch"),
                            row(
                                    "OrbaxCheckpoint",
                                    Fate.MISSING,
                                    "writes folders of the Python library Orbax; see ModelCheckpoint",
                                    "callbacks"),
                            row(
                                    "histogram_freq",
                                    Fate.MISSING,
                                    "only values are written; Plot.histogram draws weights",
                                    "TensorBoard"),
                            row(
                                    "write_graph",
                                    Fate.MISSING,
                                    "there is no graph of TensorFlow's; see the model's picture",
                                    "TensorBoard"),
                            row(
                                    "profile_batch",
                                    Fate.MISSING,
                                    "there is no profiler of TensorFlow's",
                                    "TensorBoard"),
                            row(
                                    "write_images",
                                    Fate.MISSING,
                                    "only values are written; Plot.heatmap draws weights",
                                    "TensorBoard"),
                            row(
                                    "embeddings_freq",
                                    Fate.MISSING,
                                    "only values are written",
                                    "TensorBoard"),
                            row(
                                    "embeddings_metadata",
                                    Fate.MISSING,
                                    "only values are written",
                                    "TensorBoard"),
                            row(
                                    "jit_compile",
                                    Fate.IGNORED,
                                    "Java's own compiler does it always",
                                    "compile"),
                            row(
                                    "run_eagerly",
                                    Fate.IGNORED,
                                    "there is one way to run, which is eager",
                                    "compile")));

    private static Row row(String name, Fate fate, String reason, String... layers) {
        return new Row(name, List.of(layers), reason, fate);
    }

    /// What is said of an argument of a layer, in Keras's spelling; nothing if it means here what
    /// it means there.
    public Optional<Row> find(String layer, String argument) {
        return rows.stream()
                .filter(row -> row.name().equals(argument))
                .filter(row -> row.layers().isEmpty() || row.layers().contains(layer))
                .findFirst();
    }

    /// What is said of a whole layer that is not there.
    public Optional<Row> find(String layer) {
        return find(layer, layer);
    }

    /// One difference after the other, in lines of at most 100 letters.
    @Override
    public String toString() {
        var text = new ArrayList<String>();
        for (Row row : rows) {
            text.add(row.name() + ": " + row.reason());
            text.addAll(Columns.wrap("    " + row.fate().text + " (" + where(row) + ")", 100));
        }
        return String.join("\n", text);
    }

    private static String where(Row row) {
        boolean isLayer = Character.isUpperCase(row.name().charAt(0));
        return !row.layers().isEmpty()
                ? String.join(", ", row.layers())
                : isLayer ? "a layer of Keras" : "all layers";
    }

    /// The table of a notebook.
    public String toHtml() {
        return rows.stream()
                .map(
                        row ->
                                "<tr><td><code>"
                                        + row.name()
                                        + "</code></td><td>"
                                        + where(row)
                                        + "</td><td>"
                                        + Display.escape(row.reason())
                                        + "</td><td>"
                                        + row.fate().text
                                        + "</td></tr>\n")
                .collect(
                        Collectors.joining(
                                "",
                                "<table><caption>What of Keras has no meaning here</caption>\n"
                                        + "<tr><th>In Keras</th><th>Where</th><th>Why</th><th>What becomes of it</th></tr>\n",
                                "</table>"));
    }
}
