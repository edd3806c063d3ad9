package nacre.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A sum of products in Einstein's notation: a letter for each axis, letters missing on the right
/// are summed over.
///
/// One or two operands; `...` stands for any axes in front. Worked out as one batched matrix
/// product.
record Einsum(List<String> inputs, String output) {

    static Einsum of(String equation) {
        String[] sides = equation.replace(" ", "").split("->", -1);
        if (sides.length != 2 || sides[0].isEmpty()) {
            throw new IllegalArgumentException(
                    "An einsum equation looks like \"ab,bc->ac\"; got \"" + equation + "\".");
        }
        return new Einsum(List.of(sides[0].split(",", -1)), sides[1]);
    }

    Tensor apply(List<Tensor> operands) {
        if (operands.size() != inputs.size() || operands.size() > 2) {
            throw new IllegalArgumentException(
                    "The equation "
                            + this
                            + " names "
                            + inputs.size()
                            + " operands; got "
                            + operands.size()
                            + ".");
        }
        List<String> labels = new ArrayList<>();
        String dots = "";
        for (int i = 0; i < inputs.size(); i++) {
            int free = operands.get(i).rank() - inputs.get(i).replace("...", "").length();
            dots = inputs.get(i).contains("...") ? dotted(free) : dots;
            labels.add(
                    inputs.get(i)
                            .replace("...", inputs.get(i).contains("...") ? dotted(free) : ""));
            check(labels.get(i), operands.get(i));
        }
        String result = output.replace("...", dots);
        if (operands.stream().anyMatch(Tensor::isGhost)) {
            return Tensor.ghost(shape(labels, result, operands));
        }
        return operands.size() == 1
                ? alone(labels.get(0), result, operands.get(0))
                : pair(labels.get(0), labels.get(1), result, operands.get(0), operands.get(1));
    }

    /// Private letters for the axes behind `...`, the last one always the same.
    private static String dotted(int count) {
        var letters = new StringBuilder();
        for (int i = count; i > 0; i--) {
            letters.append((char) ('\uE000' + i));
        }
        return letters.toString();
    }

    private void check(String labels, Tensor operand) {
        if (labels.length() != operand.rank()) {
            throw new IllegalArgumentException(
                    "The equation "
                            + this
                            + " names "
                            + labels.length()
                            + " axes for a tensor of shape "
                            + operand.shape()
                            + ".");
        }
    }

    private Shape shape(List<String> labels, String result, List<Tensor> operands) {
        Map<Character, Integer> sizes = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int axis = 0; axis < labels.get(i).length(); axis++) {
                int size = operands.get(i).dim(axis);
                Integer other = sizes.putIfAbsent(labels.get(i).charAt(axis), size);
                if (other != null && other != size && other != Shape.NONE && size != Shape.NONE) {
                    throw new IllegalArgumentException(
                            "In "
                                    + this
                                    + " the letter "
                                    + labels.get(i).charAt(axis)
                                    + " stands for "
                                    + other
                                    + " and for "
                                    + size
                                    + ".");
                }
            }
        }
        return Shape.of(result.chars().map(c -> sizes.getOrDefault((char) c, 1)).toArray());
    }

    private static Tensor alone(String from, String to, Tensor x) {
        int[] summed =
                IntStream.range(0, from.length())
                        .filter(i -> to.indexOf(from.charAt(i)) < 0)
                        .toArray();
        String left = letters(from, c -> to.indexOf(c) >= 0);
        Tensor sum = summed.length == 0 ? x : x.sum(summed);
        return sum.permute(order(left, to));
    }

    private Tensor pair(String la, String lb, String to, Tensor a, Tensor b) {
        shape(List.of(la, lb), to, List.of(a, b)); // the sizes must agree
        Tensor x = alone(la, letters(la, c -> lb.indexOf(c) >= 0 || to.indexOf(c) >= 0), a);
        Tensor y = alone(lb, letters(lb, c -> la.indexOf(c) >= 0 || to.indexOf(c) >= 0), b);
        String left = letters(la, c -> lb.indexOf(c) >= 0 || to.indexOf(c) >= 0);
        String right = letters(lb, c -> la.indexOf(c) >= 0 || to.indexOf(c) >= 0);
        String batch = letters(left, c -> right.indexOf(c) >= 0 && to.indexOf(c) >= 0);
        String inner = letters(left, c -> right.indexOf(c) >= 0 && to.indexOf(c) < 0);
        String rows = letters(left, c -> right.indexOf(c) < 0);
        String columns = letters(right, c -> left.indexOf(c) < 0);
        Shape batchShape = sizes(batch, left, x);
        Shape rowShape = sizes(rows, left, x);
        Shape columnShape = sizes(columns, right, y);
        int depth = sizes(inner, left, x).size();
        Tensor p =
                x.permute(order(left, batch + rows + inner))
                        .reshape(batchShape.size(), rowShape.size(), depth);
        Tensor q =
                y.permute(order(right, batch + inner + columns))
                        .reshape(batchShape.size(), depth, columnShape.size());
        return p.matmul(q)
                .reshape(batchShape.concat(rowShape).concat(columnShape))
                .permute(order(batch + rows + columns, to));
    }

    private static Shape sizes(String wanted, String labels, Tensor x) {
        return Shape.of(wanted.chars().map(c -> x.dim(labels.indexOf(c))).toArray());
    }

    private static String letters(String labels, IntPredicate keep) {
        Set<Character> seen = new LinkedHashSet<>();
        labels.chars().filter(keep).forEach(c -> seen.add((char) c));
        var text = new StringBuilder();
        seen.forEach(text::append);
        return text.toString();
    }

    private static int[] order(String from, String to) {
        return to.chars().map(from::indexOf).toArray();
    }

    @Override
    public String toString() {
        return "\"" + String.join(",", inputs) + "->" + output + "\"";
    }
}
