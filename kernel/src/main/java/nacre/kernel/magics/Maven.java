package nacre.kernel.magics;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nacre.display.Display;
import nacre.display.Screen;
import nacre.kernel.magics.maven.MavenException;
import nacre.kernel.magics.maven.Resolved;
import nacre.kernel.magics.maven.Resolver;
import nacre.kernel.magics.maven.Wanted;
import nacre.kernel.shell.CellResult;
import org.jspecify.annotations.Nullable;

/// `%maven`: libraries from Maven's repositories.
final class Maven implements Magic {
    static final String NAME = "%maven";

    private @Nullable Resolver resolver;
    private @Nullable Object shell;

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%maven G:A:V …",
                        "lets cells use libraries from Maven, with all they need; `G:A` is the newest,"
                                + " `G:A:V@pom` a list of versions, an address another repository"),
                new Form(
                        "%%pom\nXML",
                        "the same for the `<dependencies>` of a `pom.xml` in the lines below"));
    }

    @Override
    public CellResult run(Call call) {
        if (call.use().name().equals("%%pom")) {
            return add(call, () -> Wanted.ofPom(call.body()));
        }
        if (call.words().isEmpty()) {
            throw new MagicException(
                    "`%maven` needs to be told what to find.",
                    "As in `%maven org.apache.commons:commons-math3:3.6.1`.");
        }
        return add(call, () -> Wanted.of(call.words()));
    }

    private CellResult add(Call call, Supplier<Wanted> wanted) {
        return call.work(
                () -> {
                    var line = new Line(call.front());
                    try {
                        var classPath = call.shell().classPath();
                        Resolved found =
                                resolver(call).resolve(wanted.get(), classPath, line::tell);
                        found.jars().forEach(call.shell()::addToClassPath);
                        line.end(said(found));
                    } catch (MavenException e) {
                        line.fail();
                        throw new MagicException(String.valueOf(e.getMessage()), e.hint());
                    }
                });
    }

    /// What was found before counts as long as the same shell runs.
    private Resolver resolver(Call call) {
        if (resolver == null) {
            resolver = new Resolver();
        }
        if (shell != call.shell()) {
            resolver.forget();
            shell = call.shell();
        }
        return resolver;
    }

    private static String said(Resolved found) {
        String jars =
                found.jars().stream()
                        .map(Path::getFileName)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        String first = jars.isEmpty() ? "All of it is there already." : "Added " + jars + ".";
        return found.notes().isEmpty() ? first : first + "\n" + String.join("\n", found.notes());
    }

    /// A line that tells how far it is, and at the end what came of it.
    private static final class Line {
        private final Front front;
        private Optional<Screen.Live> shown = Optional.empty();

        Line(Front front) {
            this.front = front;
        }

        synchronized void tell(String text) {
            shown.ifPresentOrElse(
                    live -> live.update(Display.of(text)),
                    () -> shown = Optional.of(front.show(Display.of(text))));
        }

        synchronized void fail() {
            shown.ifPresent(live -> live.update(Display.of("Nothing was added.")));
        }

        void end(String text) {
            tell(text);
        }
    }
}
