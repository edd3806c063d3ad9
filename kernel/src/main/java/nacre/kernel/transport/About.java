package nacre.kernel.transport;

import java.util.List;

/// Who answers.
///
/// @param implementation the kernel's name, as in `nacre`
/// @param version the kernel's version
/// @param banner what a console prints first
/// @param links what the Help menu offers
public record About(String implementation, String version, String banner, List<Link> links) {
    /// One line of the Help menu.
    public record Link(String text, String url) {}
}
