package nacre.display;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The texts that an argument can be, such as the names of activations: what TAB offers between
/// quotes.
///
/// Whoever knows some is named in `META-INF/services/nacre.display.Choices`.
///
/// ```java
/// Choices.all("padding", 0)   // [valid, same, causal]
/// ```
public interface Choices {

    /// The texts that argument number `argument` of a method can be, counted from 0; none if it is
    /// not known.
    Stream<String> of(String method, int argument);

    /// What all who know some say together.
    static List<String> all(String method, int argument) {
        return ServiceLoader.load(Choices.class, Choices.class.getClassLoader()).stream()
                .flatMap(each -> each.get().of(method, argument))
                .distinct()
                .toList();
    }
}
