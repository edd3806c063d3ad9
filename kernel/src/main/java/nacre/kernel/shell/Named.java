package nacre.kernel.shell;

/// A class file that knows the name of its class.
interface Named {
    /// The full name, such as `java.util.List`.
    String className();

    /// Whether the class is one that no other file can name: anonymous, or local to a method. Every
    /// seventh of the JDK is; javac need not hear of them.
    static boolean isOfCode(String fileName) {
        int dollar = fileName.indexOf('$');
        while (dollar >= 0 && dollar + 1 < fileName.length()) {
            if (Character.isDigit(fileName.charAt(dollar + 1))) {
                return true;
            }
            dollar = fileName.indexOf('$', dollar + 1);
        }
        return false;
    }
}
