package nacre.kernel.runner;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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

    /// The suite of one notebook, a piece of XML.
    static String suite(Path notebook, List<CellReport> cells) {
        var text = new StringWriter();
        try {
            suite(XMLOutputFactory.newFactory().createXMLStreamWriter(text), notebook, cells);
        } catch (XMLStreamException e) {
            throw new Trouble("Cannot report on " + notebook + ": " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, Path notebook, List<CellReport> cells)
            throws XMLStreamException {
        var total = cells.stream().map(CellReport::time).reduce(Duration.ZERO, Duration::plus);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", notebook.toString());
        xml.writeAttribute("tests", String.valueOf(cells.size()));
        xml.writeAttribute(
                "failures", String.valueOf(cells.stream().filter(CellReport::failed).count()));
        xml.writeAttribute("time", seconds(total));
        for (CellReport cell : cells) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("name", "cell " + cell.position() + ": " + printable(cell.title()));
            xml.writeAttribute("classname", notebook.toString());
            xml.writeAttribute("time", seconds(cell.time()));
            if (cell.failed()) {
                var error = cell.error().orElseThrow();
                xml.writeStartElement("failure");
                xml.writeAttribute("type", error.name());
                xml.writeAttribute("message", printable(error.message()));
                xml.writeCharacters(printable(String.join("\n", error.traceback())));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /// XML has no place for control characters.
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
    }

    private static String seconds(Duration time) {
        return "%d.%03d".formatted(time.toSeconds(), time.toMillisPart());
    }
}
