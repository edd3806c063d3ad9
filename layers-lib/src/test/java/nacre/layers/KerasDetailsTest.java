package nacre.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nacre.layers.attention.GroupQueryAttention;
import nacre.layers.attention.MultiHeadAttention;
import nacre.layers.config.Configs;
import nacre.layers.convolutional.Conv2D;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.core.Masking;
import nacre.layers.merging.Maximum;
import nacre.layers.merging.Minimum;
import nacre.layers.merging.Multiply;
import nacre.layers.normalization.BatchNormalization;
import nacre.layers.normalization.GroupNormalization;
import nacre.layers.preprocessing.Discretization;
import nacre.layers.preprocessing.RandomErasing;
import nacre.layers.preprocessing.StringLookup;
import nacre.layers.recurrent.Bidirectional;
import nacre.layers.recurrent.ConvLSTM2D;
import nacre.layers.recurrent.LSTM;
import nacre.layers.recurrent.TimeDistributed;
import nacre.layers.regularization.Dropout;
import nacre.layers.regularization.SpatialDropout1D;
import nacre.models.Model;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Small things that Keras does in its own way, and that a model of Keras's depends on.
class KerasDetailsTest {
    private static final Tensor A = Tensor.of(new float[] {2, 5, 3, 4}, 1, 4, 1);
    private static final Tensor B = Tensor.of(new float[] {10, 1, 30, 40}, 1, 4, 1);

    private static Tensor masked(Tensor x, float... mask) {
        return x.withMask(Tensor.of(mask, 1, 4));
    }

    @Test
    void a_masked_factor_counts_as_one_and_what_all_leave_out_is_zero() {
        Tensor a = masked(A, 1, 1, 0, 0);
        Tensor b = masked(B, 1, 0, 1, 0);
        Tensor product = new Multiply().apply(a, b);
        assertArrayEquals(new float[] {20, 5, 30, 0}, product.toArray());
        assertArrayEquals(new float[] {1, 1, 1, 0}, product.mask().toArray());
        Tensor half = new Multiply().apply(A, b);
        assertArrayEquals(new float[] {20, 5, 90, 4}, half.toArray(), "only one has a mask");
        assertNull(half.mask());
    }

    @Test
    void what_a_mask_leaves_out_is_neither_largest_nor_smallest() {
        Tensor a = masked(A, 1, 1, 0, 1);
        Tensor b = masked(B, 1, 0, 1, 1);
        assertArrayEquals(new float[] {10, 5, 30, 40}, new Maximum().apply(a, b).toArray());
        assertArrayEquals(new float[] {2, 5, 30, 4}, new Minimum().apply(a, b).toArray());
    }

    @Test
    void masks_reach_a_product_in_a_model_too() {
        Tensor in = Input.of(4, 1);
        Tensor other = Input.of(4, 1);
        Tensor steps = new Masking(3).apply(in);
        var model = Model.of(List.of(in, other), new Multiply().apply(steps, other));
        // one factor without a mask: what the other's leaves out counts as 1
        assertArrayEquals(new float[] {20, 5, 30, 160}, model.predict(List.of(A, B)).toArray());
    }

    @Test
    void both_readings_of_a_sequence_have_its_mask() {
        var layer = new Bidirectional(new LSTM(2).returnSequences(true)).mergeMode("none");
        Tensor mask = Tensor.of(new float[] {1, 1, 1, 0}, 1, 4);
        for (Tensor output : layer.applyAll(List.of(A.withMask(mask)))) {
            assertArrayEquals(mask.toArray(), output.mask().toArray());
        }
    }

    @Test
    void a_normalization_at_each_step_leaves_out_masked_samples() {
        Tensor x = Tensor.of(new float[] {1, 3, 100, 1, 3, 100}, 3, 2, 1);
        Tensor mask = Tensor.of(new float[] {1, 1, 0, 1, 1, 0}, 3, 2);
        var layer = new TimeDistributed(new BatchNormalization());
        float[] y = layer.apply(x, Call.training().masks(List.of(mask))).toArray();
        assertEquals(-1, y[0], 1e-3, "1 of 1 and 3");
        assertEquals(1, y[4], 1e-3, "3 of 1 and 3");
        assertThrows(
                IllegalArgumentException.class,
                () -> layer.apply(x, Call.masked(Tensor.ones(Shape.of(2, 3)))));
    }

    @Test
    void names_are_those_that_keras_counts() {
        String attention = new GroupQueryAttention(2, 2, 1).name();
        assertTrue(attention.startsWith("grouped_query_attention"), attention);
        assertTrue(new ConvLSTM2D(1, 2).name().startsWith("conv_lstm2d"));
    }

    @Test
    void the_price_of_outputs_is_one_of_the_result_as_well() {
        Tensor x = Tensor.ones(Shape.of(1, 3, 4));
        var grouped = new GroupQueryAttention(2, 2, 1).activityRegularizer("l2");
        grouped.apply(List.of(x, x));
        assertEquals(5, grouped.losses().size(), "four projections and the result");
        var heads = new MultiHeadAttention(2, 2).activityRegularizer("l2");
        heads.apply(List.of(x, x));
        assertEquals(4, heads.losses().size(), "four projections");
    }

