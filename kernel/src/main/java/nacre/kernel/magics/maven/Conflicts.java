package nacre.kernel.magics.maven;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/// Where two versions of the same thing were wanted.
final class Conflicts {
    private Conflicts() {}

    /// One sentence for each: which version won, and who wanted the other.
    static List<String> in(DependencyNode root) {
        var found = new ArrayList<String>();
        collect(root, found);
        return found.stream().distinct().toList();
    }

    /// Whether another version was taken in its place.
    static boolean isLost(DependencyNode node) {
        return node.getData().containsKey(ConflictResolver.NODE_DATA_WINNER);
    }

    private static void collect(DependencyNode node, List<String> found) {
        for (DependencyNode child : node.getChildren()) {
            Object winner = child.getData().get(ConflictResolver.NODE_DATA_WINNER);
            if (winner instanceof DependencyNode other
                    && differ(other.getArtifact(), child.getArtifact())) {
                String key = Coordinates.key(child.getArtifact());
                String taken = other.getArtifact().getVersion();
                String wanted = child.getArtifact().getVersion();
                found.add(
                        "%s %s was taken; %s wanted %s."
                                .formatted(key, taken, owner(node), wanted));
            }
            collect(child, found);
        }
    }

    private static boolean differ(Artifact one, Artifact other) {
        return !one.getVersion().equals(other.getVersion());
    }

    private static String owner(DependencyNode node) {
        return node.getArtifact() == null ? "the cell" : Coordinates.name(node.getArtifact());
    }
}
