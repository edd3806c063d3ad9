package nacre.kernel.shell;

/// A class file that knows the name of its class.
interface Named {
    /// The full name, such as `java.util.List`.
    String className();
}
