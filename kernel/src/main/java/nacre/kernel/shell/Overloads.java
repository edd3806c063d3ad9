package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/// Parts methods of one name that JShell has put into one class, as it does when an import makes it
/// compile them together.
///
/// Once one of them is compiled anew, or gone, the class of the others still has it as it was: a
/// call would find both.
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

    /// Declares those once more in whose class others are that have left it.
    List<SnippetEvent> part() {
        var byClass = jshell.methods().collect(Collectors.groupingBy(this::className));
        var events = new ArrayList<SnippetEvent>();
        byClass.forEach(
                (name, methods) -> {
                    if (name.split("_").length > methods.size()) { // `REPL.$JShell$5_6B` has two
                        methods.forEach(each -> events.addAll(again(each)));
                    }
                });
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
