package nacre.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/// `System.out`, `System.err` and `System.in` of the process, led to the cell that uses them.
///
/// They are replaced once, when the first shell opens; whichever thread prints, the text goes to
/// the cell that started the thread. Threads of no cell keep the streams that were there before.
final class Streams {
    @SuppressWarnings("NonFinalStaticField") // the streams are the process's own
    private static int users;

    private static final PrintStream FIRST_OUT = System.out;
    private static final PrintStream FIRST_ERR = System.err;
    private static final InputStream FIRST_IN = System.in;
    private static final PrintStream OUT = new CellPrintStream(new ToCell(false, FIRST_OUT));
    private static final PrintStream ERR = new CellPrintStream(new ToCell(true, FIRST_ERR));
    private static final InputStream IN = new FromCell();

    private Streams() {}

    /// Puts the cells' streams in place.
    static synchronized void install() {
        users++;
        use();
    }

    /// Puts them back in place when a cell has left others there.
    static void use() {
        if (System.out != OUT) {
            System.setOut(OUT);
        }
        if (System.err != ERR) {
            System.setErr(ERR);
        }
        if (System.in != IN) {
            System.setIn(IN);
        }
    }

    /// Brings the process's own streams back when the last shell closes.
    static synchronized void restore() {
        users--;
        if (users == 0) {
            System.setOut(FIRST_OUT);
            System.setErr(FIRST_ERR);
            System.setIn(FIRST_IN);
        }
    }

    private static final class ToCell extends OutputStream {
        private final boolean errors;
        private final PrintStream otherwise;

        ToCell(boolean errors, PrintStream otherwise) {
            this.errors = errors;
            this.otherwise = otherwise;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Owners.current()
                    .ifPresentOrElse(
                            run -> run.output.write(errors, bytes, offset, length),
                            () -> otherwise.write(bytes, offset, length));
        }
    }

    /// Leads each read to the input of the cell that reads.
    private static final class FromCell extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return source().read(bytes, offset, length);
        }

        @Override
        public int available() throws IOException {
            return source().available();
        }

        private static InputStream source() {
            return Owners.current().<InputStream>map(run -> run.input).orElse(FIRST_IN);
        }
    }
}
