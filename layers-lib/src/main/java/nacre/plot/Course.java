package nacre.plot;

/// Says in words how a line runs: "falls from 0.9 to 0.4", "lowest 0.31 at epoch 12".
final class Course {
    private Course() {}

    static String of(double[] xs, double[] ys, String axis) {
        if (ys.length == 0) {
            return "is empty";
        }
        for (int i = 0; i < ys.length; i++) {
            if (!Double.isFinite(ys[i])) {
                return "is not a number at %s%s".formatted(place(axis), Words.number(xs[i]));
            }
        }
        double first = ys[0];
        double last = ys[ys.length - 1];
        int low = 0;
        int high = 0;
        for (int i = 1; i < ys.length; i++) {
            low = ys[i] < ys[low] ? i : low;
            high = ys[i] > ys[high] ? i : high;
        }
        if (ys[low] == ys[high]) {
            return "stays at " + Words.number(first);
        }
        String verb = last < first ? "falls" : last > first ? "rises" : "goes";
        var text = new StringBuilder(verb);
        text.append(" from ").append(Words.number(first));
        text.append(" to ").append(Words.number(last));
        // The turning point is worth a word only if the ends do not tell it already.
        double span = ys[high] - ys[low];
        if (Math.min(first, last) - ys[low] > 0.02 * span) {
            text.append(", lowest ").append(Words.number(ys[low]));
            text.append(" at ").append(place(axis)).append(Words.number(xs[low]));
        }
        if (ys[high] - Math.max(first, last) > 0.02 * span) {
            text.append(", highest ").append(Words.number(ys[high]));
            text.append(" at ").append(place(axis)).append(Words.number(xs[high]));
        }
        return text.toString();
    }

    private static String place(String axis) {
        return axis.isEmpty() ? "" : axis + " ";
    }
}
