package nacre.bench.outside;

import java.nio.file.Path;
import java.time.Duration;

/// A notebook open in the page of the classic Jupyter Notebook.
public final class Page implements AutoCloseable {
    private static final String CELLS = "Jupyter.notebook.get_cells()";
    private static final String OUTPUTS =
            CELLS + ".filter(c => c.output_area).flatMap(c => c.output_area.outputs)";

    private final Browser browser;

    /// Opens the notebook at `url` and waits until its kernel answers.
    public Page(Browser browser, String url) {
        this.browser = browser;
        browser.resize(1200, 1000);
        browser.open(url);
        browser.waitFor(
                "the page has a kernel",
                "Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel.is_connected()",
                Duration.ofSeconds(60));
    }

    /// Waits until the kernel has said what it is, and so can run a cell.
    public void awaitKernel(Duration limit) {
        browser.waitFor(
                "the kernel is ready", "Jupyter.notebook.kernel.info_reply.implementation", limit);
    }

    /// Forgets the stored outputs and begins to run every cell.
    public void start() {
        browser.js("Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells();");
    }

    /// Waits until a first picture is painted in an output.
    public void awaitPicture(Duration limit) {
        Waiting.until("a picture on the page", () -> pictures() > 0, limit);
    }

    /// Forgets the stored outputs, runs every cell and waits until the last one is done.
    public void runAll(Duration limit) {
        start();
        browser.waitFor(
                "all cells are done",
                CELLS
                        + ".every(c => c.cell_type !== 'code' || !c.get_text().trim()"
                        + " || (c.input_prompt_number > 0 && !c.element.hasClass('running')))"
                        + " || "
                        + CELLS
                        + ".some(c => c.element.find('.output_error').length)",
                limit);
    }

    /// How many pictures are really painted in the outputs.
    public int pictures() {
        return browser.js(
                        "return [...document.querySelectorAll('.output img')]"
                                + ".filter(i => i.complete && i.naturalWidth > 0).length"
                                + " + document.querySelectorAll('.output_svg svg').length")
                .getAsInt();
    }

    /// The errors and the text on standard error in the outputs, empty if there are none.
    public String complaints() {
        return browser.js(
                        "return "
                                + OUTPUTS
                                + ".map(o => o.output_type === 'error'"
                                + " ? o.ename + ': ' + o.evalue + '\\n' + o.traceback.join('\\n')"
                                + " : o.name === 'stderr' ? o.text : '').join('')")
                .getAsString();
    }

    /// Takes a picture of the whole notebook.
    public void screenshot(Path file) {
        int height =
                browser.js("return document.querySelector('#notebook').scrollHeight").getAsInt();
        browser.resize(1200, Math.min(height + 200, 12_000));
        browser.screenshot(file);
    }

    /// Ends the notebook's kernel and leaves the page.
    @Override
    public void close() {
        browser.js("Jupyter.notebook.session.delete(); Jupyter.notebook.set_dirty(false);");
        browser.open("about:blank");
    }
}
