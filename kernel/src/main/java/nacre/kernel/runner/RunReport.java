package nacre.kernel.runner;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nacre.kernel.notebook.Cell;
import nacre.kernel.notebook.Notebook;
import nacre.kernel.notebook.SafeFile;
import nacre.kernel.notebook.Trouble;

/// The result of a run in the XML that build servers read: a test suite for each notebook, a test
/// for each cell.
final class RunReport {
    private RunReport() {}

    /// Writes a report of the suites of several notebooks, one after the other.
    static void write(Path target, String suites) {
        SafeFile.write(
                target,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuites>"
                        + suites
                        + "</testsuites>\n");
    }

    /// The suite of one notebook, a piece of XML; the cells that did not run are in it as skipped.
    static String suite(Path name, Notebook notebook, List<CellReport> ran) {
        var text = new StringWriter();
        try {
            suite(XMLOutputFactory.newFactory().createXMLStreamWriter(text), name, notebook, ran);
        } catch (XMLStreamException e) {
            throw new Trouble("Cannot report on " + name + ": " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void suite(
            XMLStreamWriter xml, Path name, Notebook notebook, List<CellReport> ran)
            throws XMLStreamException {
        long cells = notebook.cells().stream().filter(NotebookRun::isRun).count();
        var total = ran.stream().map(CellReport::time).reduce(Duration.ZERO, Duration::plus);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name.toString());
        xml.writeAttribute("tests", String.valueOf(cells));
        xml.writeAttribute(
                "failures", String.valueOf(ran.stream().filter(CellReport::failed).count()));
        xml.writeAttribute("skipped", String.valueOf(cells - ran.size()));
        xml.writeAttribute("time", seconds(total));
        Iterator<CellReport> reports = ran.iterator();
        for (int i = 0; i < notebook.cells().size(); i++) {
            Cell cell = notebook.cells().get(i);
            if (NotebookRun.isRun(cell)) {
                xml.writeStartElement("testcase");
                String title = CellReport.title(cell.source());
                xml.writeAttribute("name", "cell " + (i + 1) + ": " + printable(title));
                xml.writeAttribute("classname", name.toString());
                if (reports.hasNext()) { // the cells that ran are the first ones
                    result(xml, reports.next());
                } else {
                    xml.writeEmptyElement("skipped");
                }
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private static void result(XMLStreamWriter xml, CellReport cell) throws XMLStreamException {
        xml.writeAttribute("time", seconds(cell.time()));
        if (cell.failed()) {
            var error = cell.error().orElseThrow();
            xml.writeStartElement("failure");
            xml.writeAttribute("type", error.name());
            xml.writeAttribute("message", printable(error.message()));
            xml.writeCharacters(printable(String.join("\n", error.traceback())));
            xml.writeEndElement();
        }
    }

    /// XML has no place for control characters.
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
    }

    private static String seconds(Duration time) {
        return "%d.%03d".formatted(time.toSeconds(), time.toMillisPart());
    }
}
