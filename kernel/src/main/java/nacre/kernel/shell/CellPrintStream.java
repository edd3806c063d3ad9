package nacre.kernel.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// `System.out` or `System.err` for all cells: each print goes out as one piece, and a cell cannot
/// close the stream for the others.
///
/// A `PrintStream` of the JDK encodes in a buffer that all who print share. A cell that is stopped
/// in the middle of a print, or runs out of stack there, would leave that buffer broken for all
/// cells after it; so here nothing is shared, and a stop comes before a print or after it.
final class CellPrintStream extends PrintStream {
    private static final int LONG = 1 << 20;

    private final OutputStream target;

    CellPrintStream(OutputStream target) {
        super(target, false, StandardCharsets.UTF_8);
        this.target = target;
    }

    /// A text that is very long goes out in several pieces, so that there need not be memory for
    /// all of it once more.
    private void send(String printed) {
        String text = TypeNames.ofCells(printed);
        int from = 0;
        while (text.length() - from > LONG) {
            int to =
                    from + LONG - (Character.isHighSurrogate(text.charAt(from + LONG - 1)) ? 1 : 0);
            sendPiece(text.substring(from, to));
            from = to;
        }
        sendPiece(text.substring(from));
    }

    private void sendLine(String text) {
        if (text.length() < LONG) {
            send(text + "\n");
        } else {
            send(text);
            send("\n");
        }
    }

    private void sendPiece(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Guard.check();
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            setError();
        }
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void flush() {
        // what is pending leaves by itself
    }

    @Override
    public void close() {
        // stays open for the other cells
    }

    @Override
    public void print(boolean value) {
        send(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        send(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        send(String.valueOf(value));
    }

    @Override
    public void print(long value) {
        send(String.valueOf(value));
    }

    @Override
    public void print(float value) {
        send(String.valueOf(value));
    }

    @Override
    public void print(double value) {
        send(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        send(String.valueOf(value));
    }

    @Override
    public void print(@Nullable String value) {
        send(String.valueOf(value));
    }

    @Override
    public void print(@Nullable Object value) {
        send(String.valueOf(value));
    }

    @Override
    public void println() {
        send("\n");
    }

    @Override
    public void println(boolean value) {
        send(value + "\n");
    }

    @Override
    public void println(char value) {
        send(value + "\n");
    }

    @Override
    public void println(int value) {
        send(value + "\n");
    }

    @Override
    public void println(long value) {
        send(value + "\n");
    }

    @Override
    public void println(float value) {
        send(value + "\n");
    }

    @Override
    public void println(double value) {
        send(value + "\n");
    }

    @Override
    public void println(char[] value) {
        sendLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String value) {
        sendLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        sendLine(String.valueOf(value));
    }
}
