package nacre.kernel.transport;

/// One piece of code to run.
///
/// @param code what the front end sent
/// @param number its number, as in `In [3]`
/// @param counted whether it is one of the session's numbered cells; a hidden question of the front
///   end is not
public record Cell(String code, int number, boolean counted) {}
