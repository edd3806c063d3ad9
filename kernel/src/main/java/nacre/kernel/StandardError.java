package nacre.kernel;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/// The error stream without what the JVM writes to it on its own.
///
/// At every start the JVM says there that the Vector API is still an incubator module, which tells a student nothing and
/// cannot be switched off. So the launcher filters the JVM's stream, and hands the true one over under another name.
final class StandardError {
    private static final String PROPERTY = "nacre.stderr";

    private StandardError() {}

    /// Takes the stream that the launcher names, if it names one.
    static void reopen() {
        String file = System.getProperty(PROPERTY, "");
        if (file.isEmpty()) {
            return;
        }
        try {
            System.setErr(new PrintStream(new FileOutputStream(file, true), true, System.err.charset()));
        } catch (IOException e) {
            // a stream that cannot be opened by name: the filtered one does as well
        }
    }
}
