package nacre.plot;

import nacre.display.WarmUp;

/// Makes the first chart quick.
public final class ChartWarmUp implements WarmUp {
    @Override
    public void run() {
        Charts.warm();
    }
}
