package nacre.models;

/// A table of a model's layers, as text and for a notebook.
public final class Summary {
    private final Model model;

    Summary(Model model) {
        this.model = model;
    }

    @Override
    public String toString() {
        return SummaryText.of(model);
    }

    /// The table for a notebook.
    public String toHtml() {
        return SummaryPage.of(model);
    }
}
