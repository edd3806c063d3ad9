package nacre.layers.preprocessing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Images, labels, boxes and masks through one layer.
class TogetherTest {
    private static final int SAMPLES = 4;

    /// A white box, from (5, 6) to (15, 12), on black images of 20 × 30 pixels.
    private static final Tensor IMAGES = images();

    private static final Tensor BOXES =
            Tensor.of(new float[] {5, 6, 15, 12}, 1, 1, 4).repeat(SAMPLES, 0);

    private static Tensor images() {
        float[] pixels = new float[20 * 30];
        for (int y = 6; y < 12; y++) {
            for (int x = 5; x < 15; x++) {
                pixels[y * 30 + x] = 1;
            }
        }
        return Tensor.of(pixels, 1, 20, 30, 1).repeat(SAMPLES, 0);
    }

    @Test
    void boxes_stay_around_what_they_were_around() {
        List<ImageLayer<?>> layers =
                List.of(
                        new RandomFlip("horizontal"),
                        new RandomFlip("vertical"),
                        new RandomFlip(),
                        new RandomTranslation(0.3, 0.3).fillMode("constant"),
                        new RandomZoom(0.3).fillMode("constant"),
                        new RandomZoom(-0.2, 0.3).widthFactor(0.2).fillMode("constant"),
                        new RandomRotation(0.25, 0.25).fillMode("constant"),
                        new RandomShear().xFactor(0.3).fillMode("constant"),
                        new RandomShear().yFactor(0.3).fillMode("constant"),
                        new RandomCrop(15, 20),
                        new CenterCrop(14, 18),
                        new CenterCrop(40, 40),
                        new Resizing(10, 60),
                        new Resizing(40, 40).padToAspectRatio(true),
                        new Resizing(40, 40).cropToAspectRatio(true));
        for (ImageLayer<?> layer : layers) {
            layer.boundingBoxFormat("xyxy").reseed(3);
            Map<String, Tensor> out =
                    layer.apply(
                            Map.of(
                                    "images",
                                    IMAGES,
                                    "bounding_boxes",
                                    BOXES,
                                    "segmentation_masks",
                                    IMAGES),
                            Call.training());
            for (int i = 0; i < SAMPLES; i++) {
                float[] box = part(out, "bounding_boxes").at(0, i).toArray();
                for (String name : List.of("images", "segmentation_masks")) {
                    assertArrayEquals(
                            around(part(out, name).at(0, i)), box, 1.6f, layer + " " + name);
                }
            }
        }
    }

    /// The edges of what is white.
    private static float[] around(Tensor image) {
        float[] edges = {99, 99, 0, 0};
        for (int y = 0; y < image.dim(0); y++) {
            for (int x = 0; x < image.dim(1); x++) {
                if (image.get(y, x, 0) > 0.5) {
                    edges[0] = Math.min(edges[0], x);
                    edges[1] = Math.min(edges[1], y);
                    edges[2] = Math.max(edges[2], x + 1);
                    edges[3] = Math.max(edges[3], y + 1);
                }
            }
        }
        return edges;
    }

    private static Tensor part(Map<String, Tensor> data, String name) {
        return data.getOrDefault(name, Tensor.of(0));
    }

    @Test
    void every_format_means_the_same_box() {
        Tensor edges = Tensor.of(new float[] {6, 4, 18, 10}, 1, 1, 4);
        Map<String, float[]> same =
                Map.of(
                        "xyxy", new float[] {6, 4, 18, 10},
                        "yxyx", new float[] {4, 6, 10, 18},
                        "xywh", new float[] {6, 4, 12, 6},
                        "center_xywh", new float[] {12, 7, 12, 6},
                        "center_yxhw", new float[] {7, 12, 6, 12},
                        "rel_xyxy", new float[] {0.2f, 0.2f, 0.6f, 0.5f},
                        "rel_yxyx", new float[] {0.2f, 0.2f, 0.5f, 0.6f},
                        "rel_xywh", new float[] {0.2f, 0.2f, 0.4f, 0.3f},
                        "rel_center_xywh", new float[] {0.4f, 0.35f, 0.4f, 0.3f});
        assertEquals(BoxFormat.values().length, same.size());
        for (BoxFormat format : BoxFormat.values()) {
            String name = format.name().toLowerCase(Locale.ROOT);
            float[] want = same.getOrDefault(name, new float[4]);
            Tensor boxes = Tensor.of(want, 1, 1, 4);
            assertArrayEquals(edges.toArray(), format.toEdges(boxes, 20, 30).toArray(), 1e-5f);
            assertArrayEquals(want, format.fromEdges(edges, 20, 30).toArray(), 1e-5f, name);
        }
    }

