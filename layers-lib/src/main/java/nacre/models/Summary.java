package nacre.models;

/// A table of a model's layers, as text and for a notebook.
///
/// Options are set one after the other: `model.summary().expandNested(true).showTrainable(true)`.
public final class Summary {
    private static final int TERMINAL = 80;

    private final Model model;
    private int lineLength;
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
        var rows = new SummaryRows(model, expandNested, showTrainable);
        return SummaryText.of(model, rows, lineLength > 0 ? lineLength : TERMINAL - 4);
    }

    /// The table for a notebook.
    public String toHtml() {
        return SummaryPage.of(model);
    }
}
