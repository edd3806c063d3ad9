package nacre.kernel.page;

/// Turns a formula in TeX into MathML, which browsers draw without any script.
///
/// It knows what lessons on neural networks write: fractions, roots, scripts, sums, Greek letters,
/// accents, matrices, cases. A formula with anything else is shown as it was written, in the type
/// of code: readable, and never wrong.
final class TexMath {
    private TexMath() {}

    static String html(String tex, boolean display) {
        try {
            String row = new TexParser(tex, display).formula();
            String block = display ? " display=\"block\"" : "";
            return "<math"
                    + block
                    + "><semantics>"
                    + row
                    + "<annotation encoding=\"application/x-tex\">"
                    + Html.escape(tex)
                    + "</annotation></semantics></math>";
        } catch (TexParser.Unknown e) {
            String code = "<code class=\"tex\">" + Html.escape(tex) + "</code>";
            return display ? "<p class=\"tex\">" + code + "</p>" : code;
        }
    }
}
