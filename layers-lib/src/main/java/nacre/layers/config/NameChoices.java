package nacre.layers.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names that can be given instead of objects.
public final class NameChoices {
    private NameChoices() {}

    /// The constants of an enum, in Keras's spelling.
    public static Stream<String> of(Enum<?>[] constants) {
        return Arrays.stream(constants).map(each -> each.name().toLowerCase(Locale.ROOT));
    }

    /// The constant of this name, in small or large letters; says so if there is none.
    @SafeVarargs
    public static <E extends Enum<E>> E choose(String option, String name, E... allowed) {
        for (E constant : allowed) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        String names = of(allowed).collect(Collectors.joining("\", \"", "\"", "\""));
        throw new IllegalArgumentException(
                "`" + option + "` must be one of " + names + "; got \"" + name + "\".");
    }

    /// The classes of a kind, in Keras's spelling.
    ///
    /// @param make makes an object of a name; names of which none can be made are left out
    public static Stream<String> of(
            Class<?> kind, Function<Object, ? extends @Nullable Serializable> make) {
        return Registry.all(kind).stream()
                .flatMap(type -> made(type.getSimpleName(), make).stream())
                .map(each -> Names.snake(each.className()))
                .sorted();
    }

    private static Optional<Serializable> made(
            String name, Function<Object, ? extends @Nullable Serializable> make) {
        try {
            return Optional.ofNullable(make.apply(Names.snake(name)));
        } catch (RuntimeException e) {
            return Optional.empty(); // it needs arguments
        }
    }
}
