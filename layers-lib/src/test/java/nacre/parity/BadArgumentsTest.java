package nacre.parity;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Arguments and inputs that Keras refuses, for every layer: refused here as well, by name.
class BadArgumentsTest {
    static Stream<Named<Case>> cases() throws IOException, URISyntaxException {
        var file = BadArgumentsTest.class.getResource("bad-arguments.json");
        return Cases.of(Path.of(Objects.requireNonNull(file).toURI())).stream()
                .map(each -> Named.of(each.id() + " " + each.get("kwargs"), each));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused(Case expectation) {
        Outcome outcome = Runner.run(expectation);
        assertInstanceOf(Outcome.Passed.class, outcome, outcome.toString());
    }
}
