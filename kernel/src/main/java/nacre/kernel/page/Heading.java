package nacre.kernel.page;

/// A heading of the page, for the list of contents.
///
/// @param level 1 for the title, 2 for a section
/// @param id the name of its place in the page
/// @param text its words
record Heading(int level, String id, String text) {}
