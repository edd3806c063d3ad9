package nacre.tests.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nacre.bench.outside.Program;
import nacre.layers.activation.PReLU;
import nacre.layers.attention.MultiHeadAttention;
import nacre.layers.convolutional.Conv2DTranspose;
import nacre.layers.convolutional.SeparableConv2D;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.merging.Add;
import nacre.layers.normalization.BatchNormalization;
import nacre.layers.normalization.LayerNormalization;
import nacre.layers.recurrent.Bidirectional;
import nacre.layers.recurrent.GRU;
import nacre.layers.recurrent.LSTM;
import nacre.layers.recurrent.LSTMCell;
import nacre.layers.recurrent.RNN;
import nacre.layers.recurrent.SimpleRNNCell;
import nacre.layers.recurrent.TimeDistributed;
import nacre.layers.regularization.Dropout;
import nacre.layers.regularization.GaussianNoise;
import nacre.layers.regularization.SpatialDropout2D;
import nacre.layers.reshaping.Flatten;
import nacre.models.Model;
import nacre.models.Sequential;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What HDF5's own library, through h5py, sees in a file of Nacre's.
class Hdf5IT {
    private static final String LOOK =
            """
            import io, sys, zipfile, h5py
            archive = zipfile.ZipFile(sys.argv[1])
            assert archive.testzip() is None
            file = h5py.File(io.BytesIO(archive.read("model.weights.h5")), "r")
            def say(name, item):
                what = item.shape if isinstance(item, h5py.Dataset) else ""
                about = item.attrs.get("name", b"")
                print(name, what, item.dtype if what != "" else about.decode() if isinstance(about, bytes) else about)
            file.visititems(say)
            """;

    @TempDir Path folder;

    @Test
    void seesTheFoldersArraysAndNamesThatKerasWrites() {
        Path file = folder.resolve("m.keras");
        Model model =
                Sequential.of(
                        Input.of(4, 3),
                        new LSTM(2).name("reader"),
                        new BatchNormalization().name("norm"),
                        new Dense(1).name("out"));
        model.compile("adam", "mse");
        model.fit(Tensor.ones(Shape.of(2, 4, 3)), Tensor.ones(Shape.of(2, 1))).verbose(0).run();
        model.save(file);
        String seen = look(file);
        String layers =
                """
                layers\s\s
                layers/batch_normalization\s\s
                layers/batch_normalization/vars  norm
                layers/batch_normalization/vars/0 (2,) float32
                layers/batch_normalization/vars/1 (2,) float32
                layers/batch_normalization/vars/2 (2,) float32
                layers/batch_normalization/vars/3 (2,) float32
                layers/dense\s\s
                layers/dense/vars  out
                layers/dense/vars/0 (2, 1) float32
                layers/dense/vars/1 (1,) float32
                layers/lstm\s\s
                layers/lstm/cell\s\s
                layers/lstm/cell/vars  lstm_cell
                layers/lstm/cell/vars/0 (3, 8) float32
                layers/lstm/cell/vars/1 (2, 8) float32
                layers/lstm/cell/vars/2 (8,) float32
                layers/lstm/vars  reader
                nacre_crc (4,) int32
                optimizer\s\s
                optimizer/vars  adam
                optimizer/vars/0 () int32
                optimizer/vars/1 () float32
                """;
        assertEquals(
                layers,
                seen.substring(0, Math.min(seen.length(), layers.length()))
                        .replaceAll("lstm_cell(_\\d+)?", "lstm_cell"));
    }