    @Test
    void inside_of_time_distributed_a_layer_has_no_price_of_its_own() {
        Tensor x = Tensor.ones(Shape.of(1, 3, 4));
        var inner = new TimeDistributed(new Dense(2).activityRegularizer("l2"));
        inner.apply(x);
        assertEquals(0, inner.losses().size());
        var outer = new TimeDistributed(new Dense(2)).activityRegularizer("l2");
        outer.apply(x);
        assertEquals(1, outer.losses().size());
    }

    @Test
    void no_activation_is_the_linear_one() {
        var options = new HashMap<String, @Nullable Object>(Map.of("units", 2));
        options.put("activation", null);
        assertEquals("linear", Configs.make(LSTM.class, options).getConfig().get("activation"));
        assertEquals("sigmoid", new LSTM(2).getConfig().get("recurrent_activation"));
    }

    @Test
    void a_type_of_numbers_is_written_as_a_policy() {
        var policy = (Map<?, ?>) new Dense(2).dtype("mixed_float16").getConfig().get("dtype");
        assertEquals("DTypePolicy", policy.get("class_name"));
        assertEquals(Map.of("name", "mixed_float16"), policy.get("config"));
        assertThrows(IllegalArgumentException.class, () -> new Dense(2).dtype("foo"));
        assertEquals("bfloat16", dtypeWord("bfloat16"));
        assertEquals("float32", dtypeWord("mixed_bfloat16"));
    }

    /// Some layers write the type of their weights as a word.
    private static Object dtypeWord(String policy) {
        return new SpatialDropout1D(0.5).dtype(policy).getConfig().get("dtype");
    }

    @Test
    void sizes_of_a_conv_lstm_may_be_one_number_and_a_list() {
        var options = Map.of("filters", 2, "kernel_size", 3, "strides", List.of(2, 1));
        var layer = Configs.make(ConvLSTM2D.class, options);
        assertEquals(List.of(3, 3), layer.getConfig().get("kernel_size"));
        assertEquals(List.of(2, 1), layer.getConfig().get("strides"));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        Configs.make(
                                ConvLSTM2D.class,
                                Map.of(
                                        "filters",
                                        2,
                                        "kernel_size",
                                        3,
                                        "strides",
                                        List.of(2, 1, 1))));
    }

    @Test
    void a_group_for_each_channel_is_written_as_their_number() {
        var layer = new GroupNormalization(-1);
        assertEquals(-1, layer.getConfig().get("groups"));
        layer.ensureBuilt(List.of(Shape.batch(5, 6)));
        assertEquals(6, layer.getConfig().get("groups"));
    }

    @Test
    void boundaries_are_learned_from_every_hundredth_part() {
        double[] numbers = IntStream.range(0, 200).mapToDouble(i -> i).toArray();
        var layer = new Discretization(Integer.valueOf(4));
        layer.adapt(Tensor.of(numbers));
        // every second number from the third on, of which a quarter lies below each boundary
        assertArrayEquals(new double[] {49.5, 99, 148.5}, layer.binBoundaries(), 1e-3);
    }

    @Test
    void an_unknown_size_of_the_noise_is_the_inputs() {
        Layer layer =
                Layer.of(
                        Map.of(
                                "class_name",
                                "Dropout",
                                "config",
                                new java.util.HashMap<>(
                                        Map.of(
                                                "rate",
                                                0.5,
                                                "noise_shape",
                                                java.util.Arrays.asList(null, 1)))));
        assertEquals(java.util.Arrays.asList(null, 1), layer.getConfig().get("noise_shape"));
        float[] y = layer.apply(Tensor.ones(Shape.of(20, 3)), Call.training()).toArray();
        for (int i = 0; i < y.length; i += 3) {
            assertEquals(y[i], y[i + 2]);
        }
        assertThrows(IllegalArgumentException.class, () -> new Dropout(0.5).noiseShape(0, 3));
    }

    @Test
    void the_token_for_unknown_words_may_be_a_word_of_the_vocabulary() {
        var lookup = new StringLookup().vocabulary("a", "[UNK]", "b");
        assertArrayEquals(new float[] {3, 2, 0}, lookup.apply("b", "[UNK]", "z").toArray());
    }

    @Test
    void sizes_along_axes_are_told_by_their_kind() {
        var told =
                assertThrows(
                        IllegalArgumentException.class, () -> new Conv2D(1, 3).strides(2, 2, 2));
        assertEquals(
                "`strides` must be one number or 2 (positive whole numbers); got [2, 2, 2].",
                told.getMessage());
    }

    @Test
    void what_is_erased_takes_one_number_or_three() {
        var erasing = new RandomErasing().scale(0.3).fillValue(1, 2, 3);
        assertEquals(List.of(0.0, 0.3), erasing.getConfig().get("scale"));
        assertEquals(List.of(1.0, 2.0, 3.0), erasing.getConfig().get("fill_value"));
        var told = assertThrows(IllegalArgumentException.class, () -> erasing.fillValue(1, 2));
        assertEquals(
                "`fillValue` must be one number, or three for red, green and blue; got [1.0, 2.0].",
                told.getMessage());
    }
}
