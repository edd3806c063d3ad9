package nacre.kernel.magics.maven;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/// Reads `group:artifact:version`, as Maven and JBang write it.
final class Coordinates {
    private static final Pattern JBANG =
            Pattern.compile(
                    "(?<group>[\\w.-]+):(?<artifact>[\\w.-]+)(?::(?<version>[^:@\\s]+))?"
                            + "(?::(?<classifier>[\\w.-]+))?(?:@(?<type>\\w+))?");
    private static final Pattern MAVEN =
            Pattern.compile(
                    "(?<group>[\\w.-]+):(?<artifact>[\\w.-]+):(?<type>jar|pom)(?::(?<classifier>[\\w.-]+))?:"
                            + "(?<version>[^:@\\s]+)");

    private Coordinates() {}

    /// What a text names; a version that is left out is empty. Nothing, if it names no artifact.
    static Optional<Artifact> of(String text) {
        Matcher matcher = MAVEN.matcher(text);
        if (!matcher.matches()) {
            matcher = JBANG.matcher(text);
        }
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new DefaultArtifact(
                        matcher.group("group"),
                        matcher.group("artifact"),
                        matcher.group("classifier"),
                        Optional.ofNullable(matcher.group("type")).orElse("jar"),
                        matcher.group("version")));
    }

    /// `group:artifact`.
    static String key(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }

    static String name(Artifact artifact) {
        return key(artifact) + ":" + artifact.getVersion();
    }
}
