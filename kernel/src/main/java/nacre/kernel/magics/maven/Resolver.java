package nacre.kernel.magics.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.internal.impl.SimpleLocalRepositoryManagerFactory;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.NoLocalRepositoryManagerException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/// Resolves artifacts with all that they need.
public final class Resolver {
    private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

    private final RepositorySystem system = new Repositories().get();
    private final UserSettings settings = UserSettings.read();
    private final Map<String, String> loaded = new LinkedHashMap<>();

    /// Finds the jars; those that an earlier call has found are left out.
    ///
    /// @param present jars that are there from the beginning, such as the library's own
    /// @param progress is told now and then how far it is
    public Resolved resolve(Wanted wanted, List<Path> present, Consumer<String> progress) {
        DefaultRepositorySystemSession session = session(progress);
        List<RemoteRepository> repositories = repositories(wanted, session);
        var request = new CollectRequest();
        request.setRepositories(repositories);
        var managed = new LinkedHashMap<String, Dependency>();
        for (Artifact bom : wanted.boms()) {
            for (Dependency each : versions(bom, session, repositories)) {
                managed.putIfAbsent(Coordinates.key(each.getArtifact()), each);
            }
        }
        request.setManagedDependencies(List.copyOf(managed.values()));
        wanted.jars().stream()
                .map(each -> new Dependency(versioned(each, managed), JavaScopes.RUNTIME))
                .forEach(request::addDependency);
        try {
            DependencyFilter needed =
                    DependencyFilterUtils.andFilter(
                            DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME),
                            (node, _) -> !Conflicts.isLost(node));
            DependencyNode root =
                    system.resolveDependencies(session, new DependencyRequest(request, needed))
                            .getRoot();
            var notes = new ArrayList<>(Conflicts.in(root));
            return new Resolved(fresh(root, present, notes), notes);
        } catch (DependencyResolutionException e) {
            throw Failures.explain(e, repositories, session.isOffline());
        }
    }

    private DefaultRepositorySystemSession session(Consumer<String> progress) {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setSystemProperties(System.getProperties());
        settings.applyTo(session);
        session.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
        session.setTransferListener(new Progress(progress));
        var local = new LocalRepository(settings.localRepository().toFile());
        // what lies there counts, whichever repository it came from: that needs no network
        var manager = new SimpleLocalRepositoryManagerFactory();
        try {
            session.setLocalRepositoryManager(manager.newInstance(session, local));
        } catch (NoLocalRepositoryManagerException e) {
            throw new MavenException(
                    settings.localRepository() + " cannot be used: " + e.getMessage(), "");
        }
        return session;
    }

    private List<RemoteRepository> repositories(
            Wanted wanted, DefaultRepositorySystemSession session) {
        var all = new ArrayList<RemoteRepository>();
        all.add(new RemoteRepository.Builder("central", "default", CENTRAL).build());
        Stream.concat(wanted.repositories().stream(), settings.repositories().stream())
                .distinct()
                .map(url -> new RemoteRepository.Builder(idOf(url), "default", url).build())
                .forEach(all::add);
        return system.newResolutionRepositories(session, all);
    }

    private static String idOf(String url) {
        return url.replaceAll("\\W+", "-");
    }

    private List<Dependency> versions(
            Artifact bom,
            DefaultRepositorySystemSession session,
            List<RemoteRepository> repositories) {
        try {
            return system.readArtifactDescriptor(
                            session, new ArtifactDescriptorRequest(bom, repositories, null))
                    .getManagedDependencies();
        } catch (ArtifactDescriptorException e) {
            throw Failures.explain(e, repositories, session.isOffline());
        }
    }

    private static Artifact versioned(Artifact artifact, Map<String, Dependency> managed) {
        if (!artifact.getVersion().isEmpty()) {
            return artifact;
        }
        return artifact.setVersion(
                Optional.ofNullable(managed.get(Coordinates.key(artifact)))
                        .map(each -> each.getArtifact().getVersion())
                        .orElse("RELEASE"));
    }

    /// The files that are not there yet.
    private List<Path> fresh(DependencyNode root, List<Path> present, List<String> notes) {
        var files = new ArrayList<Path>();
        for (Artifact artifact : artifacts(root, new ArrayList<>())) {
            Path file = artifact.getFile().toPath();
            String key = Coordinates.key(artifact) + ":" + artifact.getClassifier();
            String before =
                    Optional.ofNullable(loaded.get(key))
                            .or(() -> version(artifact, present))
                            .orElse("");
            if (before.isEmpty()) {
                loaded.put(key, artifact.getVersion());
                files.add(file);
            } else if (!before.equals(artifact.getVersion())) {
                String there = Coordinates.key(artifact) + " " + before;
                String wanted = artifact.getVersion();
                notes.add(there + " is there already and stays; " + wanted + " was wanted.");
            }
        }
        return files;
    }

    /// The version of an artifact that is among the files given, by their names.
    private static Optional<String> version(Artifact artifact, List<Path> present) {
        String begin = artifact.getArtifactId() + "-";
        return present.stream()
                .map(path -> String.valueOf(path.getFileName()))
                .filter(name -> name.startsWith(begin) && name.endsWith(".jar"))
                .map(name -> name.substring(begin.length(), name.length() - ".jar".length()))
                .filter(version -> version.matches("\\d.*"))
                .findFirst();
    }

    private static List<Artifact> artifacts(DependencyNode node, List<Artifact> found) {
        Artifact artifact = node.getArtifact();
        if (artifact != null && artifact.getFile() != null) {
            found.add(artifact);
        }
        node.getChildren().stream()
                .filter(child -> !Conflicts.isLost(child))
                .forEach(child -> artifacts(child, found));
        return found;
    }

    /// Forgets what earlier calls have found.
    public void forget() {
        loaded.clear();
    }
}
