package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import java.util.List;
import nacre.layers.FluentLayer;
import nacre.layers.config.Config;
import nacre.layers.weights.WindowFunction;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Shows how loud a sound is at which time and pitch, as an ear hears it: few bands below, wide
/// ones above.
///
/// `(batch, samples) → (batch, numMelBins, frames)`, in decibels.
///
/// ```java
/// new MelSpectrogram().fftLength(64).sequenceStride(32).numMelBins(8).outputShape(Shape.of(1, 200))   // (1, 8, 7)
/// ```
///
/// Source: Davis and Mermelstein, Comparison of parametric representations for word recognition
/// (1980); [Keras,
/// MelSpectrogram](https://keras.io/api/layers/preprocessing_layers/audio_preprocessing/mel_spectrogram/).
public final class MelSpectrogram extends FluentLayer<MelSpectrogram> {
    private int fftLength = 2048;
    private int sequenceStride = 512;
    private @Nullable Integer sequenceLength;
    private @Nullable String window = "hann";
    private int samplingRate = 16000;
    private int numMelBins = 128;
    private double minFreq = 20;
    private @Nullable Double maxFreq;
    private boolean powerToDb = true;
    private double topDb = 80;
    private double magExp = 2;
    private double minPower = 1e-10;
    private double refPower = 1;

    /// The length of the Fourier transform in samples; default 2048.
    public MelSpectrogram fftLength(int samples) {
        positive("fftLength", samples);
        return set("fftLength", () -> fftLength = samples);
    }

    /// By how many samples the next frame starts later; default 512.
    public MelSpectrogram sequenceStride(int samples) {
        positive("sequenceStride", samples);
        return set("sequenceStride", () -> sequenceStride = samples);
    }

    /// How many samples are looked at together; default: as many as the transform is long.
    public MelSpectrogram sequenceLength(int samples) {
        positive("sequenceLength", samples);
        return set("sequenceLength", () -> sequenceLength = samples);
    }

    /// How a frame fades in and out: `hann` (default) or `hamming`.
    public MelSpectrogram window(String name) {
        WindowFunction.of(name);
        return set("window", () -> window = name);
    }

    /// How many samples make a second; default 16000.
    public MelSpectrogram samplingRate(int perSecond) {
        positive("samplingRate", perSecond);
        return set("samplingRate", () -> samplingRate = perSecond);
    }

    /// How many bands of pitch there are; default 128.
    public MelSpectrogram numMelBins(int bands) {
        positive("numMelBins", bands);
        return set("numMelBins", () -> numMelBins = bands);
    }

    /// The lowest frequency in Hertz; default 20.
    public MelSpectrogram minFreq(double hertz) {
        return set("minFreq", () -> minFreq = hertz);
    }

    /// The highest frequency in Hertz; default half the sampling rate, as there are none above.
    public MelSpectrogram maxFreq(double hertz) {
        return set("maxFreq", () -> maxFreq = hertz);
    }

    /// Whether the result is in decibels; default true.
    public MelSpectrogram powerToDb(boolean on) {
        return set("powerToDb", () -> powerToDb = on);
    }

    /// How far below the loudest still counts, in decibels; default 80.
    public MelSpectrogram topDb(double decibels) {
        return set("topDb", () -> topDb = decibels);
    }

    /// The power of the magnitude that is summed up: 2 (default) is energy, 1 is magnitude.
    public MelSpectrogram magExp(double exponent) {
        return set("magExp", () -> magExp = exponent);
    }

    /// The smallest power, so that silence has a logarithm; default 1e-10.
    public MelSpectrogram minPower(double power) {
        return set("minPower", () -> minPower = power);
    }

    /// The power that is 0 decibels; default 1.
    public MelSpectrogram refPower(double power) {
        return set("refPower", () -> refPower = power);
    }

    private int frame() {
        return sequenceLength == null ? fftLength : sequenceLength;
    }

    private double highest() {
        return maxFreq == null ? samplingRate / 2 : maxFreq;
    }

    @Override
    protected void check(List<Shape> inputs) {
        if (inputs.get(0).rank() < 1) {
            throw new IllegalArgumentException(
                    "MelSpectrogram needs sound (…, samples); got " + inputs.get(0) + ".");
        }
        if (frame() > fftLength) {
            throw new IllegalArgumentException(
                    "`fftLength` must not be less than `sequenceLength`; got "
                            + fftLength
                            + " and "
                            + frame()
                            + ".");
        }
        int samples = inputs.get(0).last();
        if (samples != Shape.NONE && samples <= fftLength / 2) {
            throw new IllegalArgumentException(
                    "MelSpectrogram needs more samples than half of `fftLength`, "
                            + fftLength / 2
                            + "; got "
                            + samples
                            + ".");
        }
    }

    @Override
    protected Tensor call(Tensor x) {
        int samples = x.shape().last();
        if (x.isGhost()) {
            int frames = samples == Shape.NONE ? Shape.NONE : samples / sequenceStride + 1;
            return Tensor.ghost(x.shape().with(-1, numMelBins).insert(-1, frames));
        }
        var fourier = new Fourier(fftLength, frame(), window);
        Tensor power = fourier.magnitudes(x, sequenceStride).pow((float) magExp);
        Tensor mel =
                power.matmul(
                        MelScale.matrix(
                                numMelBins, fftLength / 2 + 1, samplingRate, minFreq, highest()));
        return (powerToDb ? decibels(mel) : mel).transpose();
    }

    private Tensor decibels(Tensor power) {
        double reference = 10 * Math.log10(Math.max(Math.abs(refPower), minPower));
        Tensor db =
                power.maximum((float) minPower)
                        .log()
                        .mul((float) (10 / Math.log(10)))
                        .sub((float) reference);
        return db.maximum(db.max().sub((float) topDb));
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.put("sequence_length", frame());
        config.put("max_freq", highest());
        return config;
    }
}
