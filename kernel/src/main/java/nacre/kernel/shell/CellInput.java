package nacre.kernel.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// `System.in` of one cell: each time it runs dry, the learner is asked for a line.
final class CellInput extends InputStream {
    private final CellRun run;
    private byte[] line = {};
    private int next;

    CellInput(CellRun run) {
        this.run = run;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (next == line.length) {
            line = (run.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, count);
        next += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }
}
