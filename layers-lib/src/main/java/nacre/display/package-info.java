/// How an object shows itself, and where: the only part of the library that the kernel knows.
///
/// An object that has a method `toHtml()`, `toSvg()`, `toPng()`, `toMarkdown()` or `toLatex()` is
/// shown by it; the methods are found by name, so a learner's own record can have them without
/// implementing anything. The floor below is the JDK alone.
@NullMarked
package nacre.display;

import org.jspecify.annotations.NullMarked;
