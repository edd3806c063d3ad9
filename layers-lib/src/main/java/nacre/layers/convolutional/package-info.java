/// Layers that slide a small kernel over sequences, images and volumes.
///
/// [Convolution] holds what all of them share: how the window slides. [KernelConvolution] adds a
/// kernel, [DepthwiseKernel] one kernel for each channel.
@NullMarked
package nacre.layers.convolutional;

import org.jspecify.annotations.NullMarked;
