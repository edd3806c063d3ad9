package crooked.models;

import crooked.plot.Picture;

/// Knows its own picture.
public final class Doll {
    Picture picture;
}
