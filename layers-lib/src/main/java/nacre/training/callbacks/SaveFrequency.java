package nacre.training.callbacks;

import nacre.layers.Arguments;

/// How often something is saved: after each epoch, or every so many batches.
final class SaveFrequency {
    private int batches; // 0: after each epoch
    private int waiting;

    void set(String name) {
        if (!name.equals("epoch")) {
            throw new IllegalArgumentException(
                    "`saveFreq` must be \"epoch\" or a number of batches; got \"" + name + "\".");
        }
        batches = 0;
    }

    void set(int everyBatches) {
        batches = Arguments.positive("saveFreq", everyBatches);
    }

    void begin() {
        waiting = 0;
    }

    boolean isEpoch() {
        return batches == 0;
    }

    /// Whether it is time, a batch being over; counting goes on from epoch to epoch.
    boolean isDueAfterBatch() {
        if (isEpoch() || ++waiting < batches) {
            return false;
        }
        waiting = 0;
        return true;
    }
}
