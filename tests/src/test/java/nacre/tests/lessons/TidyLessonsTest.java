package nacre.tests.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nacre.tests.Repository;
import nacre.tests.lessons.LessonFile.Cell;
import org.junit.jupiter.api.Test;

/// A lesson is pleasant to read: no line to scroll, no huge file, a word for every picture.
class TidyLessonsTest {
    private static final List<LessonFile> LESSONS = LessonFile.all();
    private static final int WIDEST = 88;
    private static final long LARGEST = 1_500_000;
    private static final Pattern SAVED = Pattern.compile("\\.save\\(\"([^\"]+)\"\\)");

    @Test
    void noLineOfCodeHasToBeScrolled() {
        assertEquals(
                List.of(),
                cells().filter(Cell::isCode)
                        .flatMap(cell -> cell.source().lines())
                        .filter(line -> line.length() > WIDEST)
                        .toList());
    }

    @Test
    void noLessonIsSlowToLoad() {
        assertEquals(
                List.of(),
                LESSONS.stream().filter(l -> l.bytes() > LARGEST).map(LessonFile::name).toList());
    }

    @Test
    void everyPictureIsSaidInWords() {
        assertEquals(
                List.of(),
                cells().filter(cell -> cell.outputs().stream().anyMatch(TidyLessonsTest::isMute))
                        .map(Cell::id)
                        .toList());
    }

    private static boolean isMute(JsonObject output) {
        if (!output.has("data") || !output.getAsJsonObject("data").has("image/png")) {
            return false;
        }
        JsonObject metadata = output.getAsJsonObject("metadata").getAsJsonObject("image/png");
        return metadata == null || metadata.get("alt").getAsString().length() < 20;
    }

    @Test
    void theFolderOfImagesHasWhatLessonsSaveAndNothingElse() throws IOException {
        List<String> saved =
                cells().flatMap(cell -> SAVED.matcher(cell.source()).results())
                        .map(name -> name.group(1) + ".png")
                        .sorted()
                        .toList();
        try (Stream<Path> files = Files.list(Repository.ROOT.resolve("images"))) {
            assertEquals(saved, files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    private static Stream<Cell> cells() {
        return LESSONS.stream().flatMap(lesson -> lesson.cells().stream());
    }
}
