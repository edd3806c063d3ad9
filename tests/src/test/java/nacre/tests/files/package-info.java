/// Files that Nacre writes, looked at by the tools of others.
@NullMarked
package nacre.tests.files;

import org.jspecify.annotations.NullMarked;
