package nacre.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nacre.layers.core.Dense;
import nacre.layers.core.Embedding;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The check believes no layer: what is wrong is found, and named.
class GradientCheckTest {
    /// A layer whose gradient forgets a factor, as if the author had derived it wrongly.
    static final class Forgetful extends Layer {
        private @Nullable Weight scale;

        @Override
        protected void build(Shape in) {
            scale = addWeight("scale", Shape.of(in.last()), "ones");
        }

        @Override
        protected Tensor call(Tensor x) {
            Tensor s = java.util.Objects.requireNonNull(scale).tensor();
            return x.mul(s.detach().mul(2)).add(s);
        }
    }

    @Test
    void right_gradients_agree_and_weights_stay_as_they_were() {
        var dense = new Dense(3).activation("tanh");
        dense.ensureBuilt(List.of(Shape.of(2, 4)));
        float[] before = dense.getWeights().get(0).toArray();
        var check = GradientCheck.of(dense, Shape.of(2, 4));
        assertTrue(check.passed(), check.toString());
        assertEquals(List.of("input 0", "kernel", "bias"), names(check));
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                before, dense.getWeights().get(0).toArray());
    }

    @Test
    void a_wrong_gradient_is_named_with_its_size() {
        var check = GradientCheck.of(new Forgetful(), Shape.of(2, 3));
        assertFalse(check.passed());
        assertTrue(check.rows().get(0).passed(), "the input is right");
        assertFalse(check.rows().get(1).passed(), "the weight is not");
        assertTrue(check.toString().contains("scale"), check.toString());
        assertTrue(check.toString().contains("OFF by"), check.toString());
        assertTrue(check.toHtml().contains("<b>OFF by"), check.toHtml());
    }

    @Test
    void kinks_are_passed_over() {
        Tensor x = Tensor.of(new float[] {0, 0, 0, 0.5f}, 2, 2); // the first row sits on the kink
        for (int seed = 0; seed < 300; seed++) { // some weights are nearly on it
            var relu = new Dense(1).activation("relu").useBias(false);
            relu.ensureBuilt(List.of(x.shape()));
            relu.reseed(seed);
            var check = GradientCheck.of(relu, List.of(x), Call.inference());
            assertTrue(check.passed(), check.toString());
        }
    }

    @Test
    void tokens_have_no_gradient_to_compare() {
        Tensor tokens = Tensor.of(new float[] {1, 2, 1}, 1, 3);
        var embedding = new Embedding(4, 2);
        embedding.ensureBuilt(List.of(tokens.shape()));
        embedding.setWeights(Tensor.range(8).reshape(4, 2)); // far from each other: all are jumps
        var check = GradientCheck.of(embedding, List.of(tokens), Call.inference());
        assertEquals(0, check.rows().get(0).compared(), check.toString());
        assertTrue(check.passed(), check.toString());
    }

    private static List<String> names(GradientCheck check) {
        return check.rows().stream().map(GradientCheck.Row::name).toList();
    }
}
