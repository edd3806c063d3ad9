package nacre.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// The widest vectors of this processor, and short words for what is done with them most.
final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());
    static final int COUNT = FLOATS.length();

    private Lanes() {}

    static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(FLOATS, x, at);
    }

    static FloatVector all(float x) {
        return FloatVector.broadcast(FLOATS, x);
    }

    static IntVector all(int x) {
        return IntVector.broadcast(INTS, x);
    }
}
