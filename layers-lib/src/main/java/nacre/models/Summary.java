package nacre.models;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table of a model's layers, as text and for a notebook.
///
/// Options are set one after the other: `model.summary().expandNested(true).showTrainable(true)`.
public final class Summary {
    private static final int TERMINAL = 80;

    private final Model model;
    private int lineLength;
    private double[] positions = {};
    private @Nullable List<Pattern> layerRange;
    private boolean expandNested;
    private boolean showTrainable;

    Summary(Model model) {
        this.model = model;
    }

    /// How wide the text is; default: as wide as fits into 80 columns.
    public Summary lineLength(int columns) {
        lineLength = columns;
        return this;
    }

    /// Where columns end, in parts of the line; default `0.45, 0.8, 1`, or `0.3, 0.56, 0.74, 1`
    /// with the column of connections.
    public Summary positions(double... ends) {
        positions = ends.clone();
        return this;
    }

    /// Only the layers from the first whose name fits one pattern to the last whose name fits the
    /// other; default all.
    public Summary layerRange(String first, String last) {
        layerRange = List.of(Pattern.compile(first), Pattern.compile(last));
        return this;
    }

    /// Whether the layers of models inside are shown too; default false.
    public Summary expandNested(boolean on) {
        expandNested = on;
        return this;
    }

    /// Whether to say which layers are trained; default false.
    public Summary showTrainable(boolean on) {
        showTrainable = on;
        return this;
    }

    /// The table in Keras's form.
    @Override
    public String toString() {
        var rows = new SummaryRows(model, expandNested, showTrainable, layerRange);
        int length = lineLength > 0 ? lineLength : TERMINAL - 4;
        return SummaryText.of(model, rows, length, positions);
    }

    /// The table for a notebook.
    public String toHtml() {
        return SummaryPage.of(model);
    }
}
