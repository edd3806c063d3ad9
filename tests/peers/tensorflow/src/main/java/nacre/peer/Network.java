package nacre.peer;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/// The models of the benchmarks as a TensorFlow graph, with Adam.
final class Network {
    private static final int UNITS = 128;

    private final Ops tf;
    private final List<Variable<TFloat32>> weights = new ArrayList<>();
    private final List<Op> start = new ArrayList<>();

    Network(Ops tf) {
        this.tf = tf;
    }

    /// What gives every variable its first value.
    List<Op> start() {
        return start;
    }

    Operand<TFloat32> logits(String model, Operand<TFloat32> x, int batch, boolean training) {
        return switch (model) {
            case "mlp" -> {
                Operand<TFloat32> h = tf.nn.relu(dense(x, 784, UNITS));
                yield dense(training ? dropout(h, 0.2f, batch, UNITS) : h, UNITS, 10);
            }
            case "cnn" -> {
                Operand<TFloat32> a = pool(tf.nn.relu(conv(x, 1, 32)));
                Operand<TFloat32> b = pool(tf.nn.relu(conv(a, 32, 64)));
                Operand<TFloat32> flat = tf.reshape(b, tf.constant(new int[] {batch, 1600}));
                yield dense(training ? dropout(flat, 0.5f, batch, 1600) : flat, 1600, 10);
            }
            default -> dense(lstm(x, batch, 50, 32), UNITS, 10);
        };
    }

    private Operand<TFloat32> dense(Operand<TFloat32> x, int in, int units) {
        return tf.nn.biasAdd(tf.linalg.matMul(x, weight(in, units)), weight(units));
    }

    private Operand<TFloat32> conv(Operand<TFloat32> x, int channels, int filters) {
        var y = tf.nn.conv2d(x, weight(3, 3, channels, filters), List.of(1L, 1L, 1L, 1L), "VALID");
        return tf.nn.biasAdd(y, weight(filters));
    }

    private Operand<TFloat32> pool(Operand<TFloat32> x) {
        Operand<TInt32> two = tf.constant(new int[] {1, 2, 2, 1});
        return tf.nn.maxPool(x, two, two, "VALID");
    }

    private Operand<TFloat32> dropout(Operand<TFloat32> x, float rate, int... shape) {
        var chance = tf.random.randomUniform(tf.constant(shape), TFloat32.class);
        Operand<TBool> kept = tf.math.greaterEqual(chance, tf.constant(rate));
        var scaled = tf.math.mul(x, tf.constant(1 / (1 - rate)));
        return tf.math.mul(scaled, tf.dtypes.cast(kept, TFloat32.class));
    }

    /// Written out step by step; the input's share of all steps is one product.
    private Operand<TFloat32> lstm(Operand<TFloat32> x, int batch, int steps, int features) {
        int gates = 4 * UNITS;
        var flat = tf.reshape(x, tf.constant(new int[] {batch * steps, features}));
        var share = dense(flat, features, gates);
        var byStep =
                tf.unstack(
                        tf.reshape(share, tf.constant(new int[] {batch, steps, gates})),
                        (long) steps,
                        Unstack.axis(1L));
        Operand<TFloat32> recurrent = weight(UNITS, gates);
        Operand<TFloat32> h = tf.fill(tf.constant(new int[] {batch, UNITS}), tf.constant(0f));
        Operand<TFloat32> c = h;
        for (int t = 0; t < steps; t++) {
            var z = tf.math.add(byStep.output().get(t), tf.linalg.matMul(h, recurrent));
            var parts = tf.split(tf.constant(1), z, 4L).output();
            var in = tf.math.sigmoid(parts.get(0));
            var forget = tf.math.sigmoid(parts.get(1));
            var out = tf.math.sigmoid(parts.get(3));
            c = tf.math.add(tf.math.mul(forget, c), tf.math.mul(in, tf.math.tanh(parts.get(2))));
            h = tf.math.mul(out, tf.math.tanh(c));
        }
        return h;
    }

    /// One step of Adam on all weights, each by the operation made for that. Softmax with
    /// cross-entropy has no gradient on the JVM, but gives it along with the loss.
    Op adam(Operand<TFloat32> logits, Operand<TInt32> classes, int batch) {
        var loss = tf.nn.sparseSoftmaxCrossEntropyWithLogits(logits, classes);
        var slope = tf.math.mul(loss.backprop(), tf.constant(1f / batch));
        var gradients = tf.gradients(List.of(logits), weights, Gradients.dx(List.of(slope)));
        Operand<TFloat32> rate = tf.constant(1e-3f);
        Operand<TFloat32> b1 = tf.constant(0.9f);
        Operand<TFloat32> b2 = tf.constant(0.999f);
        Operand<TFloat32> epsilon = tf.constant(1e-7f);
        Variable<TFloat32> power1 = variable(Shape.scalar(), b1);
        Variable<TFloat32> power2 = variable(Shape.scalar(), b2);
        var updates = new ArrayList<Op>();
        for (int i = 0; i < weights.size(); i++) {
            Variable<TFloat32> w = weights.get(i);
            Variable<TFloat32> m = zeros(w.shape());
            Variable<TFloat32> v = zeros(w.shape());
            updates.add(
                    tf.train.applyAdam(
                            w, m, v, power1, power2, rate, b1, b2, epsilon, gradients.dy(i)));
        }
        Ops after = tf.withControlDependencies(updates);
        updates.add(after.assign(power1, after.math.mul(power1, b1)));
        updates.add(after.assign(power2, after.math.mul(power2, b2)));
        return tf.withControlDependencies(updates).noOp();
    }

    private Variable<TFloat32> weight(int... dims) {
        long[] sizes = new long[dims.length];
        for (int i = 0; i < dims.length; i++) {
            sizes[i] = dims[i];
        }
        var chance = tf.random.truncatedNormal(tf.constant(dims), TFloat32.class);
        var w = variable(Shape.of(sizes), tf.math.mul(chance, tf.constant(0.05f)));
        weights.add(w);
        return w;
    }

    private Variable<TFloat32> zeros(Shape shape) {
        return variable(shape, tf.zeros(tf.constant(shape.asArray()), TFloat32.class));
    }

    private Variable<TFloat32> variable(Shape shape, Operand<TFloat32> first) {
        Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
        start.add(tf.assign(variable, first));
        return variable;
    }
}
