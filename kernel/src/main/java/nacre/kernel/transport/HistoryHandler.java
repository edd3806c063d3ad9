package nacre.kernel.transport;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import nacre.kernel.transport.History.Entry;

/// Finds cells that were run: `history_request`.
final class HistoryHandler implements RequestHandler {
    private final History history;

    HistoryHandler(History history) {
        this.history = history;
    }

    @Override
    public Answer answer(Request request) {
        boolean output = request.flag("output", false);
        List<Entry> all = history.entries();
        List<Entry> found =
                switch (request.text("hist_access_type", "range")) {
                    case "range" -> range(request, all);
                    case "tail" -> last(request.number("n", Integer.MAX_VALUE), all);
                    case "search" -> search(request, all);
                    default ->
                            throw new BadMessage(
                                    "hist_access_type should be \"range\", \"tail\" or \"search\"");
                };
        var rows = new JsonArray();
        found.forEach(entry -> rows.add(History.row(entry, output)));
        return Answer.ok("history", rows);
    }

    /// Lines `start` to before `stop` of a session; 0 is this one, -1 the one before.
    private List<Entry> range(Request request, List<Entry> all) {
        int session = request.number("session", 0);
        int number = session > 0 ? session : history.session() + session;
        int start = request.number("start", 1);
        int stop = request.number("stop", Integer.MAX_VALUE);
        return all.stream()
                .filter(entry -> entry.session() == number)
                .filter(entry -> entry.line() >= start && entry.line() < stop)
                .toList();
    }

    private static List<Entry> search(Request request, List<Entry> all) {
        Pattern pattern = glob(request.text("pattern", "*"));
        List<Entry> found =
                all.stream().filter(entry -> pattern.matcher(entry.input()).matches()).toList();
        return last(
                request.number("n", Integer.MAX_VALUE),
                request.flag("unique", false) ? unique(found) : found);
    }

    /// Of equal inputs the latest.
    private static List<Entry> unique(List<Entry> found) {
        var latest = new LinkedHashMap<String, Entry>();
        found.forEach(
                entry -> {
                    latest.remove(entry.input());
                    latest.put(entry.input(), entry);
                });
        return new ArrayList<>(latest.values());
    }

    private static List<Entry> last(int n, List<Entry> entries) {
        return entries.subList(Math.max(0, entries.size() - Math.max(0, n)), entries.size());
    }

    /// `*` is any text, `?` any one character.
    private static Pattern glob(String glob) {
        var regex = new StringBuilder();
        glob.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '*' -> regex.append(".*");
                                case '?' -> regex.append('.');
                                default -> regex.append(Pattern.quote(Character.toString(c)));
                            }
                        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
