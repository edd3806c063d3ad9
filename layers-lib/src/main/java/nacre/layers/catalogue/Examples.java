package nacre.layers.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nacre.layers.Layer;
import nacre.layers.activation.*;
import nacre.layers.attention.*;
import nacre.layers.convolutional.*;
import nacre.layers.core.*;
import nacre.layers.merging.*;
import nacre.layers.normalization.*;
import nacre.layers.pooling.*;
import nacre.layers.preprocessing.*;
import nacre.layers.recurrent.*;
import nacre.layers.regularization.*;
import nacre.layers.reshaping.*;
import nacre.tensor.Shape;

/// One line for each layer: how it may be made, and shapes for it. The catalogue shows them, the
/// contract test tries them and fails for a layer that has none.
public final class Examples {
    static final List<Example> ALL =
            List.of(
                    Example.of(() -> new Activation("tanh"), 4),
                    Example.of(() -> new Dense(5), 4),
                    Example.of(() -> new EinsumDense("abc,cd->abd", -1, 5).biasAxes("d"), 3, 4),
                    Example.of(() -> new Embedding(6, 3), 4).tokens(6),
                    Example.of(() -> new Identity(), 4),
                    Example.of(() -> new InputLayer(Shape.batch(4)), 4),
                    Example.of(() -> new Lambda(x -> x.mul(x)), 4),
                    Example.of(() -> new Masking(), 3, 2),
                    Example.of(() -> new ReversibleEmbedding(6, 3), 4).tokens(6),
                    Example.of(() -> new ELU(), 4),
                    Example.of(() -> new LeakyReLU(0.1), 4),
                    Example.of(() -> new PReLU(), 4),
                    Example.of(() -> new ReLU(), 4),
                    Example.of(() -> new Softmax(), 4),
                    Example.of(() -> new Conv1D(4, 3), 6, 2),
                    Example.of(() -> new Conv1DTranspose(4, 3), 6, 2),
                    Example.of(() -> new Conv2D(4, 3), 6, 5, 2),
                    Example.of(() -> new Conv2DTranspose(4, 3), 3, 4, 2),
                    Example.of(() -> new Conv3D(2, 2), 3, 4, 3, 2),
                    Example.of(() -> new Conv3DTranspose(2, 2), 2, 3, 2, 2),
                    Example.of(() -> new DepthwiseConv1D(3), 6, 2),
                    Example.of(() -> new DepthwiseConv2D(3), 6, 5, 2),
                    Example.of(() -> new SeparableConv1D(4, 3), 6, 2),
                    Example.of(() -> new SeparableConv2D(4, 3), 6, 5, 2),
                    Example.of(() -> new AdaptiveAveragePooling1D(2), 5, 3),
                    Example.of(() -> new AdaptiveAveragePooling2D(2), 5, 4, 3),
                    Example.of(() -> new AdaptiveAveragePooling3D(2), 3, 4, 5, 2),
                    Example.of(() -> new AdaptiveMaxPooling1D(2), 5, 3),
                    Example.of(() -> new AdaptiveMaxPooling2D(2), 5, 4, 3),
                    Example.of(() -> new AdaptiveMaxPooling3D(2), 3, 4, 5, 2),
                    Example.of(() -> new AveragePooling1D(2), 6, 3),
                    Example.of(() -> new AveragePooling2D(2), 6, 4, 3),
                    Example.of(() -> new AveragePooling3D(2), 4, 4, 6, 2),
                    Example.of(() -> new GlobalAveragePooling1D(), 6, 3),
                    Example.of(() -> new GlobalAveragePooling2D(), 6, 4, 3),
                    Example.of(() -> new GlobalAveragePooling3D(), 4, 3, 2, 2),
                    Example.of(() -> new GlobalMaxPooling1D(), 6, 3),
                    Example.of(() -> new GlobalMaxPooling2D(), 6, 4, 3),
                    Example.of(() -> new GlobalMaxPooling3D(), 4, 3, 2, 2),
                    Example.of(() -> new MaxPooling1D(), 6, 3),
                    Example.of(() -> new MaxPooling2D(), 6, 4, 3),
                    Example.of(() -> new MaxPooling3D(), 4, 4, 6, 2),
                    Example.of(() -> new Bidirectional(new LSTM(2)), 4, 3),
                    Example.of(() -> new ConvLSTM1D(2, 3), 3, 5, 2),
                    Example.of(() -> new ConvLSTM2D(2, 2), 2, 4, 3, 2),
                    Example.of(() -> new ConvLSTM3D(1, 2), 2, 3, 3, 2, 1),
                    Example.of(() -> new GRU(4), 5, 3),
                    Example.of(() -> new GRUCell(4), Shape.batch(3), Shape.batch(4)),
                    Example.of(() -> new LSTM(4), 5, 3),
                    Example.of(
                            () -> new LSTMCell(4), Shape.batch(3), Shape.batch(4), Shape.batch(4)),
                    Example.of(() -> new RNN(new SimpleRNNCell(4)), 5, 3),
                    Example.of(() -> new SimpleRNN(4), 5, 3),
                    Example.of(() -> new SimpleRNNCell(4), Shape.batch(3), Shape.batch(4)),
                    Example.of(
                            () -> new StackedRNNCells(new SimpleRNNCell(4), new SimpleRNNCell(2)),
                            Shape.batch(3),
                            Shape.batch(4),
                            Shape.batch(2)),
                    Example.of(() -> new TimeDistributed(new Dense(2)), 4, 3),
                    Example.of(() -> new BatchNormalization(), 3, 4),
                    Example.of(() -> new GroupNormalization(2), 3, 4),
                    Example.of(() -> new LayerNormalization(), 3, 4),
                    Example.of(() -> new RMSNormalization(), 3, 4),
                    Example.of(() -> new SpectralNormalization(new Dense(5)), 4),
                    Example.of(() -> new UnitNormalization(), 3, 4),
                    Example.of(() -> new ActivityRegularization().l2(0.01), 4),
                    Example.of(() -> new AlphaDropout(0.5), 4),
                    Example.of(() -> new Dropout(0.5), 4),
                    Example.of(() -> new GaussianDropout(0.5), 4),
                    Example.of(() -> new GaussianNoise(0.5), 4),
                    Example.of(() -> new SpatialDropout1D(0.5), 4, 3),
                    Example.of(() -> new SpatialDropout2D(0.5), 4, 4, 3),
                    Example.of(() -> new SpatialDropout3D(0.5), 2, 3, 4, 3),
                    Example.of(() -> new AdditiveAttention(), Shape.batch(3, 4), Shape.batch(5, 4)),
                    Example.of(() -> new Attention(), Shape.batch(3, 4), Shape.batch(5, 4)),
                    Example.of(
                            () -> new GroupQueryAttention(3, 4, 2),
                            Shape.batch(3, 4),
                            Shape.batch(5, 4)),
                    Example.of(
                            () -> new MultiHeadAttention(2, 3),
                            Shape.batch(3, 4),
                            Shape.batch(5, 4)),
                    Example.of(() -> new Cropping1D(), 6, 2),
                    Example.of(() -> new Cropping2D(1), 5, 6, 2),
                    Example.of(() -> new Cropping3D(), 4, 4, 5, 1),
                    Example.of(() -> new Flatten(), 3, 4),
                    Example.of(() -> new Permute(2, 1), 3, 4),
                    Example.of(() -> new RepeatVector(4), 3),
                    Example.of(() -> new Reshape(3, -1), 6),
                    Example.of(() -> new UpSampling1D(), 3, 2),
                    Example.of(() -> new UpSampling2D(2).interpolation("bilinear"), 2, 3, 2),
                    Example.of(() -> new UpSampling3D(), 2, 3, 2, 1),
                    Example.of(() -> new ZeroPadding1D(), 3, 2),
                    Example.of(() -> new ZeroPadding2D(), 3, 4, 2),
                    Example.of(() -> new ZeroPadding3D(), 2, 3, 2, 1),
                    Example.of(() -> new Add(), Shape.batch(3), Shape.batch(3)),
                    Example.of(() -> new Average(), Shape.batch(3), Shape.batch(3)),
                    Example.of(() -> new Concatenate(), Shape.batch(3), Shape.batch(2)),
                    Example.of(() -> new Dot(1), Shape.batch(3), Shape.batch(3)),
                    Example.of(() -> new Maximum(), Shape.batch(3), Shape.batch(3)),
                    Example.of(() -> new Minimum(), Shape.batch(3), Shape.batch(3)),
                    Example.of(() -> new Multiply(), Shape.batch(3), Shape.batch(3)),
                    Example.of(() -> new Subtract(), Shape.batch(3), Shape.batch(3)));

    private Examples() {}

    /// The examples by class.
    public static Map<Class<? extends Layer>, Example> all() {
        var result = new LinkedHashMap<Class<? extends Layer>, Example>();
        Stream.concat(ALL.stream(), PreprocessingExamples.ALL.stream())
                .forEach(example -> result.put(example.layer().getClass(), example));
        return result;
    }
}
