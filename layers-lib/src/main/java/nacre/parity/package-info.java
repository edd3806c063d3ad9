/// Proves the numbers: runs files of expectations recorded from real Keras against the library.
///
/// A case says what to make, what to feed it and what must come out; [nacre.parity.Kinds] knows how
/// each kind of case is checked. Nothing here knows a case by its name.
@NullMarked
package nacre.parity;

import org.jspecify.annotations.NullMarked;
