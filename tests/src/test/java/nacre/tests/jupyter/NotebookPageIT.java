package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import nacre.bench.outside.Browser;
import nacre.bench.outside.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a student does: open the lesson in the page, Run All, look at the charts.
class NotebookPageIT {
    private static final Path FOLDER = Lessons.TARGET.resolve("page");

    private static NotebookServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        Lessons.names().forEach(lesson -> Lessons.copy(lesson, FOLDER));
        server =
                new NotebookServer(
                        Jupyter.withNacre(),
                        FOLDER.resolve("lessons"),
                        FOLDER.resolve("server.log"));
        browser = new Browser(FOLDER.resolve("browser"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> chartsAppear() {
        return Lessons.each(NotebookPageIT::chartsAppear);
    }

    private static void chartsAppear(String lesson) {
        try (var page = new Page(browser, server.page(lesson + ".ipynb"))) {
            page.runAll(Lessons.LIMIT);
            page.screenshot(Lessons.TARGET.resolve("screenshots/" + lesson + ".png"));
            assertEquals("", page.complaints());
            assertTrue(page.pictures() > 0, "no chart on the page");
        }
    }
}
