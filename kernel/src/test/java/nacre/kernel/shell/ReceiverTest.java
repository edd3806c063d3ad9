package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "names. | names",
                "var d = new Dense(3). | new Dense(3)",
                "x + new ArrayList<String>(List.of(\")\")). | new ArrayList<String>(List.of(\")\"))",
                "return \"a b\". | \"a b\"",
                "f(a, b.c(1)[2]. | b.c(1)[2]",
                "xs.stream() .map(x -> x + 1) . | xs.stream() .map(x -> x + 1)",
                "if (a) b. | b",
                "names | ``",
                "(a + b). | (a + b)"
            })
    void theValueBeforeTheDotIsCutOut(String head, String value) {
        assertEquals(value, Receiver.of(head));
    }
}
