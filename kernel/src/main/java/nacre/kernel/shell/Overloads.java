package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/// Parts methods of one name that JShell has put into one class, as it does when an import makes it
/// compile them together.
///
/// Once one of them is replaced or taken back, a call would still find it there, beside the others.
final class Overloads {
    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final Importing importing;
    private final Places places;

    Overloads(JShell jshell, Importing importing, Places places) {
        this.jshell = jshell;
        this.analysis = jshell.sourceCodeAnalysis();
        this.importing = importing;
        this.places = places;
    }

    /// Declares those once more that share the class of a snippet that is gone; they get one of
    /// their own.
    List<SnippetEvent> partFrom(Snippet gone) {
        var events = new ArrayList<SnippetEvent>();
        if (gone instanceof MethodSnippet) {
            jshell.methods()
                    .filter(each -> className(each).equals(className(gone)))
                    .toList()
                    .forEach(each -> events.addAll(again(each)));
        }
        return events;
    }

    private List<SnippetEvent> again(MethodSnippet method) {
        String source = method.source();
        List<SnippetEvent> events = importing.into(source, () -> jshell.eval(source));
        places.move(method, events.getFirst().snippet());
        return events;
    }

    private String className(Snippet snippet) {
        return analysis.wrapper(snippet).fullClassName();
    }
}
