/// Layers that turn raw data into numbers a network can learn from: images, categories, words,
/// sound; and layers that vary images at random while training.
@NullMarked
package nacre.layers.preprocessing;

import org.jspecify.annotations.NullMarked;
