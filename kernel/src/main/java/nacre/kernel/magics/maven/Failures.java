package nacre.kernel.magics.maven;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/// Says why something was not found, in few words.
final class Failures {
    private static final List<Class<? extends IOException>> UNREACHABLE =
            List.of(
                    UnknownHostException.class,
                    ConnectException.class,
                    NoRouteToHostException.class,
                    HttpTimeoutException.class,
                    SocketTimeoutException.class);

    private Failures() {}

    static MavenException explain(
            RepositoryException problem, List<RemoteRepository> repositories, boolean offline) {
        String what = missing(problem);
        if (offline || has(problem, RepositoryOfflineException.class)) {
            return new MavenException(
                    what + " is not in the local repository, and Maven's settings say `offline`.",
                    "");
        }
        if (UNREACHABLE.stream().anyMatch(each -> has(problem, each))) {
            return new MavenException(
                    what
                            + " is not in the local repository, and the network cannot be reached ("
                            + names(repositories)
                            + ").",
                    "Run this once where there is a network; afterwards it works without.");
        }
        if (has(problem, ArtifactNotFoundException.class)
                || !has(problem, ArtifactTransferException.class)) {
            return new MavenException(
                    "There is no " + what + " in " + names(repositories) + ".",
                    "Are group, artifact and version right? https://central.sonatype.com finds them."
                            + " A repository of your own: its address before the artifact.");
        }
        return new MavenException(what + " could not be fetched: " + root(problem), "");
    }

    private static String missing(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof ArtifactTransferException transfer) {
                return Coordinates.name(transfer.getArtifact());
            }
            if (each instanceof VersionResolutionException version) {
                var artifact = version.getResult().getRequest().getArtifact();
                return artifact.getGroupId() + ":" + artifact.getArtifactId();
            }
            if (each instanceof ArtifactResolutionException resolution) {
                return resolution.getResults().stream()
                        .filter(result -> result.isMissing() || !result.isResolved())
                        .map(result -> Coordinates.name(result.getRequest().getArtifact()))
                        .findFirst()
                        .orElse("an artifact");
            }
        }
        return String.valueOf(problem.getMessage());
    }

    private static String names(List<RemoteRepository> repositories) {
        return repositories.stream()
                .map(RemoteRepository::getUrl)
                .collect(Collectors.joining(" or "));
    }

    private static boolean has(Throwable problem, Class<?> type) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
            if (each instanceof VersionResolutionException version) { // a cause for each repository
                return version.getResult().getExceptions().stream()
                        .anyMatch(cause -> has(cause, type));
            }
        }
        return false;
    }

    private static String root(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
