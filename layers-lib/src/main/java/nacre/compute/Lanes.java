package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The widest vectors of this processor.
///
/// There are no helpers here to load or to fill a vector, though they would be short: the compiler
/// takes methods of the Vector API into a loop without limit, but own ones only up to a certain
/// size of the whole; what is left out then makes the loop a hundred times slower. For the same
/// reason a loop calls at most one own method on vectors.
final class Lanes {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> I = VectorSpecies.of(int.class, S.vectorShape());
    static final int COUNT = S.length();

    private Lanes() {}

    /// The sum of all lanes: of the two halves of the vector, then of the halves of that, and so
    /// on.
    ///
    /// `reduceLanes(ADD)` leaves the order open, and the interpreter takes another one than the
    /// compiler: the same training would end in other numbers, depending on when a loop gets hot.
    static float sum(FloatVector v) {
        FloatVector sum = v;
        for (int half = COUNT / 2; half > 0; half /= 2) {
            sum = sum.add(sum.rearrange(S.iotaShuffle(half, 1, true)));
        }
        return sum.lane(0);
    }
}
