package nacre.parity;

import java.util.Objects;
import nacre.layers.Layer;
import nacre.models.Model;

/// A model's layers, asked about their calls.
final class NodesKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Model model = (Model) Layer.of(expectation.need("config"));
        for (Object entry : expectation.list("expect")) {
            Case question = expectation.part(Objects.requireNonNull(entry));
            NodesLayerKind.check(model.getLayer(question.text("layer")), question, checks);
        }
    }
}
