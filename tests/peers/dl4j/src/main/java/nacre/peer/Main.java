package nacre.peer;

import java.io.IOException;
import java.util.Optional;
import nacre.bench.Answers;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/// DL4J with its workspaces, which keep memory from step to step, and oneDNN below it.
///
/// Batches are made beforehand, so that a step in training does not even copy its input.
final class Main {
    private static final int CLASSES = 10;

    private Main() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("org.bytedeco.javacpp.platform.extension", "-onednn-avx512");
        Answers.give(args, Main::make);
    }

    private static Optional<Runnable> make(String name, int[] s) {
        String[] words = name.split("_");
        if (words.length < 2 || !"mlp cnn lstm".contains(words[0])) {
            return Optional.empty();
        }
        MultiLayerNetwork network = network(words[0]);
        return switch (words[1]) {
            case "train" -> Optional.of(training(network, words[0], s[0], s[1]));
            case "predict" -> Optional.of(inference(network, words[0], s[0], s[1]));
            case "one" -> Optional.of(one(network, words[0]));
            default -> Optional.empty();
        };
    }

    private static MultiLayerNetwork network(String model) {
        var list =
                new NeuralNetConfiguration.Builder()
                        .updater(new Adam(1e-3))
                        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                        .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                        .list();
        var output = new OutputLayer.Builder(LossFunction.MCXENT);
        output.activation(Activation.SOFTMAX).nOut(CLASSES);
        switch (model) {
            case "mlp" -> {
                list.layer(new DenseLayer.Builder().nOut(128).activation(Activation.RELU).build());
                list.layer(output.dropOut(0.8).build()); // what is kept
                list.setInputType(InputType.feedForward(784));
            }
            case "cnn" -> {
                list.layer(conv(32)).layer(pool()).layer(conv(64)).layer(pool());
                list.layer(output.dropOut(0.5).build());
                list.setInputType(InputType.convolutional(28, 28, 1));
            }
            default -> {
                Layer lstm = new LSTM.Builder().nOut(128).activation(Activation.TANH).build();
                list.layer(new LastTimeStep(lstm)).layer(output.build());
                list.setInputType(InputType.recurrent(32, 50));
            }
        }
        var network = new MultiLayerNetwork(list.build());
        network.init();
        return network;
    }

    private static Layer conv(int filters) {
        return new ConvolutionLayer.Builder(3, 3).nOut(filters).activation(Activation.RELU).build();
    }

    private static Layer pool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static long[] shape(String model, int batch) {
        return switch (model) {
            case "mlp" -> new long[] {batch, 784};
            case "cnn" -> new long[] {batch, 1, 28, 28};
            default -> new long[] {batch, 32, 50};
        };
    }

    private static Runnable training(
            MultiLayerNetwork network, String model, int batch, int steps) {
        var sets = new DataSet[steps];
        for (int i = 0; i < steps; i++) {
            INDArray y = Nd4j.zeros(batch, CLASSES);
            for (int k = 0; k < batch; k++) {
                y.putScalar(k, (i * batch + k) * 7 % CLASSES, 1);
            }
            sets[i] = new DataSet(Nd4j.rand(shape(model, batch)), y);
        }
        return () -> {
            for (DataSet set : sets) {
                network.fit(set);
            }
        };
    }

    private static Runnable inference(
            MultiLayerNetwork network, String model, int batch, int steps) {
        var inputs = new INDArray[steps];
        for (int i = 0; i < steps; i++) {
            inputs[i] = Nd4j.rand(shape(model, batch));
        }
        return () -> {
            for (INDArray input : inputs) {
                network.output(input);
            }
        };
    }

    /// From an array to an array.
    private static Runnable one(MultiLayerNetwork network, String model) {
        long[] shape = shape(model, 1);
        float[] sample = Nd4j.rand(shape).data().asFloat();
        return () -> {
            float[] _ = network.output(Nd4j.create(sample, shape, 'c')).data().asFloat();
        };
    }
}
