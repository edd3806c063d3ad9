package nacre.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void swappedLettersAreOneMistake() {
        assertEquals(1, Spelling.distance("lenght", "length"));
    }

    @Test
    void everyOtherLetterIsOneMistakeOfItsOwn() {
        assertEquals(3, Spelling.distance("kitten", "sitting"));
    }
}
