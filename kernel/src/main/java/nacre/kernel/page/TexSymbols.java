package nacre.kernel.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The names that TeX gives to letters, operators and functions, as far as lessons use them.
final class TexSymbols {
    /// Greek letters and other signs that stand for a value.
    static final Map<String, String> LETTERS =
            table(
                    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ"
                            + " mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω"
                            + " Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω"
                            + " ell ℓ infty ∞ partial ∂ nabla ∇ emptyset ∅ hbar ℏ top ⊤ bot ⊥ Re ℜ Im ℑ");

    /// Signs that stand between or before values.
    static final Map<String, String> OPERATORS =
            table(
                    "cdot · times × div ÷ pm ± mp ∓ odot ⊙ oplus ⊕ otimes ⊗ circ ∘ ast ∗ star ⋆ bullet •"
                            + " le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ ll ≪ gg ≫"
                            + " in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ setminus ∖ forall ∀ exists ∃ mid ∣"
                            + " to → rightarrow → leftarrow ← Rightarrow ⇒ Leftarrow ⇐ leftrightarrow ↔ mapsto ↦"
                            + " iff ⇔ implies ⇒ land ∧ lor ∨ neg ¬ lnot ¬ gets ← longrightarrow ⟶"
                            + " ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ colon : prime ′"
                            + " lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lVert ‖ rVert ‖ lvert | rvert |"
                            + " Vert ‖ vert | lbrace { rbrace } int ∫ oint ∮");

    /// Operators whose lower and upper bounds stand below and above them.
    static final Map<String, String> BIG =
            table("sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂");

    /// Functions that are written upright.
    static final Set<String> FUNCTIONS =
            Set.of(
                    "log", "ln", "lg", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin",
                    "arccos", "arctan", "det", "dim", "ker", "deg", "gcd", "arg");

    /// Functions that take what they range over below them.
    static final Set<String> LIMITS = Set.of("max", "min", "lim", "sup", "inf", "argmax", "argmin");

    /// Marks above a letter.
    static final Map<String, String> ACCENTS =
            table("hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙ ddot ¨");

    /// Other alphabets: the value of MathML's `mathvariant`.
    static final Map<String, String> ALPHABETS =
            table(
                    "mathbf bold boldsymbol bold bm bold mathbb double-struck mathcal script mathrm normal"
                            + " mathsf sans-serif mathtt monospace mathit italic");

    /// Spaces, in units of the letter height.
    static final Map<String, String> SPACES =
            table(
                    ", 0.17em : 0.22em ; 0.28em ! -0.17em quad 1em qquad 2em enspace 0.5em thinspace 0.17em");

    private TexSymbols() {}

    private static Map<String, String> table(String pairs) {
        String[] words = pairs.split(" ");
        var table = new HashMap<String, String>();
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i], words[i + 1]);
        }
        return Map.copyOf(table);
    }

    /// A letter in another alphabet as its own character, since browsers ignore `mathvariant`: bold
    /// x is 𝐱.
    static String inAlphabet(String text, String alphabet) {
        var result = new StringBuilder();
        text.codePoints().forEach(letter -> result.appendCodePoint(inAlphabet(letter, alphabet)));
        return result.toString();
    }

    private static int inAlphabet(int letter, String alphabet) {
        int capital = letter - 'A';
        int small = letter - 'a';
        int digit = letter - '0';
        boolean isCapital = capital >= 0 && capital < 26;
        boolean isSmall = small >= 0 && small < 26;
        boolean isDigit = digit >= 0 && digit < 10;
        return switch (alphabet) {
            case "bold" ->
                    isCapital
                            ? 0x1D400 + capital
                            : isSmall ? 0x1D41A + small : isDigit ? 0x1D7CE + digit : bold(letter);
            case "double-struck" -> isCapital ? doubleStruck(letter) : letter;
            case "script" -> isCapital ? script(letter) : letter;
            case "sans-serif" -> isCapital ? 0x1D5A0 + capital : isSmall ? 0x1D5BA + small : letter;
            case "monospace" -> isCapital ? 0x1D670 + capital : isSmall ? 0x1D68A + small : letter;
            default -> letter;
        };
    }

    private static int bold(int letter) {
        return letter >= 'α' && letter <= 'ω' ? 0x1D6C2 + letter - 'α' : letter;
    }

    private static int doubleStruck(int letter) {
        return switch (letter) {
            case 'C' -> 'ℂ';
            case 'H' -> 'ℍ';
            case 'N' -> 'ℕ';
            case 'P' -> 'ℙ';
            case 'Q' -> 'ℚ';
            case 'R' -> 'ℝ';
            case 'Z' -> 'ℤ';
            default -> 0x1D538 + letter - 'A';
        };
    }

    private static int script(int letter) {
        return switch (letter) {
            case 'B' -> 'ℬ';
            case 'E' -> 'ℰ';
            case 'F' -> 'ℱ';
            case 'H' -> 'ℋ';
            case 'I' -> 'ℐ';
            case 'L' -> 'ℒ';
            case 'M' -> 'ℳ';
            case 'R' -> 'ℛ';
            default -> 0x1D49C + letter - 'A';
        };
    }
}