    @Test
    void labels_are_mixed_like_the_images() {
        Tensor values = Tensor.of(new float[] {1, 2, 3, 4}, 4, 1, 1, 1);
        Tensor plain = Tensor.ones(Shape.of(4, 50, 50, 1)).mul(values);
        float[] oneHot = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
        var data = Map.of("images", plain, "labels", Tensor.of(oneHot, 4, 4));
        for (ImageLayer<?> layer : List.<ImageLayer<?>>of(new MixUp().alpha(1), new CutMix())) {
            layer.reseed(5);
            Map<String, Tensor> out = layer.apply(data, Call.training());
            float[] fromLabels = part(out, "labels").matmul(values.reshape(4, 1)).toArray();
            // a rectangle is cut along pixels, its share is not
            assertArrayEquals(
                    fromLabels, part(out, "images").mean(1, 2, 3).toArray(), 0.15f, "" + layer);
            assertTrue(part(out, "labels").sub(part(data, "labels")).abs().max().item() > 0.01);
        }
    }

    @Test
    void colours_leave_boxes_and_masks_alone_and_inference_leaves_all() {
        var data = Map.of("images", IMAGES, "bounding_boxes", BOXES, "segmentation_masks", IMAGES);
        var bright = new RandomBrightness(0.5).boundingBoxFormat("xyxy").apply(data);
        assertEquals(IMAGES, bright.get("segmentation_masks"));
        assertArrayEquals(BOXES.toArray(), part(bright, "bounding_boxes").toArray());
        var calm = new RandomRotation(0.5).boundingBoxFormat("xyxy").apply(data, Call.inference());
        assertArrayEquals(BOXES.toArray(), part(calm, "bounding_boxes").toArray());
        assertEquals(IMAGES, calm.get("images"));
    }

    @Test
    void one_image_is_enough() {
        Map<String, Tensor> out =
                new Resizing(40, 60)
                        .boundingBoxFormat("xyxy")
                        .apply(Map.of("images", IMAGES.at(0, 0), "bounding_boxes", BOXES.at(0, 0)));
        assertEquals(Shape.of(40, 60, 1), part(out, "images").shape());
        assertArrayEquals(new float[] {10, 12, 30, 24}, part(out, "bounding_boxes").toArray());
    }

    @Test
    void the_format_is_part_of_the_config_if_it_was_given() {
        var layer = new RandomFlip().boundingBoxFormat("rel_xywh");
        assertEquals("rel_xywh", layer.getConfig().get("bounding_box_format"));
        assertEquals(layer.getConfig(), Layer.fromConfig(layer.getConfig()).getConfig());
        assertTrue(!new RandomFlip().getConfig().containsKey("bounding_box_format"));
    }

    @Test
    void what_cannot_be_done_is_said() {
        var boxes = Map.of("images", IMAGES, "bounding_boxes", BOXES);
        assertThrows(IllegalArgumentException.class, () -> new RandomFlip().apply(boxes));
        assertThrows(
                IllegalArgumentException.class, () -> new RandomFlip().boundingBoxFormat("xxyy"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RandomFlip().apply(Map.of("pictures", IMAGES)));
        assertThrows(
                UnsupportedOperationException.class,
                () -> new RandomPerspective().boundingBoxFormat("xyxy").apply(boxes));
    }
}
