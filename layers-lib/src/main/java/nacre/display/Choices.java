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

    /// The same of objects of one class, which may take less than others.
    ///
    /// @param type its simple name, empty if it is not known
    default Stream<String> of(String type, String method, int argument) {
        return of(method, argument);
    }

    /// What all who know some say together.
    static List<String> all(String method, int argument) {
        return all("", method, argument);
    }

    /// What all say of objects of one class.
    ///
    /// ```java
    /// Choices.all("Conv2D", "padding", 0)   // [valid, same]
    /// ```
    static List<String> all(String type, String method, int argument) {
        return ServiceLoader.load(Choices.class, Choices.class.getClassLoader()).stream()
                .flatMap(each -> each.get().of(type, method, argument))
                .distinct()
                .toList();
    }
}
