package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import java.util.List;
import nacre.layers.DataFormat;
import nacre.layers.FluentLayer;
import nacre.layers.config.NameChoices;
import nacre.layers.weights.STFT;
import nacre.layers.weights.WindowFunction;
import nacre.tensor.Padding;
import nacre.tensor.Shape;
import nacre.tensor.Sliding;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Shows which frequencies a sound holds at which time, by convolutions with waves (short-time
/// Fourier transform).
///
/// `(batch, time, channels) → (batch, frames, channels · frequencies)`, with `expandDims` `(batch,
/// frames, frequencies, channels)`; there are `fftLength / 2 + 1` frequencies. The waves are
/// weights, so training may change them.
///
/// ```java
/// new STFTSpectrogram().frameLength(16).frameStep(8).outputShape(Shape.batch(64, 1))   // (None, 7, 9)
/// ```
///
/// Source: [Keras,
/// STFTSpectrogram](https://keras.io/api/layers/preprocessing_layers/audio_preprocessing/stft_spectrogram/).
public final class STFTSpectrogram extends FluentLayer<STFTSpectrogram> {
    private static final float EPSILON = 1e-7f;

    /// What of the transform comes out.
    enum Mode {
        LOG,
        MAGNITUDE,
        PSD,
        REAL,
        IMAG,
        ANGLE,
        STFT
    }

    private Mode mode = Mode.LOG;
    private int frameLength = 256;
    private @Nullable Integer frameStep;
    private @Nullable Integer fftLength;
    private @Nullable String window = "hann";
    private boolean periodic;
    private @Nullable String scaling = "density";
    private Padding padding = Padding.VALID;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private boolean expandDims;

    private transient @Nullable Weight realKernel;
    private transient @Nullable Weight imagKernel;

    /// What comes out: `log` (default) of the magnitude, `magnitude`, `psd` (power), `real`,
    /// `imag`, `angle`, or `stft`: real and imaginary parts one after the other.
    public STFTSpectrogram mode(String name) {
        return set("mode", () -> mode = NameChoices.choose("mode", name, Mode.values()));
    }

    /// How many samples are looked at together; default 256.
    public STFTSpectrogram frameLength(int samples) {
        positive("frameLength", samples);
        return set("frameLength", () -> frameLength = samples);
    }

    /// By how many samples the next frame starts later; default half a frame.
    public STFTSpectrogram frameStep(int samples) {
        positive("frameStep", samples);
        return set("frameStep", () -> frameStep = samples);
    }

    /// The length of the transform, which says how many frequencies there are; default: the next
    /// power of 2 from the frame's length on.
    public STFTSpectrogram fftLength(int samples) {
        positive("fftLength", samples);
        return set("fftLength", () -> fftLength = samples);
    }

    /// How a frame fades in and out: `hann` (default), `hamming`, `blackman`, `boxcar`.
    public STFTSpectrogram window(String name) {
        WindowFunction.of(name);
        return set("window", () -> window = name);
    }

    /// Whether windows fit together without a seam; default false.
    public STFTSpectrogram periodic(boolean on) {
        return set("periodic", () -> periodic = on);
    }

    /// What the waves are divided by, so that the window does not change the loudness: `density`
    /// (default), `spectrum`.
    public STFTSpectrogram scaling(String name) {
        if (!name.equals("density") && !name.equals("spectrum")) {
            throw new IllegalArgumentException(
                    "`scaling` must be \"density\" or \"spectrum\"; got \"" + name + "\".");
        }
        return set("scaling", () -> scaling = name);
    }

    /// Whether frames may reach over the ends (`same`) or not (`valid`, default).
    public STFTSpectrogram padding(String name) {
        return set("padding", () -> padding = Padding.sameOrValid(name));
    }

    /// Where the channels are, `channels_last` (default) or `channels_first`.
    public STFTSpectrogram dataFormat(String name) {
        return set("dataFormat", () -> dataFormat = DataFormat.of(name));
    }

    /// Whether frequencies and channels are two axes, as in an image; default false.
    public STFTSpectrogram expandDims(boolean on) {
        return set("expandDims", () -> expandDims = on);
    }

    @Override
    public void checkOptions() {
        if (frameLength < 2
                || step() > frameLength
                || (fftLength != null && fftLength < frameLength)) {
            throw new IllegalArgumentException(
                    "`frameLength` must be at least 2, `frameStep` not greater and `fftLength` not less than it; got"
                            + " frameLength "
                            + frameLength
                            + ", frameStep "
                            + step()
                            + ", fftLength "
                            + fftLength
                            + ".");
        }
    }

    @Override
    protected void check(List<Shape> inputs) {
        dataFormat.check("STFTSpectrogram", inputs.get(0), 1);
        if (dataFormat.channels(inputs.get(0)) < 1) {
            throw new IllegalArgumentException(
                    "STFTSpectrogram must know how many channels its inputs have, at least one; got "
                            + inputs.get(0)
                            + ".");
        }
    }

    private int step() {
        return frameStep != null ? frameStep : frameLength / 2;
    }

    private int frequencies() {
        int length =
                fftLength != null
                        ? fftLength
                        : frameLength < 2 ? 1 : Integer.highestOneBit(frameLength - 1) * 2;
        return length / 2 + 1;
    }

    @Override
    protected void build(Shape in) {
        Shape shape = Shape.of(frameLength, 1, frequencies());
        if (mode != Mode.IMAG) {
            realKernel =
                    addWeight("real_kernel", shape, new STFT("real", window, scaling, periodic));
        }
        if (mode != Mode.REAL) {
            imagKernel =
                    addWeight("imag_kernel", shape, new STFT("imag", window, scaling, periodic));
        }
    }

    @Override
    protected Tensor call(Tensor x) {
        Tensor sound = dataFormat.toLast(x);
        Tensor real = realKernel == null ? Tensor.of(0) : transform(sound, realKernel.tensor());
        Tensor imag = imagKernel == null ? Tensor.of(0) : transform(sound, imagKernel.tensor());
        Tensor power = real.square().add(imag.square());
        Tensor result =
                switch (mode) {
                    case REAL -> real;
                    case IMAG -> imag;
                    case ANGLE -> imag.atan2(real);
                    case STFT -> Tensor.concat(List.of(real, imag), 2);
                    case PSD -> power.add(inner(power));
                    case MAGNITUDE -> power.maximum(EPSILON).sqrt();
                    case LOG -> power.maximum(EPSILON).sqrt().maximum(EPSILON).log();
                };
        return arranged(result);
    }

    /// The convolution of each channel with the waves: `(batch, frames, frequencies, channels)`.
    private Tensor transform(Tensor sound, Tensor kernel) {
        var sliding = new Sliding(new int[] {step()}, padding, new int[] {1}, 1);
        List<Tensor> channels =
                sound.split(sound.dim(2), 2).stream()
                        .map(channel -> channel.conv(kernel, sliding))
                        .toList();
        return Tensor.stack(channels, 3);
    }

    /// All frequencies but the lowest and the highest, which have no mirror image.
    private static Tensor inner(Tensor power) {
        return power.slice(2, 1, power.dim(2) - 1)
                .pad(new int[] {0, 0, 1, 0}, new int[] {0, 0, 1, 0}, 0);
    }

    /// From `(batch, frames, frequencies, channels)` to what the options say.
    private Tensor arranged(Tensor x) {
        boolean first = dataFormat == DataFormat.CHANNELS_FIRST;
        if (expandDims) {
            return first ? x.permute(0, 3, 1, 2) : x;
        }
        List<Tensor> channels =
                x.split(x.dim(3), 3).stream().map(channel -> channel.squeeze(3)).toList();
        return dataFormat.fromLast(Tensor.concat(channels, 2));
    }
}
