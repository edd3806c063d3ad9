package nacre.layers.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Other names that Keras has for the same class, in [Names#bare] spelling; tried after the name
/// itself.
final class Aliases {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("acc", "accuracy"),
                    Map.entry("avgpool1d", "averagepooling1d"),
                    Map.entry("avgpool2d", "averagepooling2d"),
                    Map.entry("avgpool3d", "averagepooling3d"),
                    Map.entry("bce", "binarycrossentropy"),
                    Map.entry("convolution1d", "conv1d"),
                    Map.entry("convolution1dtranspose", "conv1dtranspose"),
                    Map.entry("convolution2d", "conv2d"),
                    Map.entry("convolution2dtranspose", "conv2dtranspose"),
                    Map.entry("convolution3d", "conv3d"),
                    Map.entry("convolution3dtranspose", "conv3dtranspose"),
                    Map.entry("globalavgpool1d", "globalaveragepooling1d"),
                    Map.entry("globalavgpool2d", "globalaveragepooling2d"),
                    Map.entry("globalavgpool3d", "globalaveragepooling3d"),
                    Map.entry("globalmaxpool1d", "globalmaxpooling1d"),
                    Map.entry("globalmaxpool2d", "globalmaxpooling2d"),
                    Map.entry("globalmaxpool3d", "globalmaxpooling3d"),
                    Map.entry("kld", "kldivergence"),
                    Map.entry("mae", "meanabsoluteerror"),
                    Map.entry("mape", "meanabsolutepercentageerror"),
                    Map.entry("mse", "meansquarederror"),
                    Map.entry("msle", "meansquaredlogarithmicerror"),
                    Map.entry("maxpool1d", "maxpooling1d"),
                    Map.entry("maxpool2d", "maxpooling2d"),
                    Map.entry("maxpool3d", "maxpooling3d"),
                    Map.entry("separableconvolution1d", "separableconv1d"),
                    Map.entry("separableconvolution2d", "separableconv2d"),
                    Map.entry("model", "functional"),
                    Map.entry("identity", "identityinitializer"),
                    Map.entry("orthogonalinitializer", "orthogonal"),
                    Map.entry("stftinitializer", "stft"),
                    Map.entry("uniform", "randomuniform"),
                    Map.entry("normal", "randomnormal"),
                    Map.entry("one", "ones"),
                    Map.entry("zero", "zeros"));

    private Aliases() {}

    /// The spellings to look for, in order.
    static List<String> of(String bare) {
        String other = NAMES.get(bare);
        return other == null ? List.of(bare) : List.of(bare, other);
    }

    /// The other names of some classes, given by their bare names.
    static List<String> among(Set<String> bare) {
        return NAMES.entrySet().stream()
                .filter(each -> bare.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
