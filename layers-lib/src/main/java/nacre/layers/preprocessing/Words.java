package nacre.layers.preprocessing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Words (or whole texts) in a grid of any shape: what lookup and text layers take and give.
///
/// ```java
/// Words.of("a", "b").shape()   // (2,)
/// ```
///
/// @param shape the sizes along the axes
/// @param list the words, row by row
public record Words(Shape shape, List<String> list) {
    /// Checks that the words fill the shape.
    public Words {
        list = List.copyOf(list);
        if (list.size() != shape.size()) {
            throw new IllegalArgumentException(
                    list.size() + " words do not fill shape " + shape + ".");
        }
    }

    /// Words in a row.
    public static Words of(String... words) {
        return new Words(Shape.of(words.length), List.of(words));
    }

    /// Rows of words, all of one length.
    public static Words of(String[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        var all = new ArrayList<String>();
        for (String[] row : rows) {
            if (row.length != width) {
                throw new IllegalArgumentException(
                        "Rows of words must be equally long; got "
                                + width
                                + " and "
                                + row.length
                                + " words.");
            }
            all.addAll(Arrays.asList(row));
        }
        return new Words(Shape.of(rows.length, width), all);
    }

    /// Whole numbers as words.
    static Words of(Tensor numbers) {
        var words = new ArrayList<String>();
        for (float number : numbers.toArray()) {
            words.add(Long.toString((long) number));
        }
        return new Words(numbers.shape(), words);
    }

    /// The rows along the last axis.
    List<List<String>> rows() {
        int width = shape.rank() == 0 ? 1 : shape.last();
        var rows = new ArrayList<List<String>>();
        for (int from = 0; width > 0 && from < list.size(); from += width) {
            rows.add(list.subList(from, from + width));
        }
        return rows;
    }

    /// The words in brackets, as a list shows itself.
    @Override
    public String toString() {
        return shape.rank() == 2 ? rows().toString() : list.toString();
    }
}
