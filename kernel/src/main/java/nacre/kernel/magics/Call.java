package nacre.kernel.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nacre.display.Display;
import nacre.kernel.magics.Segment.Use;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;

/// One magic being used: what stands behind its name, and what it may use itself.
///
/// @param use where it stands in the cell
/// @param cells runs the Java that it contains
/// @param place the cell it stands in
/// @param front takes what it prints and shows
record Call(Use use, Cells cells, Place place, Front front) {
    /// A magic that shows no value of its own.
    static final CellResult DONE = new CellResult.Value(Optional.empty());

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /// What stands behind the name, without blanks around it.
    String arguments() {
        return use.arguments();
    }

    /// The arguments one by one; quotes hold one together.
    List<String> words() {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(arguments());
        while (word.find()) {
            words.add(word(word));
        }
        return words;
    }

    private static String word(Matcher found) {
        int group = 1;
        while (found.group(group) == null) {
            group++;
        }
        return found.group(group);
    }

    /// The lines below the magic.
    String body() {
        return use.body();
    }

    Shell shell() {
        return cells.shell();
    }

    CellResult print(String text) {
        front.stdout(text + "\n");
        return DONE;
    }

    /// Shows something in one form.
    CellResult show(String type, String content) {
        return show(new Display(Map.of(type, content, "text/plain", content), Map.of()));
    }

    CellResult show(Display display) {
        front.show(display);
        return DONE;
    }

    /// Does something that may take long; it can be stopped, and what it prints goes to the cell.
    CellResult work(Work work) {
        return shell().work(
                        place.title(),
                        () -> {
                            try {
                                work.run();
                                return DONE;
                            } catch (MagicException e) {
                                return new CellResult.Failure(Cells.error(e, use, place));
                            }
                        },
                        front);
    }

    /// What takes long.
    interface Work {
        void run() throws Exception;
    }
}
