package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls with named arguments, answered with the call that Java takes.
class NamedArgumentsTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.run(
                """
                class Dense {
                    Dense(int units) {}
                    Dense activation(String name) { return this; }
                    Dense useBias(boolean on) { return this; }
                }
                class Net {
                    void compile(Object optimizer, Object loss, Object... metrics) {}
                    Dense fit(Object x, Object y) { return new Dense(1); }
                }
                var net = new Net();
                int n = 2;""");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of("new Dense(units=3)", "`new Dense(3)`"),
                Arguments.of("Dense(units=3)", "`new Dense(3)`"),
                Arguments.of(
                        "var d = new Dense(3, activation='relu');",
                        "`new Dense(3).activation(\"relu\")`"),
                Arguments.of("Dense(3, use_bias=False)", "`new Dense(3).useBias(false)`"),
                Arguments.of(
                        "net.compile(optimizer='adam', loss=\"mse\", metrics=[\"mae\"])",
                        "`net.compile(\"adam\", \"mse\", \"mae\")`"),
                Arguments.of(
                        "net.compile(loss='mse', optimizer='adam')",
                        "There is `compile(Object optimizer, Object loss, Object... metrics)`."),
                Arguments.of("net.fit(n, n, activation='relu')", "`net.fit(n, n).activation("),
                Arguments.of("new Dense(3, dropout=0.5)", "There is `Dense(int units)`."));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theCallIsToldAsJavaTakesIt(String code, String hint) {
        String told = notebook.told(code);
        assertTrue(told.contains("Java has no named arguments"), told);
        assertTrue(told.contains(hint), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int a, b = 1, 2;",
                "if (zzz = 3) { }",
                "for (zzz = 0; zzz < 3; zzz++) { }",
                "Math.max(n = 3, zzz)",
                "net.fit(zzz, n = 3)",
                "new Dense(\"a\", n = 3)"
            })
    void anAssignmentIsNoNamedArgument(String code) {
        String told = notebook.told(code);
        assertFalse(told.contains("named arguments"), told);
    }
}
