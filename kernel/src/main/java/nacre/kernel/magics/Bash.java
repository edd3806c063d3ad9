package nacre.kernel.magics;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nacre.kernel.shell.CellResult;

/// `%%bash`: a script of the system's shell.
final class Bash implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%%bash OPTION …\nSCRIPT",
                        "runs the lines below with bash; the options, such as `-x`, are bash's own"),
                new Form("%%sh OPTION …\nSCRIPT", "runs the lines below with sh"));
    }

    @Override
    public CellResult run(Call call) {
        return call.work(() -> run(call.use().name().substring(2), call));
    }

    private static void run(String shell, Call call) throws IOException, InterruptedException {
        Process script = start(shell, call.words());
        try (var input = script.outputWriter(StandardCharsets.UTF_8)) {
            input.write(call.body() + "\n");
        } catch (IOException e) {
            // it ended before it had read all: its exit code tells
        }
        Thread out = pass(script.getInputStream(), call.front()::stdout);
        Thread err = pass(script.getErrorStream(), call.front()::stderr);
        try {
            int code = script.waitFor();
            out.join();
            err.join();
            if (code != 0) {
                throw new MagicException("The script ended with exit code " + code + ".", "");
            }
        } finally {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    private static Process start(String shell, List<String> options) {
        var command = new ArrayList<>(options);
        command.addFirst(shell);
        try {
            return new ProcessBuilder(command)
                    .directory(new File(System.getProperty("user.dir")))
                    .start();
        } catch (IOException e) {
            throw new MagicException("There is no `" + shell + "` on this computer.", "");
        }
    }

    private static Thread pass(InputStream from, Consumer<String> to) {
        return Thread.ofPlatform().daemon().start(() -> copy(from, to));
    }

    private static void copy(InputStream from, Consumer<String> to) {
        char[] some = new char[8192];
        try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            for (int n = reader.read(some); n > 0; n = reader.read(some)) {
                to.accept(new String(some, 0, n));
            }
        } catch (IOException e) {
            // the script was stopped in the middle
        }
    }
}
