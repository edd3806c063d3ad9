package crooked.util;

/// Lives on no floor.
public final class Drawer {}
