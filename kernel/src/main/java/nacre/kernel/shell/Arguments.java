package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// What could be written out as an argument: `"relu"`, `true`, `Thread.State.NEW`.
final class Arguments {
    private static final Pattern PARAMETERS = Pattern.compile("\\(([^()]*)\\)[^()]*$");
    private static final Pattern COMMA = Pattern.compile(",(?![^<]*>)\\s*");
    private static final Pattern CONSTANT = Pattern.compile("\\p{Lu}[\\p{Lu}\\d_]*");

    private final SourceCodeAnalysis analysis;

    Arguments(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /// @param text code that ends where an argument begins
    List<String> at(String text) {
        Optional<ArgumentPlace> place = ArgumentPlace.atEnd(Source.mask(text));
        if (place.isEmpty()) {
            return List.of();
        }
        int argument = place.get().argument();
        List<String> texts = place.get().choices();
        return texts.isEmpty()
                ? analysis.documentation(text, text.length(), false).stream()
                        .flatMap(each -> type(each.signature(), argument).stream())
                        .distinct()
                        .flatMap(this::constants)
                        .toList()
                : texts.stream().map(each -> '"' + each + '"').toList();
    }

    /// The type of a parameter in a signature such as `int f(int a, List<String> b)`.
    private static Optional<String> type(String signature, int argument) {
        var parameters = PARAMETERS.matcher(signature);
        if (!parameters.find()) {
            return Optional.empty();
        }
        String[] each = COMMA.split(parameters.group(1));
        return argument < each.length
                ? Optional.of(each[argument].strip().replaceFirst("\\s+\\w+$", ""))
                : Optional.empty();
    }

    private Stream<String> constants(String type) {
        if (type.equals("boolean")) {
            return Stream.of("true", "false");
        }
        String owner = TypeNames.simple(type).replace('$', '.');
        if (!owner.matches("(?:\\w+\\.)*\\p{Lu}\\w*")) {
            return Stream.of();
        }
        String code = owner + ".";
        List<String> names =
                analysis.completionSuggestions(code, code.length(), new int[1]).stream()
                        .map(Suggestion::continuation)
                        .distinct()
                        .toList();
        return names.contains("valueOf(") && names.contains("values()")
                ? names.stream().filter(CONSTANT.asMatchPredicate()).map(name -> code + name)
                : Stream.of();
    }
}
