/// Real programs around the kernel: Jupyter's server and client, a browser, the launcher.
///
/// Whatever they write stays below `tests/target/`; nothing reaches the user's home. A program that
/// is missing is a failure that says how to get it, never a test left out.
package nacre.tests.jupyter;
