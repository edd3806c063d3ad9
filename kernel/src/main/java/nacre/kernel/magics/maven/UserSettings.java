package nacre.kernel.magics.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/// What the user has told Maven in `settings.xml`: mirrors, proxies, passwords, repositories, where
/// the local repository is.
final class UserSettings {
    private final List<Settings> all;

    private UserSettings(List<Settings> all) {
        this.all = all;
    }

    /// The user's file, then that of the Maven installation.
    static UserSettings read() {
        var all = new ArrayList<Settings>();
        Path home = Path.of(System.getProperty("user.home"));
        Stream.of(
                        Optional.of(home.resolve(".m2/settings.xml")),
                        Optional.ofNullable(System.getenv("MAVEN_HOME"))
                                .map(maven -> Path.of(maven, "conf", "settings.xml")))
                .flatMap(Optional::stream)
                .filter(Files::isReadable)
                .forEach(file -> all.add(read(file)));
        return new UserSettings(all);
    }

    private static Settings read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new SettingsXpp3Reader().read(reader, false);
        } catch (IOException | XmlPullParserException e) {
            throw new MavenException(file + " cannot be read: " + e.getMessage(), "");
        }
    }

    Path localRepository() {
        String named = System.getProperty("maven.repo.local");
        return named != null
                ? Path.of(named)
                : all.stream()
                        .map(Settings::getLocalRepository)
                        .filter(path -> path != null && !path.isBlank())
                        .map(Path::of)
                        .findFirst()
                        .orElse(Path.of(System.getProperty("user.home"), ".m2", "repository"));
    }

    boolean isOffline() {
        return all.stream().anyMatch(Settings::isOffline);
    }

    /// The repositories of the profiles that are always on.
    List<String> repositories() {
        return all.stream()
                .flatMap(
                        settings ->
                                settings.getProfiles().stream()
                                        .filter(profile -> isActive(settings, profile)))
                .flatMap(profile -> profile.getRepositories().stream())
                .map(repository -> repository.getUrl())
                .distinct()
                .toList();
    }

    private static boolean isActive(Settings settings, Profile profile) {
        return settings.getActiveProfiles().contains(profile.getId())
                || (profile.getActivation() != null && profile.getActivation().isActiveByDefault());
    }

    void applyTo(DefaultRepositorySystemSession session) {
        session.setOffline(isOffline());
        var mirrors = new DefaultMirrorSelector();
        var passwords = new DefaultAuthenticationSelector();
        var proxies = new DefaultProxySelector();
        for (Settings settings : all) {
            for (var mirror : settings.getMirrors()) {
                mirrors.add(
                        mirror.getId(),
                        mirror.getUrl(),
                        mirror.getLayout(),
                        false,
                        mirror.isBlocked(),
                        mirror.getMirrorOf(),
                        mirror.getMirrorOfLayouts());
            }
            for (var server : settings.getServers()) {
                passwords.add(server.getId(), login(server.getUsername(), server.getPassword()));
            }
            settings.getProxies().stream()
                    .filter(proxy -> proxy.isActive())
                    .forEach(proxy -> proxies.add(reached(proxy), proxy.getNonProxyHosts()));
        }
        session.setMirrorSelector(mirrors);
        session.setAuthenticationSelector(passwords);
        session.setProxySelector(proxies);
    }

    private static Proxy reached(org.apache.maven.settings.Proxy its) {
        return new Proxy(
                its.getProtocol(),
                its.getHost(),
                its.getPort(),
                login(its.getUsername(), its.getPassword()));
    }

    private static Authentication login(String user, String password) {
        return new AuthenticationBuilder().addUsername(user).addPassword(password).build();
    }
}
