package nacre.kernel.magics.maven;

import java.util.Map;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transport.file.FileTransporterFactory;
import org.eclipse.aether.transport.http.ChecksumExtractor;

/// Puts Maven's resolver together, with Java's own HTTP client.
final class Repositories extends RepositorySystemSupplier {
    @Override
    protected Map<String, ChecksumExtractor> getChecksumExtractors() {
        return Map.of(); // these read the answers of the other client
    }

    @Override
    protected Map<String, TransporterFactory> getTransporterFactories(
            Map<String, ChecksumExtractor> extractors) {
        return Map.of("file", new FileTransporterFactory(), "http", new Http.Factory());
    }
}
