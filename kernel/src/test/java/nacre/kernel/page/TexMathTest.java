package nacre.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class TexMathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2 | <msup><mi>x</mi><mn>2</mn></msup>",
                "w_{ij} | <msub><mi>w</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>",
                "\\frac{1}{n} | <mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></mfrac>",
                "\\alpha \\le 0.5 | <mi>α</mi><mo stretchy=\"false\">≤</mo><mn>0.5</mn>",
                "\\hat{y} | <mover accent=\"true\"><mrow><mi>y</mi></mrow><mo>^</mo></mover>",
                "\\mathbf{x} | <mi mathvariant=\"normal\">𝐱</mi>",
                "\\mathbb{R}^n | <msup><mi mathvariant=\"normal\">ℝ</mi><mi>n</mi></msup>",
                "f'(x) | <msup><mi>f</mi><mo>′</mo></msup><mo stretchy=\"false\">(</mo><mi>x</mi>"
                        + "<mo stretchy=\"false\">)</mo>",
                "\\text{if } x | <mtext>if\u00a0</mtext><mi>x</mi>"
            })
    void whatLessonsWriteBecomesMathMl(String tex, String mathMl) {
        String html = TexMath.html(tex, false);
        assertTrue(
                html.startsWith("<math><semantics><mrow>" + mathMl + "</mrow><annotation"), html);
    }

    @Test
    void aSumHasItsBoundsAboveAndBelowOnlyOnALineOfItsOwn() {
        assertTrue(TexMath.html("\\sum_{i=1}^n x_i", true).contains("<munderover><mo>∑</mo>"));
        assertTrue(TexMath.html("\\sum_{i=1}^n x_i", false).contains("<msubsup><mo>∑</mo>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}",
                "\\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
                "\\begin{aligned} a &= b < c \\\\ &= d \\end{aligned}",
                "\\left( \\frac{a}{\\sqrt[3]{b}} \\right]^2",
                "\\mathcal{L} = -\\sum_k y_k \\log \\hat{y}_k + \\lambda \\|w\\|_2^2",
                "\\sigma(z)_i = \\frac{e^{z_i}}{\\sum_{j=1}^K e^{z_j}}",
                "\\operatorname{softmax}(x) \\odot y^\\top",
                "h_t = \\tanh(W x_t + U h_{t-1} + b), \\quad t = 1, \\dots, T"
            })
    void everyFormulaIsWellFormed(String tex) throws Exception {
        String html = TexMath.html(tex, true);
        assertTrue(html.startsWith("<math display=\"block\">"), html);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\unknown{x}",
                "x^",
                "{x",
                "x}",
                "\\frac{1}",
                "\\begin{tikz}\\end{tikz}",
                "\\text",
                "a & b"
            })
    void whatIsNotKnownIsShownAsItWasWritten(String tex) {
        assertEquals(
                "<code class=\"tex\">" + Html.escape(tex) + "</code>", TexMath.html(tex, false));
    }
}
