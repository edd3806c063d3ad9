package nacre.kernel.magics.maven;

import java.nio.file.Path;
import java.util.List;

/// What was found.
///
/// @param jars the files, the ones asked for first
/// @param notes what the learner should know: which version won where two were wanted
public record Resolved(List<Path> jars, List<String> notes) {
    public Resolved {
        jars = List.copyOf(jars);
        notes = List.copyOf(notes);
    }
}
