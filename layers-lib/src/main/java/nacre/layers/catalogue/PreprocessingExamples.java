package nacre.layers.catalogue;

import java.util.List;
import nacre.layers.preprocessing.*;
import nacre.tensor.Shape;

/// The examples of the layers that prepare data, one line for each.
final class PreprocessingExamples {
    static final List<Example> ALL =
            List.of(
                    Example.of(() -> new CategoryEncoding(4), 3).tokens(4),
                    Example.of(() -> new Discretization(0.0, 1.0), 4),
                    Example.of(() -> new HashedCrossing(5), Shape.batch(1), Shape.batch(1))
                            .tokens(6),
                    Example.of(() -> new Hashing(3), 4).tokens(100),
                    Example.of(() -> new IntegerLookup().vocabulary(1, 2, 3), 4).tokens(6),
                    Example.of(
                            () ->
                                    new MelSpectrogram()
                                            .fftLength(32)
                                            .sequenceStride(16)
                                            .numMelBins(4),
                            100),
                    Example.of(() -> new Normalization().mean(1).variance(4), 4),
                    Example.of(() -> new Rescaling(0.5), 4),
                    Example.of(() -> new STFTSpectrogram().frameLength(16).frameStep(8), 64, 1),
                    Example.of(() -> new StringLookup().vocabulary("2", "4"), 4).tokens(6),
                    Example.of(
                                    () ->
                                            new TextVectorization()
                                                    .vocabulary("2")
                                                    .outputSequenceLength(2),
                                    1)
                            .tokens(6),
                    Example.image(() -> new AugMix()),
                    Example.image(() -> new AutoContrast()),
                    Example.image(() -> new CenterCrop(4, 4)),
                    Example.image(() -> new ContrastLimitedAdaptiveHistogramEqualization()),
                    Example.image(() -> new CutMix()),
                    Example.image(() -> new Equalization()),
                    Example.image(() -> new MaxNumBoundingBoxes(3)),
                    Example.image(() -> new MixUp()),
                    Example.image(() -> new Pipeline(new RandomFlip(), new Rescaling(0.5))),
                    Example.image(() -> new RandAugment()),
                    Example.image(() -> new RandomBrightness(0.2)),
                    Example.image(() -> new RandomColorDegeneration(0.2)),
                    Example.image(() -> new RandomColorJitter().brightnessFactor(0.2)),
                    Example.image(() -> new RandomContrast(0.2)),
                    Example.image(() -> new RandomCrop(4, 4)),
                    Example.image(() -> new RandomElasticTransform()),
                    Example.image(() -> new RandomErasing()),
                    Example.image(() -> new RandomFlip()),
                    Example.image(() -> new RandomGaussianBlur()),
                    Example.image(() -> new RandomGrayscale()),
                    Example.image(() -> new RandomHue(0.2)),
                    Example.image(() -> new RandomInvert()),
                    Example.image(() -> new RandomPerspective()),
                    Example.image(() -> new RandomPosterization(4)),
                    Example.image(() -> new RandomRotation(0.1)),
                    Example.image(() -> new RandomSaturation(0.2)),
                    Example.image(() -> new RandomSharpness(0.2)),
                    Example.image(() -> new RandomShear().xFactor(0.3)),
                    Example.image(() -> new RandomTranslation(0.1, 0.1)),
                    Example.image(() -> new RandomZoom(0.2)),
                    Example.image(() -> new Resizing(3, 4)),
                    Example.image(() -> new Solarization()));

    private PreprocessingExamples() {}
}
