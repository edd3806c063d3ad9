/// The engine: loops over `float[]` that know no tensor, no layer and no gradient tape.
///
/// Everything public here takes arrays, offsets and lengths that the caller has checked, and
/// allocates nothing that it does not return. Each theme has up to three files: `Softmax` is what
/// others call (it splits the work among threads and chooses), `PlainSoftmax` is the twin to read
/// first (simple loops, the definition of what is right), and `VectorSoftmax` is the same with the
/// JDK's Vector API. The Vector API is an incubator module and stays optional: [Vectors] decides
/// once, at start, whether those classes are used at all.
///
/// Results do not depend on the number of threads: work is split in chunks that depend on its size
/// alone, and partial sums are added in the order of the chunks.
@NullMarked
package nacre.compute;

import org.jspecify.annotations.NullMarked;
