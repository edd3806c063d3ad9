/// How objects become maps of plain values and come back: the config of layers, optimizers, losses.
///
/// The fields are the config: a `final` field is a constructor argument of the same name, another
/// field an option of the same name, `transient` fields and weights are neither. Keys are Keras's:
/// `kernelSize` is `kernel_size`.
@NullMarked
package nacre.layers.config;

import org.jspecify.annotations.NullMarked;
