package nacre.kernel.shell;

import org.jspecify.annotations.Nullable;

/// Something that cells have defined.
///
/// @param kind what it is
/// @param name its name; of a method also its parameters
/// @param type a variable's type, what a method returns; empty for a type
/// @param value what is in a variable now
public record Definition(Kind kind, String name, String type, @Nullable Object value) {

    /// What can be defined.
    public enum Kind {
        VARIABLE,
        METHOD,
        TYPE
    }
}
