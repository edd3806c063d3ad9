package nacre.display;

import org.jspecify.annotations.Nullable;

/// Shows the text form of a value on standard output; an update prints again.
final class Terminal implements Screen {
    @Override
    public Live show(@Nullable Object value) {
        System.out.println(Display.of(value).text());
        return newer -> System.out.println(Display.of(newer).text());
    }
}
