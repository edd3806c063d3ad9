package nacre.models;

import nacre.compute.Warmup;
import nacre.display.WarmUp;

/// Makes the first training quick.
public final class EngineWarmUp implements WarmUp {
    @Override
    public void run() {
        Warmup.start();
    }
}
