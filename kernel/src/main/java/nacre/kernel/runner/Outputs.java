package nacre.kernel.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import nacre.display.Display;
import nacre.display.Screen;
import nacre.kernel.magics.Front;
import nacre.kernel.notebook.MimeBundle;
import nacre.kernel.notebook.NotebookJson;
import nacre.kernel.shell.CellError;

/// Collects what a cell prints and shows, as the list of outputs that a notebook file stores.
final class Outputs implements Front {

    /// One output of the list.
    private sealed interface Output {
        JsonObject json();
    }

    /// Text of one stream; prints that follow each other are one output.
    private record Stream(String name, StringBuilder text) implements Output {
        @Override
        public JsonObject json() {
            var json = new JsonObject();
            json.addProperty("output_type", "stream");
            json.addProperty("name", name);
            json.add("text", NotebookJson.lines(text.toString()));
            return json;
        }
    }

    /// Something shown, which may be replaced later.
    private static final class Shown implements Output {
        private Display display;

        Shown(Display display) {
            this.display = display;
        }

        @Override
        public JsonObject json() {
            var json = new JsonObject();
            json.addProperty("output_type", "display_data");
            json.add("data", MimeBundle.data(display));
            json.add("metadata", MimeBundle.metadata(display));
            return json;
        }
    }

    /// An output that is what it is.
    private record Fixed(JsonObject json) implements Output {}

    private final List<Output> outputs = new ArrayList<>();
    private boolean left;
    private boolean clearing; // as soon as there is something new

    @Override
    public synchronized void stdout(String text) {
        stream("stdout", text);
    }

    @Override
    public synchronized void stderr(String text) {
        stream("stderr", text);
    }

    private void stream(String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        beforeNew();
        if (!outputs.isEmpty()
                && outputs.getLast() instanceof Stream last
                && last.name.equals(name)) {
            last.text.append(text);
        } else {
            outputs.add(new Stream(name, new StringBuilder(text)));
        }
    }

    private void add(Output output) {
        beforeNew();
        outputs.add(output);
    }

    private void beforeNew() {
        if (clearing) {
            outputs.clear();
            clearing = false;
        }
    }

    @Override
    public synchronized void clear(boolean wait) {
        clearing = true;
        if (!wait) {
            beforeNew();
        }
    }

    @Override
    public synchronized Screen.Live show(Display display) {
        var shown = new Shown(display);
        add(shown);
        return newer -> {
            var content = Display.of(newer);
            synchronized (this) {
                shown.display = content;
            }
        };
    }

    @Override
    public synchronized void leave() {
        left = true;
    }

    /// Whether the cell wants the notebook to end here.
    synchronized boolean isLeft() {
        return left;
    }

    @Override
    public String input(String prompt, boolean password) {
        throw new IllegalStateException(
                "This cell asks for input (\""
                        + prompt.strip()
                        + "\"), and nobody is there to type it. "
                        + "Run it in `nacre notebook` or `nacre repl`.");
    }

    /// Adds the value of the cell's last expression.
    synchronized void result(Display display, int number) {
        var json = new JsonObject();
        json.addProperty("output_type", "execute_result");
        json.addProperty("execution_count", number);
        json.add("data", MimeBundle.data(display));
        json.add("metadata", MimeBundle.metadata(display));
        add(new Fixed(json));
    }

    synchronized void error(CellError error) {
        var traceback = new JsonArray();
        error.colored().forEach(traceback::add);
        var json = new JsonObject();
        json.addProperty("output_type", "error");
        json.addProperty("ename", error.name());
        json.addProperty("evalue", error.message());
        json.add("traceback", traceback);
        add(new Fixed(json));
    }

    /// The outputs so far, in the form of the file.
    synchronized JsonArray json() {
        var json = new JsonArray();
        outputs.stream().map(Output::json).forEach(json::add);
        return json;
    }
}
