package nacre.parity;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import nacre.layers.Layer;
import nacre.layers.preprocessing.StringLookup;
import nacre.layers.preprocessing.WordLayer;
import nacre.layers.preprocessing.Words;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A layer that takes words or whole numbers: what it learns, its vocabulary, and what comes out.
final class TextKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Layer layer =
                Made.from(
                        Layer.class,
                        expectation.text("layer"),
                        expectation.list("args"),
                        expectation.map("kwargs"));
        if (expectation.has("adapt")) {
            run(layer, "adapt", Words.class, words(expectation.get("adapt")));
        }
        if (expectation.has("set_vocabulary")) {
            setVocabulary(layer, expectation.list("set_vocabulary"));
        }
        if (expectation.has("get_vocabulary")) {
            Object got = run(layer, "getVocabulary");
            checks.that(
                    texts((List<?>) got).equals(texts(expectation.list("get_vocabulary"))),
                    "the vocabulary is "
                            + got
                            + " instead of "
                            + expectation.list("get_vocabulary"));
        }
        outputs(layer, expectation, checks);
    }

    private static void outputs(Layer layer, Case expectation, Checks checks) {
        Map<String, @Nullable Object> wanted = Case.asMap(expectation.get("outputs"));
        Object inputs = expectation.get("inputs");
        boolean invert = Boolean.TRUE.equals(expectation.map("kwargs").get("invert"));
        if (layer instanceof StringLookup lookup && invert) {
            Words got = lookup.words(Arrays.tensor(inputs));
            checks.that(
                    got.list().equals(texts(Case.asList(wanted.get("data")))),
                    "gives " + got + " instead of " + wanted.get("data"));
            return;
        }
        Tensor got = invert ? layer.apply(Arrays.tensor(inputs)) : encoded(layer, inputs);
        checks.numbers("output", got, expectation.get("outputs"));
    }

    private static Tensor encoded(Layer layer, @Nullable Object inputs) {
        Words[] words = Arrays.flat(inputs).stream().map(TextKind::words).toArray(Words[]::new);
        return ((WordLayer<?>) layer).apply(words);
    }

    /// An array or a plain list as words; whole numbers keep all their digits.
    private static Words words(@Nullable Object value) {
        if (Arrays.isArray(value)) {
            Map<String, @Nullable Object> array = Case.asMap(value);
            return new Words(
                    Arrays.shape(array.get("shape")), texts(Case.asList(array.get("data"))));
        }
        List<@Nullable Object> list = Case.asList(value);
        boolean rows = !list.isEmpty() && list.get(0) instanceof List<?>;
        return rows
                ? Words.of(
                        list.stream()
                                .map(row -> texts(Case.asList(row)).toArray(String[]::new))
                                .toArray(String[][]::new))
                : Words.of(texts(list).toArray(String[]::new));
    }

    private static List<String> texts(List<?> values) {
        return values.stream()
                .map(
                        value ->
                                value instanceof Number number
                                        ? Long.toString(number.longValue())
                                        : String.valueOf(value))
                .toList();
    }

    private static void setVocabulary(Layer layer, List<@Nullable Object> given) {
        List<?> tokens = Case.asList(given.get(0));
        boolean numbers = !tokens.isEmpty() && tokens.get(0) instanceof Number;
        double[] weights =
                given.size() < 2 || given.get(1) == null
                        ? new double[0]
                        : Case.asList(given.get(1)).stream().mapToDouble(Arrays::number).toArray();
        Object vocabulary =
                numbers
                        ? tokens.stream().map(token -> ((Number) token).longValue()).toList()
                        : texts(tokens);
        run(layer, "setVocabulary", List.class, vocabulary, double[].class, weights);
    }

    /// Calls a method that only some layers have; types and arguments alternate.
    private static Object run(Layer layer, String method, Object... typesAndArguments) {
        Class<?>[] types = new Class<?>[typesAndArguments.length / 2];
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = (Class<?>) typesAndArguments[2 * i];
            arguments[i] = typesAndArguments[2 * i + 1];
        }
        try {
            Object result = layer.getClass().getMethod(method, types).invoke(layer, arguments);
            return result == null ? layer : result;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(
                    layer.getClass().getSimpleName() + " has no " + method, e);
        }
    }
}
