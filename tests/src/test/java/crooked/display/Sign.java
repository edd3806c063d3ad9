package crooked.display;

import crooked.tensor.Numbers;

/// Shows only what it knows too well.
public final class Sign {
    Numbers known;
}
