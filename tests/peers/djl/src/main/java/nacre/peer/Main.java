package nacre.peer;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import java.io.IOException;
import java.util.Optional;
import nacre.bench.Answers;

/// DJL with its PyTorch engine: blocks and a `Trainer`, every batch in a memory scope of its own.
///
/// Batches are made beforehand, so that a step in training does not even copy its input.
final class Main {
    private static final int CLASSES = 10;

    private final NDManager manager = NDManager.newBaseManager();

    public static void main(String[] args) throws IOException {
        String threads = args[0];
        System.setProperty("ai.djl.pytorch.num_threads", threads);
        System.setProperty("ai.djl.pytorch.num_interop_threads", threads);
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        var main = new Main();
        Answers.give(args, main::make);
    }

    private Optional<Runnable> make(String name, int[] s) {
        String[] words = name.split("_");
        if (words.length < 2 || !"mlp cnn lstm".contains(words[0])) {
            return Optional.empty();
        }
        Block block = block(words[0]);
        Shape shape = shape(words[0], s[0]);
        return switch (words[1]) {
            case "train" -> Optional.of(training(block, shape, s[1]));
            case "predict" -> Optional.of(inference(block, shape, s[1]));
            case "one" -> Optional.of(one(block, shape));
            default -> Optional.empty();
        };
    }

    private static Block block(String model) {
        var all = new SequentialBlock();
        return switch (model) {
            case "mlp" ->
                    all.add(linear(128))
                            .add(Activation.reluBlock())
                            .add(Dropout.builder().optRate(0.2f).build())
                            .add(linear(CLASSES));
            case "cnn" ->
                    all.add(conv(32))
                            .add(Activation.reluBlock())
                            .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                            .add(conv(64))
                            .add(Activation.reluBlock())
                            .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                            .add(Blocks.batchFlattenBlock())
                            .add(Dropout.builder().optRate(0.5f).build())
                            .add(linear(CLASSES));
            default ->
                    all.add(
                                    LSTM.builder()
                                            .setStateSize(128)
                                            .setNumLayers(1)
                                            .optReturnState(true)
                                            .build())
                            .add(list -> new NDList(list.get(1).squeeze(0)))
                            .add(linear(CLASSES));
        };
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block conv(int filters) {
        return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(filters).build();
    }

    private static Shape shape(String model, int batch) {
        return switch (model) {
            case "mlp" -> new Shape(batch, 784);
            case "cnn" -> new Shape(batch, 1, 28, 28);
            default -> new Shape(batch, 50, 32);
        };
    }

    private Runnable training(Block block, Shape shape, int steps) {
        Model model = Model.newInstance("peer");
        model.setBlock(block);
        var config =
                new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                        .optOptimizer(Optimizer.adam().build());
        Trainer trainer = model.newTrainer(config);
        trainer.initialize(shape);
        int batch = (int) shape.get(0);
        NDArray[] inputs = batches(shape, steps);
        NDArray classes = manager.arange(batch).mod(CLASSES).toType(DataType.FLOAT32, false);
        return () -> {
            for (NDArray input : inputs) {
                try (NDManager scope = trainer.getManager().newSubManager()) {
                    step(trainer, copy(input, scope), copy(classes, scope));
                }
            }
        };
    }

    private static void step(Trainer trainer, NDList x, NDList y) {
        try (var gradients = trainer.newGradientCollector()) {
            NDArray loss = trainer.getLoss().evaluate(y, trainer.forward(x));
            gradients.backward(loss);
        }
        trainer.step();
    }

    private Runnable inference(Block block, Shape shape, int steps) {
        block.initialize(manager, DataType.FLOAT32, shape);
        var weights = new ParameterStore(manager, false);
        NDArray[] inputs = batches(shape, steps);
        return () -> {
            for (NDArray input : inputs) {
                try (NDManager scope = manager.newSubManager()) {
                    NDList y = block.forward(weights, copy(input, scope), false);
                    NDArray _ = y.get(0).softmax(-1);
                }
            }
        };
    }

    /// From an array to an array.
    private Runnable one(Block block, Shape shape) {
        block.initialize(manager, DataType.FLOAT32, shape);
        var weights = new ParameterStore(manager, false);
        float[] sample = new float[(int) shape.size()];
        return () -> {
            try (NDManager scope = manager.newSubManager()) {
                var x = new NDList(scope.create(sample, shape));
                float[] _ = block.forward(weights, x, false).get(0).softmax(-1).toFloatArray();
            }
        };
    }

    /// What is computed from an array goes into its scope, and ends with it.
    private static NDList copy(NDArray x, NDManager scope) {
        var copy = new NDList(x.duplicate());
        copy.attach(scope);
        return copy;
    }

    private NDArray[] batches(Shape shape, int steps) {
        var all = new NDArray[steps];
        for (int i = 0; i < steps; i++) {
            all[i] = manager.randomUniform(-0.5f, 0.5f, shape);
        }
        return all;
    }
}
