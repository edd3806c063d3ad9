package nacre.tests.docs;

/// A class with an example, to be found.
///
/// ```java
/// 1 + 1   // 2
/// ```
final class Fenced {
    static final String NO_DOC =
            """
            ```java
            1 + 1   // 3
            ```
            """;
}
