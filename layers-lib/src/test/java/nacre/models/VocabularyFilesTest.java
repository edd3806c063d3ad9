package nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import nacre.layers.Layer;
import nacre.layers.core.Input;
import nacre.layers.preprocessing.IntegerLookup;
import nacre.layers.preprocessing.StringLookup;
import nacre.layers.preprocessing.TextVectorization;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Vocabularies that were learned lie in a `.keras` file beside the weights.
class VocabularyFilesTest {
    @TempDir Path folder;

    private Model saved(Layer layer) {
        Path file = folder.resolve("m.keras");
        var x = Input.of(2);
        Model.of(x, layer.apply(x)).save(file);
        return Models.load(file);
    }

    private Set<String> assets() throws IOException {
        try (var zip = new ZipFile(folder.resolve("m.keras").toFile())) {
            var names = new TreeSet<String>();
            zip.stream()
                    .filter(entry -> entry.getName().startsWith("assets/"))
                    .forEach(entry -> names.add(entry.getName()));
            return names;
        }
    }

    @Test
    void aLookupOfNumbersKeepsWhatItHasLearned() throws IOException {
        var lookup = new IntegerLookup();
        lookup.adapt(Tensor.of(new float[] {7, 7, 9}));
        Model again = saved(lookup);
        assertEquals(Set.of("assets/layers/integer_lookup/vocabulary.txt"), assets());
        Tensor x = Tensor.of(new float[][] {{9, 7}, {8, 7}});
        assertEquals(lookup.apply(x).toString(), again.predict(x).toString());
    }

    @Test
    void wordsAndTheirWeightsComeBack() throws IOException {
        var lookup = new StringLookup().outputMode("tf_idf");
        lookup.adapt("a", "b", "a");
        var again = (StringLookup) saved(lookup).getLayer(1);
        assertEquals(lookup.getVocabulary(), again.getVocabulary());
        assertEquals(lookup.apply("b", "a", "c").toString(), again.apply("b", "a", "c").toString());
        try (var zip = new ZipFile(folder.resolve("m.keras").toFile())) {
            var text =
                    zip.getInputStream(zip.getEntry("assets/layers/string_lookup/vocabulary.txt"));
            assertEquals("[UNK]\na\nb", new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void textsAreSplitAndLookedUpAsBefore() throws IOException {
        var vectorization = new TextVectorization().outputSequenceLength(4);
        vectorization.adapt("Earth, wind & fire", "fire!");
        var again = (TextVectorization) saved(vectorization).getLayer(1);
        assertEquals(
                Set.of(
                        "assets/layers/text_vectorization/_lookup_layer/vocabulary.txt",
                        "assets/layers/text_vectorization/vocabulary.txt"),
                assets());
        assertEquals(vectorization.getVocabulary(), again.getVocabulary());
        assertEquals(
                vectorization.apply("wind of fire").toString(),
                again.apply("wind of fire").toString());
    }

    @Test
    void aVocabularyThatWasGivenStaysInTheConfig() throws IOException {
        var again = (StringLookup) saved(new StringLookup().vocabulary("x", "y")).getLayer(1);
        assertTrue(assets().isEmpty());
        assertEquals("[0, 1, 2]", again.apply("z", "x", "y").toString());
    }
}