    @Test
    void seesTheLayersInsideOfLayersWhereKerasPutsThem() {
        Path file = folder.resolve("m.keras");
        Sequential.of(
                        Input.of(4, 3),
                        new Bidirectional(new GRU(2).returnSequences(true)),
                        new TimeDistributed(new Dense(2)),
                        new RNN(List.of(new SimpleRNNCell(2), new SimpleRNNCell(3))),
                        Sequential.of(new Dense(2), new Dense(2)))
                .save(file);
        List<String> arrays =
                look(file).lines().filter(line -> line.contains("float32")).sorted().toList();
        assertEquals(
                """
                layers/bidirectional/backward_layer/cell/vars/0 (3, 6) float32
                layers/bidirectional/backward_layer/cell/vars/1 (2, 6) float32
                layers/bidirectional/backward_layer/cell/vars/2 (2, 6) float32
                layers/bidirectional/forward_layer/cell/vars/0 (3, 6) float32
                layers/bidirectional/forward_layer/cell/vars/1 (2, 6) float32
                layers/bidirectional/forward_layer/cell/vars/2 (2, 6) float32
                layers/rnn/cell/cells/simple_rnn_cell/vars/0 (2, 2) float32
                layers/rnn/cell/cells/simple_rnn_cell/vars/1 (2, 2) float32
                layers/rnn/cell/cells/simple_rnn_cell/vars/2 (2,) float32
                layers/rnn/cell/cells/simple_rnn_cell_1/vars/0 (2, 3) float32
                layers/rnn/cell/cells/simple_rnn_cell_1/vars/1 (3, 3) float32
                layers/rnn/cell/cells/simple_rnn_cell_1/vars/2 (3,) float32
                layers/sequential/layers/dense/vars/0 (3, 2) float32
                layers/sequential/layers/dense/vars/1 (2,) float32
                layers/sequential/layers/dense_1/vars/0 (2, 2) float32
                layers/sequential/layers/dense_1/vars/1 (2,) float32
                layers/time_distributed/layer/vars/0 (4, 2) float32
                layers/time_distributed/layer/vars/1 (2,) float32""",
                String.join("\n", arrays));
    }

    /// Models of every kind that has layers inside of layers, or numbers of its own kind.
    private static List<Model> models() {
        var left = Input.of(4, 3);
        var right = Input.of(4, 3);
        var shared = new Dense(3).name("shared");
        Model encoder =
                Sequential.of(Input.of(4, 3), new Dense(3), new Dropout(0.5), new Dense(3))
                        .name("encoder");
        Tensor sum = new Add().apply(shared.apply(left), shared.apply(encoder.apply(right)));
        Tensor seen = new MultiHeadAttention(2, 3).apply(sum, right);
        Tensor scaled = new LayerNormalization().apply(seen.mul(2).add(left));
        Model graph =
                Model.of(
                        List.of(left, right),
                        List.of(
                                new Dense(1).name("out").apply(scaled),
                                new GRU(2).dropout(0.1).apply(scaled)));
        Model readers =
                Sequential.of(
                        Input.of(4, 3),
                        new Bidirectional(new LSTM(2).returnSequences(true)),
                        new TimeDistributed(new Dense(2).useBias(false)),
                        new RNN(List.of(new SimpleRNNCell(2), new LSTMCell(3), new LSTMCell(2))));
        Model pictures =
                Sequential.of(
                        Input.of(8, 8, 2),
                        new SeparableConv2D(3, 3),
                        new BatchNormalization().scale(false),
                        new PReLU(),
                        new SpatialDropout2D(0.2),
                        new Conv2DTranspose(2, 3),
                        new GaussianNoise(0.1),
                        new Flatten(),
                        new Dense(2));
        return List.of(graph, readers, pictures);
    }

    @Test
    void kerasFindsEveryVariableWhereItLooks() {
        var files = new ArrayList<String>();
        for (Model model : models()) {
            model.compile("adam", "mse");
            List<Tensor> x = model.inputs().stream().map(Hdf5IT::two).toList();
            List<Tensor> y = model.outputs().stream().map(Hdf5IT::two).toList();
            model.fit(x, y).verbose(0).run();
            files.add(folder.resolve(files.size() + ".keras").toString());
            model.save(files.getLast());
        }
        String seen =
                Program.python("h5py", "python3-h5py", Map.of())
                        .with("-c", walk())
                        .with(files.toArray(String[]::new))
                        .run(folder.resolve("walk.log"), Duration.ofMinutes(1))
                        .succeeded("a walk as Keras's")
                        .output();
        assertEquals(
                """
                0.keras 20 places, 44 variables of the optimizer
                1.keras 13 places, 34 variables of the optimizer
                2.keras 11 places, 20 variables of the optimizer
                """,
                seen);
    }

    /// Two samples for an input or output.
    private static Tensor two(Tensor symbolic) {
        return Tensor.ones(symbolic.shape().with(0, 2));
    }

    private static String walk() {
        try (InputStream in = Hdf5IT.class.getResourceAsStream("/files/keras_walk.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String look(Path file) {
        return Program.python("h5py", "python3-h5py", Map.of())
                .with("-c", LOOK, file.toString())
                .run(folder.resolve("h5py.log"), Duration.ofMinutes(1))
                .succeeded("a look at the file with h5py")
                .output();
    }
}
