package nacre.peer;

import java.io.IOException;
import java.util.Optional;
import nacre.bench.Answers;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/// TensorFlow-Java: the graph is built once, weights live in it, and a step is one call.
///
/// Batches are made beforehand, so that a step in training does not even copy its input.
final class Main {
    private static final int CLASSES = 10;

    private final ConfigProto config;

    private Main(int threads) {
        config =
                ConfigProto.newBuilder()
                        .setIntraOpParallelismThreads(threads)
                        .setInterOpParallelismThreads(threads)
                        .build();
    }

    public static void main(String[] args) throws IOException {
        var main = new Main(Integer.parseInt(args[0]));
        Answers.give(args, main::make);
    }

    private Optional<Runnable> make(String name, int[] s) {
        String[] words = name.split("_");
        if (words.length < 2 || !"mlp cnn lstm".contains(words[0])) {
            return Optional.empty();
        }
        Ops tf = Ops.create(new Graph());
        var network = new Network(tf);
        Operand<TFloat32> x = tf.placeholder(TFloat32.class);
        return switch (words[1]) {
            case "train" -> Optional.of(training(words[0], network, tf, x, s[0], s[1]));
            case "predict" -> Optional.of(inference(words[0], network, tf, x, s[0], s[1]));
            case "one" -> Optional.of(one(words[0], network, tf, x));
            default -> Optional.empty();
        };
    }

    private Session session(Ops tf, Network network) {
        var session = new Session((Graph) tf.scope().env(), config);
        network.start().forEach(session::run);
        return session;
    }

    private Runnable training(
            String model, Network network, Ops tf, Operand<TFloat32> x, int batch, int steps) {
        Operand<TInt32> y = tf.placeholder(TInt32.class);
        var step = network.adam(network.logits(model, x, batch, true), y, batch);
        var inputs = batches(model, batch, steps);
        var classes = new TInt32[steps];
        for (int i = 0; i < steps; i++) {
            int first = i * batch;
            classes[i] =
                    TInt32.tensorOf(
                            Shape.of(batch),
                            t -> {
                                for (int k = 0; k < batch; k++) {
                                    t.setInt((first + k) * 7 % CLASSES, k);
                                }
                            });
        }
        Session session = session(tf, network);
        return () -> {
            for (int i = 0; i < steps; i++) {
                session.runner()
                        .feed(x, inputs[i])
                        .feed(y, classes[i])
                        .addTarget(step)
                        .run()
                        .close();
            }
        };
    }

    private Runnable inference(
            String model, Network network, Ops tf, Operand<TFloat32> x, int batch, int steps) {
        var output = tf.nn.softmax(network.logits(model, x, batch, false));
        var inputs = batches(model, batch, steps);
        Session session = session(tf, network);
        return () -> {
            for (TFloat32 input : inputs) {
                session.runner().feed(x, input).fetch(output).run().close();
            }
        };
    }

    /// From an array to an array.
    private Runnable one(String model, Network network, Ops tf, Operand<TFloat32> x) {
        var output = tf.nn.softmax(network.logits(model, x, 1, false));
        Shape shape = shape(model, 1);
        float[] sample = random((int) shape.size());
        Session session = session(tf, network);
        return () -> {
            float[] answer = new float[CLASSES];
            try (var input = TFloat32.tensorOf(shape, DataBuffers.of(sample, false, false));
                    var result = session.runner().feed(x, input).fetch(output).run()) {
                result.get(0).asRawTensor().data().asFloats().read(answer);
            }
        };
    }

    private static TFloat32[] batches(String model, int batch, int steps) {
        Shape shape = shape(model, batch);
        var all = new TFloat32[steps];
        for (int i = 0; i < steps; i++) {
            all[i] = TFloat32.tensorOf(shape, DataBuffers.of(random((int) shape.size())));
        }
        return all;
    }

    private static Shape shape(String model, int batch) {
        return switch (model) {
            case "mlp" -> Shape.of(batch, 784);
            case "cnn" -> Shape.of(batch, 28, 28, 1);
            default -> Shape.of(batch, 50, 32);
        };
    }

    private static float[] random(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) (i * 0.618 % 1) - 0.5f;
        }
        return x;
    }
}
