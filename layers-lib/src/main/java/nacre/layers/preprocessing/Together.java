package nacre.layers.preprocessing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nacre.layers.Call;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Images with what belongs to them through one layer, all by the same chance: before each part the
/// random numbers begin at the same place again.
final class Together {
    private static final Set<String> KNOWN =
            Set.of("images", "labels", "bounding_boxes", "segmentation_masks");

    private final ImageLayer<?> layer;
    private final Call how;
    private final boolean training;
    private final boolean single;
    private final RandomStream.Place start;
    private final Shape before;
    private final Map<String, Tensor> result;

    private Together(ImageLayer<?> layer, Map<String, Tensor> data, Call how) {
        Tensor images = data.get("images");
        if (images == null || !KNOWN.containsAll(data.keySet())) {
            throw new IllegalArgumentException(
                    layer.getClass().getSimpleName()
                            + " takes `images` and, if there are any, `labels`, `bounding_boxes` and"
                            + " `segmentation_masks`; got "
                            + data.keySet()
                            + ".");
        }
        this.layer = layer;
        this.how = how;
        this.training = how.mode() == null || how.mode();
        this.single = images.rank() == 3;
        this.start = layer.randomPlace();
        this.before = layer.batch(images).shape();
        this.result = new LinkedHashMap<>(data);
    }

    static Map<String, Tensor> apply(ImageLayer<?> layer, Map<String, Tensor> data, Call how) {
        return new Together(layer, data, how).run();
    }

    private Map<String, Tensor> run() {
        Tensor images = layer.apply(need("images"), how);
        RandomStream.Place end = layer.randomPlace();
        Shape after = layer.batch(images).shape();
        result.put("images", images);
        replay("labels", labels -> layer.labels(labels, before, training));
        replay("bounding_boxes", boxes -> layer.boundingBoxes(boxes, before, after, training));
        if (result.containsKey("segmentation_masks")) {
            layer.randomPlace(start);
            Tensor masks = layer.masks(layer.batch(need("segmentation_masks")), training);
            result.put("segmentation_masks", layer.unbatch(masks, single));
        }
        layer.randomPlace(end);
        return result;
    }

    private interface Part {
        Tensor changed(Tensor part);
    }

    private void replay(String name, Part part) {
        if (result.containsKey(name)) {
            layer.randomPlace(start);
            Tensor given = need(name);
            Tensor changed = part.changed(single ? given.expandDims(0) : given);
            result.put(name, single ? changed.squeeze(0) : changed);
        }
    }

    private Tensor need(String name) {
        return Objects.requireNonNull(result.get(name), name);
    }
}
