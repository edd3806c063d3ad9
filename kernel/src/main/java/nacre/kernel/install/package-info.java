/// Makes Jupyter find the kernel: writes, trains and removes its kernelspec.
///
/// A kernelspec is a folder with everything the kernel needs: `kernel.json`, logos, copies of the
/// jars, and a start-up cache. Copies, because a kernel must go on working when the place it was
/// installed from is rebuilt or removed, and because the cache is bound to the very jars that it
/// was trained with.
@NullMarked
package nacre.kernel.install;

import org.jspecify.annotations.NullMarked;
