package nacre.layers.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nacre.tensor.Shape;

/// What an EinsumDense's equation means for inputs of one shape.
///
/// @param input the letters of the input
/// @param weights the letters of the kernel
/// @param result the letters of the result
/// @param elidedLeft whether `...` stands in front, not behind
/// @param elided for how many axes `...` stands
/// @param sizes the size of each letter
/// @param output the shape of the result
record EinsumPlan(
        String input,
        String weights,
        String result,
        boolean elidedLeft,
        int elided,
        Map<Character, Integer> sizes,
        Shape output) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\.\\.\\.)?([a-zA-Z]+)(\\.\\.\\.)?,([a-zA-Z]+)->(\\.\\.\\.)?([a-zA-Z]+)(\\.\\.\\.)?");

    static EinsumPlan of(String equation, Shape in, Shape sample) {
        Matcher form = FORM.matcher(equation.replace(" ", ""));
        boolean fits = form.matches();
        boolean left = fits && form.group(1) != null && form.group(5) != null;
        boolean right = fits && form.group(3) != null && form.group(7) != null;
        int dots =
                fits
                        ? (int) IntStream.of(1, 3, 5, 7).filter(i -> form.group(i) != null).count()
                        : 0;
        if (!fits || dots != (left || right ? 2 : 0)) {
            throw new IllegalArgumentException(
                    "`equation` must be X,Y->Z or ...X,Y->...Z or X...,Y->Z...; got \""
                            + equation
                            + "\"."
                            + lost(equation));
        }
        String input = form.group(2);
        int elided = in.rank() - input.length();
        if (elided < 0 || (elided > 0 && !left && !right)) {
            throw new IllegalArgumentException(
                    "`equation` \""
                            + equation
                            + "\" names "
                            + input.length()
                            + " axes of the input; got an input of shape "
                            + in
                            + ".");
        }
        return sized(equation, in, sample, input, form.group(4), form.group(6), left, elided);
    }

    /// Letters of a result that come from nowhere: the most likely mistake.
    private static String lost(String equation) {
        String[] sides = equation.split("->");
        if (sides.length != 2) {
            return "";
        }
        String letters = sides[1].replaceAll("[^a-zA-Z]", "");
        for (char letter : letters.toCharArray()) {
            if (sides[0].indexOf(letter) < 0) {
                return " The letter "
                        + letter
                        + " of the result stands neither in the input nor in the kernel.";
            }
        }
        return "";
    }

    private static EinsumPlan sized(
            String equation,
            Shape in,
            Shape sample,
            String input,
            String weights,
            String result,
            boolean left,
            int elided) {
        Shape output = Shape.of(in.dim(0));
        Shape between =
                left ? in.slice(1, Math.max(1, elided)) : in.slice(in.rank() - elided, in.rank());
        output =
                left
                        ? output.concat(between).concat(sample)
                        : output.concat(sample).concat(between);
        int shift = left ? elided : 0;
        var sizes = new HashMap<Character, Integer>();
        for (int i = 0; i < input.length(); i++) {
            sizes.put(input.charAt(i), in.dim(i + shift));
        }
        if (result.length() + elided != output.rank()) {
            throw new IllegalArgumentException(
                    "`outputShape` is "
                            + sample
                            + ", but the result of \""
                            + equation
                            + "\" has "
                            + (result.length() - 1)
                            + " axes after the batch.");
        }
        for (int i = 0; i < result.length(); i++) {
            char letter = result.charAt(i);
            int size = output.dim(i + shift);
            Integer known = sizes.get(letter);
            if (known == null && weights.indexOf(letter) < 0) {
                throw new IllegalArgumentException(
                        "In `equation` \"" + equation + "\":" + lost(equation));
            }
            if (known != null
                    && size != Shape.NONE
                    && i + shift > 0
                    && size != known
                    && known != Shape.NONE) {
                throw new IllegalArgumentException(
                        "`outputShape` gives the axis "
                                + letter
                                + " of \""
                                + equation
                                + "\" the size "
                                + size
                                + ", the input "
                                + in
                                + " gives it "
                                + known
                                + ".");
            }
            sizes.putIfAbsent(letter, size);
        }
        for (char letter : weights.toCharArray()) {
            if (!sizes.containsKey(letter)) {
                throw new IllegalArgumentException(
                        "In `equation` \""
                                + equation
                                + "\" the letter "
                                + letter
                                + " of the kernel stands neither in the input nor in the result.");
            }
        }
        return new EinsumPlan(input, weights, result, left, elided, sizes, output);
    }

    /// The shape of the kernel.
    Shape kernel() {
        return Shape.of(weights.chars().map(letter -> sizes.get((char) letter)).toArray());
    }

    /// The axes of the kernel that meet the input, or those that are new in the result.
    List<Integer> kernelAxes(boolean inputs) {
        var axes = new ArrayList<Integer>();
        for (int i = 0; i < weights.length(); i++) {
            if (input.indexOf(weights.charAt(i)) >= 0 == inputs) {
                axes.add(i);
            }
        }
        return axes;
    }

    /// The shape of a bias along these axes of the result, ones elsewhere so that it stretches.
    Shape bias(String letters) {
        int first = result.length();
        for (char letter : letters.toCharArray()) {
            int at = result.indexOf(letter);
            if (at < 0) {
                throw new IllegalArgumentException(
                        "`biasAxes` is \""
                                + letters
                                + "\", but the result has only the axes \""
                                + result
                                + "\".");
            }
            first = Math.min(first, at);
        }
        int trailing = elidedLeft ? 0 : elided;
        int[] dims = new int[result.length() - first + trailing];
        Arrays.fill(dims, 1);
        for (int i = first; i < result.length(); i++) {
            if (letters.indexOf(result.charAt(i)) >= 0) {
                dims[i - first] = sizes.getOrDefault(result.charAt(i), 1);
            }
        }
        return Shape.of(dims);
    }

    /// The equation for inputs of this many axes, with letters in place of `...`.
    String expanded(int rank) {
        var more = new StringBuilder();
        for (char letter = 'A'; more.length() < rank - input.length(); letter++) {
            if ((input + weights + result).indexOf(letter) < 0) {
                more.append(letter);
            }
        }
        return elidedLeft
                ? more + input + "," + weights + "->" + more + result
                : input + more + "," + weights + "->" + result + more;
    }
}
