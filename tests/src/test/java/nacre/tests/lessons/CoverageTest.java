package nacre.tests.lessons;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nacre.tests.lessons.LessonFile.Cell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Each point of the course has a home in a lesson: `lessons/coverage.json` says where.
class CoverageTest {
    /// The points that the lessons on Dense and Dropout are there for.
    private static final Map<String, List<String>> HOMES =
            Map.of(
                    "06-dense", List.of("A8", "B13", "B14", "B15", "B16"),
                    "08-dropout", List.of("A10", "B17", "B18", "B19"));

    private static final Map<String, Set<String>> CELLS =
            LessonFile.all().stream()
                    .collect(Collectors.toMap(LessonFile::name, CoverageTest::ids));

    private static JsonObject coverage;

    private static Set<String> ids(LessonFile lesson) {
        return lesson.cells().stream().map(Cell::id).collect(Collectors.toSet());
    }

    @BeforeAll
    static void read() throws IOException {
        String text = Files.readString(LessonFile.FOLDER.resolve("coverage.json"));
        coverage = JsonParser.parseString(text).getAsJsonObject();
    }

    @Test
    void everyPointOfTheseLessonsIsThere() {
        List<Executable> each = new ArrayList<>();
        HOMES.forEach((lesson, keys) -> keys.forEach(key -> each.add(() -> isAtHome(key, lesson))));
        assertAll(each);
    }

    private static void isAtHome(String key, String lesson) {
        assertTrue(coverage.has(key), key + " is missing in coverage.json");
        var cells = cells(key).get(lesson);
        assertTrue(cells != null && !cells.isEmpty(), key + " has no cell in " + lesson);
    }

    @Test
    void everyCellThatIsNamedExists() {
        List<String> lost =
                coverage.keySet().stream().flatMap(CoverageTest::lost).sorted().toList();
        assertEquals(List.of(), lost, "cells that no lesson has");
    }

    private static Stream<String> lost(String key) {
        return cells(key).entrySet().stream()
                .flatMap(
                        lesson ->
                                lesson.getValue().stream()
                                        .filter(id -> !has(lesson.getKey(), id))
                                        .map(id -> key + ": " + lesson.getKey() + "#" + id));
    }

    private static boolean has(String lesson, String cell) {
        return CELLS.getOrDefault(lesson, Set.of()).contains(cell);
    }

    @Test
    void everyPointIsSaidInWords() {
        for (String key : coverage.keySet()) {
            String point = coverage.getAsJsonObject(key).get("point").getAsString();
            assertFalse(point.isBlank(), key);
        }
    }

    /// The cells of a point, by lesson.
    private static Map<String, List<String>> cells(String key) {
        return coverage.getAsJsonObject(key).getAsJsonObject("cells").asMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, lesson -> texts(lesson.getValue())));
    }

    private static List<String> texts(JsonElement array) {
        return array.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }
}
