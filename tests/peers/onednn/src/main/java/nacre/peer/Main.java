package nacre.peer;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nacre.bench.Answers;
import org.bytedeco.dnnl.*;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.desc;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/// oneDNN 3.8 without anything around it: the best known kernels for these processors.
///
/// Pictures have their channels last, as in Keras; kernels of convolutions have the order that
/// oneDNN likes best, and are put into it beforehand.
final class Main {
    private static final long[] NO_DILATION = {0, 0};

    private final engine cpu = new engine(engine.kind.cpu, 0);
    private final stream stream = new stream(cpu);

    /// What the library holds without Java's knowing.
    private final List<FloatPointer> held = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        var main = new Main();
        Answers.give(args, (name, s) -> Optional.ofNullable(main.make(name, s)));
    }

    private @Nullable Runnable make(String name, int[] s) {
        return switch (name) {
            case "product" -> product(s, format_tag.ab, format_tag.ab);
            case "product_tn" -> product(s, format_tag.ba, format_tag.ab);
            case "product_nt" -> product(s, format_tag.ab, format_tag.ba);
            case "conv", "depthwise" -> new Convolution(s, name.equals("depthwise")).forward();
            case "conv_input", "depthwise_input" ->
                    new Convolution(s, name.startsWith("depthwise")).inputGradient();
            case "conv_kernel", "depthwise_kernel" ->
                    new Convolution(s, name.startsWith("depthwise")).kernelGradient();
            case "maxpool" -> maxPool(s);
            case "maxpool_gradient" -> maxPoolGradient(s);
            case "batchnorm", "batchnorm_layer" -> batchNorm(s);
            case "layernorm", "layernorm_layer" -> layerNorm(s);
            case "softmax" -> softmax(s);
            case "relu" -> elementwise(algorithm.eltwise_relu, s);
            case "exp" -> elementwise(algorithm.eltwise_exp, s);
            case "tanh" -> elementwise(algorithm.eltwise_tanh, s);
            case "sigmoid" -> elementwise(algorithm.eltwise_logistic, s);
            case "add" -> add(new long[] {1, s[0]}, new long[] {1, s[0]});
            case "bias" -> add(new long[] {s[0], s[1]}, new long[] {1, s[1]});
            case "sum" -> sum(new long[] {1, s[0]}, new long[] {1, 1});
            case "columns" -> sum(new long[] {s[0], s[1]}, new long[] {1, s[1]});
            default -> null;
        };
    }

    private Runnable product(int[] s, format_tag first, format_tag second) {
        desc a = desc(first, s[0], s[2]);
        desc b = desc(second, s[2], s[1]);
        desc c = desc(format_tag.ab, s[0], s[1]);
        var primitive = new matmul(new matmul.primitive_desc(cpu, a, b, c));
        return run(primitive, args(DNNL_ARG_SRC, a, DNNL_ARG_WEIGHTS, b, DNNL_ARG_DST, c));
    }

    /// A convolution with its two gradients; sizes are batch, size, channels, filters, kernel, pad.
    private final class Convolution {
        private final desc x;
        private final desc y;
        private final desc anyKernel;
        private final long[] strides = {1, 1};
        private final long[] padding;
        private final convolution_forward.primitive_desc forward;

        Convolution(int[] s, boolean depthwise) {
            int out = s[1] + 2 * s[5] - s[4] + 1;
            padding = new long[] {s[5], s[5]};
            x = desc(format_tag.nhwc, s[0], s[2], s[1], s[1]);
            y = desc(format_tag.nhwc, s[0], s[3], out, out);
            anyKernel =
                    depthwise
                            ? desc(format_tag.any, s[2], 1, 1, s[4], s[4])
                            : desc(format_tag.any, s[3], s[2], s[4], s[4]);
            forward =
                    new convolution_forward.primitive_desc(
                            cpu,
                            prop_kind.forward_training,
                            algorithm.convolution_direct,
                            x,
                            anyKernel,
                            y,
                            strides,
                            NO_DILATION,
                            padding,
                            padding);
        }

        Runnable forward() {
            return run(
                    new convolution_forward(forward),
                    args(
                            DNNL_ARG_SRC,
                            x,
                            DNNL_ARG_WEIGHTS,
                            forward.weights_desc(),
                            DNNL_ARG_DST,
                            y));
        }

        Runnable inputGradient() {
            var backward =
                    new convolution_backward_data.primitive_desc(
                            cpu,
                            algorithm.convolution_direct,
                            x,
                            anyKernel,
                            y,
                            strides,
                            NO_DILATION,
                            padding,
                            padding,
                            forward);
            return run(
                    new convolution_backward_data(backward),
                    args(
                            DNNL_ARG_DIFF_DST,
                            y,
                            DNNL_ARG_WEIGHTS,
                            backward.weights_desc(),
                            DNNL_ARG_DIFF_SRC,
                            x));
        }

        Runnable kernelGradient() {
            var backward =
                    new convolution_backward_weights.primitive_desc(
                            cpu,
                            algorithm.convolution_direct,
                            x,
                            anyKernel,
                            y,
                            strides,
                            NO_DILATION,
                            padding,
                            padding,
                            forward);
            return run(
                    new convolution_backward_weights(backward),
                    args(
                            DNNL_ARG_SRC,
                            x,
                            DNNL_ARG_DIFF_DST,
                            y,
                            DNNL_ARG_DIFF_WEIGHTS,
                            backward.diff_weights_desc()));
        }
    }

    private pooling_forward.primitive_desc pooling(prop_kind kind, desc x, desc y) {
        long[] two = {2, 2};
        long[] none = {0, 0};
        return new pooling_forward.primitive_desc(
                cpu, kind, algorithm.pooling_max, x, y, two, two, NO_DILATION, none, none);
    }

    private Runnable maxPool(int[] s) {
        desc x = desc(format_tag.nhwc, s[0], s[2], s[1], s[1]);
        desc y = desc(format_tag.nhwc, s[0], s[2], s[1] / 2, s[1] / 2);
        return run(
                new pooling_forward(pooling(prop_kind.forward_inference, x, y)),
                args(DNNL_ARG_SRC, x, DNNL_ARG_DST, y));
    }

    private Runnable maxPoolGradient(int[] s) {
        desc x = desc(format_tag.nhwc, s[0], s[2], s[1], s[1]);
        desc y = desc(format_tag.nhwc, s[0], s[2], s[1] / 2, s[1] / 2);
        var forward = pooling(prop_kind.forward_training, x, y);
        var places = memory(forward.workspace_desc());
        var first = args(DNNL_ARG_SRC, x, DNNL_ARG_DST, y);
        first.put(DNNL_ARG_WORKSPACE, places);
        run(new pooling_forward(forward), first).run();
        long[] two = {2, 2};
        long[] none = {0, 0};
        var backward =
                new pooling_backward.primitive_desc(
                        cpu,
                        algorithm.pooling_max,
                        x,
                        y,
                        two,
                        two,
                        NO_DILATION,
                        none,
                        none,
                        forward);
        var second = args(DNNL_ARG_DIFF_DST, y, DNNL_ARG_DIFF_SRC, x);
        second.put(DNNL_ARG_WORKSPACE, places);
        return run(new pooling_backward(backward), second);
    }

    private Runnable batchNorm(int[] s) {
        desc x = desc(format_tag.nhwc, s[0], s[2], s[1], s[1]);
        desc channel = desc(format_tag.a, s[2]);
        int flags = dnnl_use_scale | dnnl_use_shift;
        var forward =
                new batch_normalization_forward.primitive_desc(
                        cpu, prop_kind.forward_training.value, x, x, 1e-3f, flags);
        var args = args(DNNL_ARG_SRC, x, DNNL_ARG_DST, x, DNNL_ARG_SCALE, channel);
        args.put(DNNL_ARG_SHIFT, memory(channel));
        args.put(DNNL_ARG_MEAN, memory(channel));
        args.put(DNNL_ARG_VARIANCE, memory(channel));
        return run(new batch_normalization_forward(forward), args);
    }

    private Runnable layerNorm(int[] s) {
        desc x = desc(format_tag.ab, s[0], s[1]);
        desc row = desc(format_tag.a, s[0]);
        desc column = desc(format_tag.a, s[1]);
        int flags = dnnl_use_scale | dnnl_use_shift;
        var forward =
                new layer_normalization_forward.primitive_desc(
                        cpu, prop_kind.forward_training.value, x, x, row, 1e-3f, flags);
        var args = args(DNNL_ARG_SRC, x, DNNL_ARG_DST, x, DNNL_ARG_SCALE, column);
        args.put(DNNL_ARG_SHIFT, memory(column));
        args.put(DNNL_ARG_MEAN, memory(row));
        args.put(DNNL_ARG_VARIANCE, memory(row));
        return run(new layer_normalization_forward(forward), args);
    }

    private Runnable softmax(int[] s) {
        desc x = desc(format_tag.ab, s[0], s[1]);
        var forward =
                new softmax_forward.primitive_desc(
                        cpu, prop_kind.forward_inference, algorithm.softmax_accurate, x, x, 1);
        return run(new softmax_forward(forward), args(DNNL_ARG_SRC, x, DNNL_ARG_DST, x));
    }

    private Runnable elementwise(algorithm f, int[] s) {
        desc x = desc(format_tag.a, s[0]);
        var forward =
                new eltwise_forward.primitive_desc(
                        cpu, prop_kind.forward_inference, f, x, x, 0f, 0f);
        return run(new eltwise_forward(forward), args(DNNL_ARG_SRC, x, DNNL_ARG_DST, x));
    }

    private Runnable add(long[] left, long[] right) {
        desc x = desc(format_tag.ab, left);
        desc y = desc(format_tag.ab, right);
        var sum = new binary(new binary.primitive_desc(cpu, algorithm.binary_add, x, y, x));
        return run(sum, args(DNNL_ARG_SRC_0, x, DNNL_ARG_SRC_1, y, DNNL_ARG_DST, x));
    }

    private Runnable sum(long[] from, long[] to) {
        desc x = desc(format_tag.ab, from);
        desc y = desc(format_tag.ab, to);
        var sum = new reduction.primitive_desc(cpu, algorithm.reduction_sum, x, y, 0f, 0f);
        return run(new reduction(sum), args(DNNL_ARG_SRC, x, DNNL_ARG_DST, y));
    }

    private static desc desc(format_tag order, long... dims) {
        return new desc(dims, data_type.f32, order);
    }

    private memory memory(desc desc) {
        var numbers = new FloatPointer(desc.get_size() / Float.BYTES);
        for (long i = 0; i < numbers.limit(); i++) {
            numbers.put(i, (float) (i * 0.618 % 1) - 0.5f);
        }
        held.add(numbers);
        return new memory(desc, cpu, numbers);
    }

    private IntMemoryMap args(int k1, desc d1, int k2, desc d2) {
        var map = new IntMemoryMap();
        map.put(k1, memory(d1));
        map.put(k2, memory(d2));
        return map;
    }

    private IntMemoryMap args(int k1, desc d1, int k2, desc d2, int k3, desc d3) {
        IntMemoryMap map = args(k1, d1, k2, d2);
        map.put(k3, memory(d3));
        return map;
    }

    private Runnable run(primitive work, IntMemoryMap args) {
        return () -> {
            work.execute(stream, args);
            stream._wait();
        };
    }
}
