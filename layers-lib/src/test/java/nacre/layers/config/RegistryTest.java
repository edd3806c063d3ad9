package nacre.layers.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nacre.layers.activation.ActivationFunction;
import nacre.training.Loss;
import nacre.training.Optimizer;
import org.junit.jupiter.api.Test;

/// What somebody is told who mistypes a name.
class RegistryTest {
    @Test
    void swappedLettersAreRecognised() {
        assertEquals(
                "There is no activation \"rleu\". Did you mean \"relu\"?",
                message(() -> ActivationFunction.of("rleu")));
    }

    @Test
    void theSuggestionIsInTheSpellingThatWasUsed() {
        assertEquals(
                "There is no optimizer \"adm\". Did you mean \"adam\"?",
                message(() -> Optimizer.of("adm")));
        assertEquals(
                "There is no loss \"mean_sqared_error\". Did you mean \"mean_squared_error\"?",
                message(() -> Loss.of("mean_sqared_error")));
    }

    @Test
    void theNameOfAClassMayBeAClassOfYourOwn() {
        assertEquals(
                "There is no loss \"Hubber\". Did you mean \"Huber\"? A class of your own must be"
                        + " made known first: Registry.register(Hubber.class).",
                message(() -> Registry.find(Loss.class, "Hubber")));
    }

    @Test
    void aShortNameIsKnownToo() {
        assertEquals(
                "There is no loss \"msee\". Did you mean \"mse\"?", message(() -> Loss.of("msee")));
    }

    @Test
    void theBeginOfANameIsEnough() {
        assertEquals(
                "There is no activation \"leaky\". Did you mean \"leaky_relu\"?",
                message(() -> ActivationFunction.of("leaky")));
        assertEquals(
                "There is no loss \"mean_squared\". Did you mean \"mean_squared_error\"?",
                message(() -> Loss.of("mean_squared")));
    }

    @Test
    void whoIsNearToNoNameSeesAHandful() {
        String told = message(() -> Loss.of("catastrophe"));
        assertTrue(told.matches(".*Known: (?:\\w+, ){4}\\w+ and \\d+ more\\."), told);
    }

    @Test
    void aListTooLongToReadIsLeftOut() {
        String told = message(() -> Registry.find(nacre.layers.Layer.class, "Zzz"));
        assertTrue(told.endsWith("known names is near."), told);
    }

    private static String message(org.junit.jupiter.api.function.Executable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong).getMessage();
    }
}
