package nacre.compute;

import java.util.Arrays;

/// The loops of [Pooling] over the examples `from` to `to`.
final class PlainPooling {
    private PlainPooling() {}

    static void max(Spans s, float[] x, float[] out, int from, int to) {
        int c = s.channels();
        Arrays.fill(out, from * s.outPlaces() * c, to * s.outPlaces() * c, Float.NEGATIVE_INFINITY);
        for (int n = from; n < to; n++) {
            int in0 = n * s.inPlaces();
            int out0 = n * s.outPlaces();
            s.each(
                    (o, i) -> {
                        for (int j = 0; j < c; j++) {
                            int at = (out0 + o) * c + j;
                            out[at] = Math.max(out[at], x[(in0 + i) * c + j]);
                        }
                    });
        }
    }

    static void maxGradient(
            Spans s, float[] x, float[] y, float[] g, float[] dx, int from, int to) {
        int c = s.channels();
        Arrays.fill(dx, from * s.inPlaces() * c, to * s.inPlaces() * c, 0);
        boolean[] given = new boolean[s.outPlaces() * c];
        for (int n = from; n < to; n++) {
            Arrays.fill(given, false);
            int in0 = n * s.inPlaces();
            int out0 = n * s.outPlaces();
            s.each(
                    (o, i) -> {
                        for (int j = 0; j < c; j++) {
                            int at = (out0 + o) * c + j;
                            int there = (in0 + i) * c + j;
                            if (!given[o * c + j] && x[there] == y[at]) {
                                given[o * c + j] = true;
                                dx[there] += g[at];
                            }
                        }
                    });
        }
    }

    static void average(Spans s, float[] x, float[] out, int from, int to) {
        int c = s.channels();
        Arrays.fill(out, from * s.outPlaces() * c, to * s.outPlaces() * c, 0);
        for (int n = from; n < to; n++) {
            int in0 = n * s.inPlaces();
            int out0 = n * s.outPlaces();
            s.each(
                    (o, i) -> {
                        float share = 1f / s.count(o);
                        for (int j = 0; j < c; j++) {
                            out[(out0 + o) * c + j] += x[(in0 + i) * c + j] * share;
                        }
                    });
        }
    }

    static void averageGradient(Spans s, float[] g, float[] dx, int from, int to) {
        int c = s.channels();
        Arrays.fill(dx, from * s.inPlaces() * c, to * s.inPlaces() * c, 0);
        for (int n = from; n < to; n++) {
            int in0 = n * s.inPlaces();
            int out0 = n * s.outPlaces();
            s.each(
                    (o, i) -> {
                        float share = 1f / s.count(o);
                        for (int j = 0; j < c; j++) {
                            dx[(in0 + i) * c + j] += g[(out0 + o) * c + j] * share;
                        }
                    });
        }
    }
}
