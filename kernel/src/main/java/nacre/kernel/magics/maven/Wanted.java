package nacre.kernel.magics.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/// What a cell asks for.
///
/// @param jars the artifacts themselves; those without a version take it from a BOM, else the
///   newest
/// @param boms lists of versions
/// @param repositories where to look besides Maven Central
public record Wanted(List<Artifact> jars, List<Artifact> boms, List<String> repositories) {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https?://(\\S+@)?([\\w.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?(/\\S*)?|file:/.*");
    private static final Pattern SINGLE = Pattern.compile("(?s)<dependency>.*</dependency>");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /// From words such as `org.apache.commons:commons-math3:3.6.1`, `g:a:v@pom` for a BOM, and
    /// addresses of repositories, with or without a name as in `mine=https://…`.
    public static Wanted of(List<String> words) {
        var wanted = new Wanted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String word : words) {
            if (word.contains("://")) {
                wanted.repositories.add(address(word.substring(word.indexOf('=') + 1)));
            } else {
                wanted.add(Coordinates.of(word).orElseThrow(() -> noArtifact(word)));
            }
        }
        return wanted;
    }

    /// The address, if something can be fetched from there.
    private static String address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new MavenException(
                    "`" + text + "` is no address of a repository.",
                    "As in `https://repo.maven.apache.org/maven2`, or `file:///home/me/repository`.");
        }
        return text;
    }

    private static MavenException noArtifact(String word) {
        return new MavenException(
                "`" + word + "` names no artifact.",
                "Write `group:artifact:version`, as in `org.apache.commons:commons-math3:3.6.1`.");
    }

    private void add(Artifact artifact) {
        if (artifact.getExtension().equals("pom")) {
            boms.add(artifact);
        } else {
            jars.add(artifact);
        }
    }

    /// From the `<dependencies>` of a `pom.xml`, whole or a part of it, or from single ones as
    /// libraries show them on their pages.
    public static Wanted ofPom(String xml) {
        Model model;
        try {
            model = new MavenXpp3Reader().read(new StringReader(whole(xml.strip())), false);
        } catch (XmlPullParserException e) {
            throw new MavenException(
                    "This is no part of a pom.xml: its XML is broken in line "
                            + e.getLineNumber()
                            + ".",
                    "Each `<name>` needs its `</name>`.");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is read from a text
        }
        var wanted = new Wanted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        model.getRepositories()
                .forEach(each -> wanted.repositories.add(address(String.valueOf(each.getUrl()))));
        if (model.getDependencyManagement() != null) {
            model.getDependencyManagement().getDependencies().stream()
                    .filter(each -> "import".equals(each.getScope()))
                    .forEach(each -> wanted.boms.add(artifact(each, model.getProperties())));
        }
        model.getDependencies().stream()
                .filter(each -> !"test".equals(each.getScope()))
                .forEach(each -> wanted.jars.add(artifact(each, model.getProperties())));
        if (wanted.jars.isEmpty()) {
            throw new MavenException(
                    "There is no dependency in this.",
                    "It needs a `<dependency>` with its `<groupId>`, `<artifactId>` and `<version>`.");
        }
        return wanted;
    }

    /// What was copied is often one `<dependency>`, without what it stands in, below a comment.
    private static String whole(String xml) {
        if (xml.contains("<project")) {
            return xml;
        }
        String inner =
                xml.contains("<dependencies")
                        ? xml
                        : SINGLE.matcher(xml).replaceFirst("<dependencies>$0</dependencies>");
        return "<project>" + inner + "</project>";
    }

    private static Artifact artifact(Dependency dependency, Properties properties) {
        String version = dependency.getVersion() == null ? "" : dependency.getVersion();
        return new DefaultArtifact(
                dependency.getGroupId(),
                dependency.getArtifactId(),
                dependency.getClassifier(),
                "import".equals(dependency.getScope()) ? "pom" : dependency.getType(),
                PROPERTY.matcher(version)
                        .replaceAll(found -> properties.getProperty(found.group(1), "")));
    }
}
