package nacre.kernel.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one formula: a row of atoms, each with what stands above and below it.
final class TexParser {

    /// The formula has something that this parser does not know.
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(String what) {
            super(what, null, false, false);
        }
    }

    private static final Pattern TOKEN =
            Pattern.compile("\\\\(?:[A-Za-z]+\\*?|.)|\\d+(?:[.,]\\d+)*|\\S");
    private static final Map<String, String> FENCES =
            Map.of(
                    "pmatrix", "()", "bmatrix", "[]", "vmatrix", "||", "Bmatrix", "{}", "matrix",
                    "  ", "cases", "{ ");
    private static final Set<String> ALIGNED =
            Set.of("aligned", "align", "align*", "split", "gathered");

    private final String tex;
    private final boolean display;
    private final Matcher matcher;
    private String token = "";

    TexParser(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
        this.matcher = TOKEN.matcher(tex);
        next();
    }

    /// The whole formula as MathML.
    String formula() {
        String row = row("");
        if (!token.isEmpty()) {
            throw new Unknown(token);
        }
        return row;
    }

    private void next() {
        token = matcher.find() ? matcher.group() : "";
    }

    private String take() {
        String taken = token;
        next();
        return taken;
    }

    private void expect(String wanted) {
        if (!take().equals(wanted)) {
            throw new Unknown("no " + wanted);
        }
    }

    /// Atoms up to one of the tokens in `ends`, which is left standing, or up to the end of the
    /// formula.
    private String row(String... ends) {
        var row = new StringBuilder("<mrow>");
        while (!token.isEmpty() && !List.of(ends).contains(token)) {
            row.append(scripted());
        }
        return row.append("</mrow>").toString();
    }

    private String scripted() {
        boolean limits =
                display && TexSymbols.BIG.containsKey(name()) || TexSymbols.LIMITS.contains(name());
        String base = atom();
        String below = "";
        String above = "";
        var primes = new StringBuilder();
        while (true) {
            if (token.equals("'")) {
                primes.append('′');
                next();
            } else if (token.equals("_")) {
                next();
                below = atom();
            } else if (token.equals("^")) {
                next();
                above = atom();
            } else {
                break;
            }
        }
        if (!primes.isEmpty()) {
            String marks = "<mo>" + primes + "</mo>";
            above = above.isEmpty() ? marks : "<mrow>" + marks + above + "</mrow>";
        }
        return scripted(base, below, above, limits);
    }

    private static String scripted(String base, String below, String above, boolean limits) {
        if (below.isEmpty() && above.isEmpty()) {
            return base;
        }
        String kind = limits ? "under" : "sub";
        if (above.isEmpty()) {
            return element("m" + kind, base + below);
        }
        if (below.isEmpty()) {
            return element(limits ? "mover" : "msup", base + above);
        }
        return element(limits ? "munderover" : "msubsup", base + below + above);
    }

    /// The token's name if it is a command, else nothing.
    private String name() {
        return token.startsWith("\\") ? token.substring(1) : "";
    }

    private String atom() {
        if (token.equals("{")) {
            next();
            String group = row("}");
            expect("}");
            return group;
        }
        if (token.isEmpty() || token.equals("}") || token.equals("&") || token.equals("\\\\")) {
            throw new Unknown(token);
        }
        return token.startsWith("\\") ? command() : sign(take());
    }

    private static String sign(String sign) {
        char first = sign.charAt(0);
        if (Character.isDigit(first)) {
            return element("mn", sign);
        }
        if (Character.isLetter(first)) {
            return element("mi", sign);
        }
        String shown = sign.equals("-") ? "−" : sign.equals("*") ? "∗" : sign;
        boolean fence = "()[]|/".contains(sign);
        return fence
                ? "<mo stretchy=\"false\">" + shown + "</mo>"
                : element("mo", Html.escape(shown));
    }

    private String command() {
        String name = name();
        next();
        if (TexSymbols.LETTERS.containsKey(name)) {
            return element("mi", TexSymbols.LETTERS.get(name));
        }
        if (TexSymbols.OPERATORS.containsKey(name)) {
            return "<mo stretchy=\"false\">" + TexSymbols.OPERATORS.get(name) + "</mo>";
        }
        if (TexSymbols.BIG.containsKey(name)) {
            return element("mo", TexSymbols.BIG.get(name));
        }
        if (TexSymbols.FUNCTIONS.contains(name) || TexSymbols.LIMITS.contains(name)) {
            String space =
                    token.equals("(") || token.equals("^") || token.equals("_")
                            ? ""
                            : "<mspace width=\"0.17em\"/>";
            return "<mrow><mi>" + name + "</mi>" + space + "</mrow>";
        }
        if (TexSymbols.SPACES.containsKey(name)) {
            return "<mspace width=\"" + TexSymbols.SPACES.get(name) + "\"/>";
        }
        if (TexSymbols.ACCENTS.containsKey(name)) {
            return "<mover accent=\"true\">"
                    + atom()
                    + element("mo", TexSymbols.ACCENTS.get(name))
                    + "</mover>";
        }
        if (TexSymbols.ALPHABETS.containsKey(name)) {
            return inAlphabet(TexSymbols.ALPHABETS.get(name));
        }
        return structure(name);
    }

    private String structure(String name) {
        return switch (name) {
            case "frac", "dfrac", "tfrac" -> element("mfrac", atom() + atom());
            case "binom" ->
                    "<mrow><mo>(</mo><mfrac linethickness=\"0\">"
                            + atom()
                            + atom()
                            + "</mfrac><mo>)</mo></mrow>";
            case "sqrt" -> root();
            case "text", "textrm", "mbox", "operatorname", "operatorname*" -> words(name);
            case "left" -> fenced();
            case "underbrace" -> "<munder>" + atom() + "<mo>⏟</mo></munder>";
            case "begin" -> environment();
            case " " -> "<mspace width=\"0.25em\"/>";
            case "|" -> element("mo", "‖");
            case "{", "}", "%", "$", "#", "&", "_" -> element("mo", Html.escape(name));
            case "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "limits" -> "";
            default -> throw new Unknown(name);
        };
    }

    private String root() {
        if (!token.equals("[")) {
            return element("msqrt", atom());
        }
        next();
        String degree = row("]");
        expect("]");
        return element("mroot", atom() + degree);
    }

    /// The argument as it is written, spaces kept.
    private String words(String name) {
        if (!token.equals("{")) {
            throw new Unknown("\\" + name);
        }
        int start = matcher.end();
        int end = tex.indexOf('}', start);
        if (end < 0) {
            throw new Unknown("no }");
        }
        while (!token.equals("}") || matcher.start() < end) {
            next();
        }
        next();
        String words = Html.escape(tex.substring(start, end));
        return name.startsWith("operatorname")
                ? "<mi>" + words + "</mi>"
                : element("mtext", words.replace(' ', '\u00a0'));
    }

    private String inAlphabet(String alphabet) {
        boolean group = token.equals("{");
        if (group) {
            next();
        }
        var letters = new ArrayList<String>();
        do {
            String sign = take();
            String letter =
                    sign.startsWith("\\") ? TexSymbols.LETTERS.get(sign.substring(1)) : sign;
            if (letter == null || letter.isEmpty() || "{}^_&".contains(letter)) {
                throw new Unknown(sign);
            }
            letters.add(TexSymbols.inAlphabet(letter, alphabet));
        } while (group && !token.equals("}"));
        if (group) {
            next();
        }
        return "<mi mathvariant=\"normal\">" + Html.escape(String.join("", letters)) + "</mi>";
    }

    private String fenced() {
        String open = fence();
        String inner = row("\\right");
        expect("\\right");
        return "<mrow>" + open + inner + fence() + "</mrow>";
    }

    private String fence() {
        String sign = take();
        String shown =
                sign.startsWith("\\")
                        ? TexSymbols.OPERATORS.getOrDefault(sign.substring(1), sign.substring(1))
                        : sign;
        return shown.equals(".") ? "" : "<mo stretchy=\"true\">" + Html.escape(shown) + "</mo>";
    }

    private String environment() {
        String name = braced();
        boolean aligned = ALIGNED.contains(name);
        String fences = aligned ? "  " : FENCES.get(name);
        if (fences == null) {
            throw new Unknown(name);
        }
        String style = aligned ? "aligned" : name;
        var table = new StringBuilder("<mtable class=\"" + style + "\">");
        while (!token.equals("\\end")) {
            table.append("<mtr><mtd>").append(row("&", "\\\\", "\\end"));
            while (token.equals("&")) {
                next();
                table.append("</mtd><mtd>").append(row("&", "\\\\", "\\end"));
            }
            table.append("</mtd></mtr>");
            if (token.equals("\\\\")) {
                next();
            } else if (token.isEmpty()) {
                throw new Unknown("no \\end");
            }
        }
        next();
        braced();
        table.append("</mtable>");
        return "<mrow>"
                + stretched(fences.charAt(0))
                + table
                + stretched(fences.charAt(1))
                + "</mrow>";
    }

    private static String stretched(char fence) {
        return fence == ' ' ? "" : "<mo stretchy=\"true\">" + fence + "</mo>";
    }

    private String braced() {
        expect("{");
        var name = new StringBuilder();
        while (!token.equals("}") && !token.isEmpty()) {
            name.append(take());
        }
        expect("}");
        return name.toString();
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
