package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The widest vectors of this processor.
///
/// There are no helpers here to load or to fill a vector, though they would be short: the compiler
/// takes methods of the Vector API into a loop without limit, but own ones only up to a certain
/// size of the whole; what is left out then makes the loop a hundred times slower. For the same
/// reason a loop calls at most one own method on vectors.
///
/// A loop over whole vectors ends with `i <= n - L`: that is how the compiler knows how often it
/// runs. With `i + L <= n` it looks at each step whether the arrays are long enough, four times as
/// many instructions.
final class Lanes {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> I = VectorSpecies.of(int.class, S.vectorShape());
    static final int COUNT = S.length();

    private static final VectorShuffle<Float> EIGHT = from(8);
    private static final VectorShuffle<Float> FOUR = from(4);
    private static final VectorShuffle<Float> TWO = from(2);
    private static final VectorShuffle<Float> ONE = from(1);

    private Lanes() {}

    /// The sum of all lanes: of the two halves of the vector, then of the halves of that, and so
    /// on.
    ///
    /// `reduceLanes(ADD)` leaves the order open, and the interpreter takes another one than the
    /// compiler: the same training would end in other numbers, depending on when a loop gets hot.
    ///
    /// The orders are constants, as the compiler does not see through a loop that makes them.
    static float sum(FloatVector v) {
        FloatVector sum = COUNT > 8 ? v.add(v.rearrange(EIGHT)) : v;
        sum = COUNT > 4 ? sum.add(sum.rearrange(FOUR)) : sum;
        sum = sum.add(sum.rearrange(TWO));
        return sum.add(sum.rearrange(ONE)).lane(0);
    }

    private static VectorShuffle<Float> from(int first) {
        return S.iotaShuffle(first, 1, true);
    }
}
