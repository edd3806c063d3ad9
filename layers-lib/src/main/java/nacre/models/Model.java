package nacre.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nacre.data.DataFeed;
import nacre.data.DataSet;
import nacre.layers.Arguments;
import nacre.layers.Layer;
import nacre.layers.Pass;
import nacre.layers.config.Sharing;
import nacre.saving.Json;
import nacre.tensor.Tensor;
import nacre.training.History;
import nacre.training.Optimizer;
import org.jspecify.annotations.Nullable;

/// Layers that are trained together. A model is a layer too, so models can be parts of models.
///
/// A stack is a [Sequential], any other graph is made by [#of]; a class of your own extends
/// `Model`, keeps its layers in fields and overrides `call`.
///
/// Source: [Keras, models API](https://keras.io/api/models/).
public abstract class Model extends Layer {
    private transient @Nullable Compiled compiled;
    private transient History history = new History();

    /// The graph between these inputs and outputs, by calling layers on `Input`s.
    public static Functional of(Tensor input, Tensor output) {
        return Functional.of(Structure.ONE, List.of(input), Structure.ONE, List.of(output));
    }

    /// The graph between these inputs and one output.
    public static Functional of(List<Tensor> inputs, Tensor output) {
        return Functional.of(Structure.LIST, inputs, Structure.ONE, List.of(output));
    }

    /// The graph between these inputs and outputs.
    public static Functional of(List<Tensor> inputs, List<Tensor> outputs) {
        return Functional.of(Structure.LIST, inputs, Structure.LIST, outputs);
    }

    /// The graph between one input and several outputs.
    public static Functional of(Tensor input, List<Tensor> outputs) {
        return Functional.of(Structure.ONE, List.of(input), Structure.LIST, outputs);
    }

    /// The graph between inputs that are given by name and one output.
    public static Functional of(Map<String, Tensor> inputs, Tensor output) {
        return Functional.of(
                Structure.of(inputs), Structure.flat(inputs), Structure.ONE, List.of(output));
    }

    /// The graph between inputs and outputs that have names.
    public static Functional of(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
        return Functional.of(
                Structure.of(inputs),
                Structure.flat(inputs),
                Structure.of(outputs),
                Structure.flat(outputs));
    }

    /// The layers, in order.
    public List<Layer> layers() {
        return sublayers();
    }

    /// The layer of this name.
    public Layer getLayer(String layerName) {
        return layers().stream()
                .filter(layer -> layer.name().equals(layerName))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "No such layer: \""
                                                + layerName
                                                + "\". The layers are "
                                                + layers().stream().map(Layer::name).toList()
                                                + "."));
    }

    /// The layer at this place, from 0; negative places count from the end.
    public Layer getLayer(int index) {
        List<Layer> all = layers();
        int place = index < 0 ? index + all.size() : index;
        if (place < 0 || place >= all.size()) {
            throw new IllegalArgumentException(
                    "Was asked for layer "
                            + index
                            + ", but the model has only "
                            + all.size()
                            + (all.size() == 1 ? " layer." : " layers."));
        }
        return all.get(place);
    }

    /// Starts over: all weights are drawn anew from this seed, and all randomness of training comes
    /// from it.
    public Model seed(long seed) {
        reseed(seed);
        return this;
    }

    // --- training

    /// Says how to train: an optimizer, a loss and metrics, by Keras's names or as objects.
    public void compile(Object optimizer, Object loss, Object... metrics) {
        compile(new Compilation(optimizer, loss).metrics(metrics));
    }

    /// Says how to train, in full.
    public void compile(Compilation compilation) {
        compiled = new Compiled(compilation);
    }

    /// Trains on data: `model.fit(x, y).epochs(4).run()`.
    public Fit fit(Tensor x, Tensor y) {
        return fit((Object) x, (Object) y);
    }

    /// Trains on data in any form: tensors, arrays, lists of numbers, EJML's matrices, and for
    /// several inputs or outputs lists of tensors or maps by name.
    public Fit fit(Object x, Object y) {
        return new Fit(this, batches(x, y));
    }

    /// Trains on a data set.
    public Fit fit(DataSet data) {
        return fit(data.x(), data.y());
    }

    /// Trains on the batches of a data feed.
    public Fit fit(DataFeed data) {
        return new Fit(this, BatchSource.of(data));
    }

    /// The loss and the metrics on a data set.
    public Map<String, Double> evaluate(DataSet data) {
        return evaluate(data.x(), data.y());
    }

    /// The loss and the metrics on the batches of a data feed.
    public Map<String, Double> evaluate(DataFeed data) {
        return new Evaluation(this).run(BatchSource.of(data), 1, Integer.MAX_VALUE);
    }

    /// The loss and the metrics on data, in any form that `fit` takes.
    public Map<String, Double> evaluate(Object x, Object y) {
        return evaluate(x, y, 32);
    }

    /// The loss and the metrics on data, batch by batch.
    public Map<String, Double> evaluate(Object x, Object y, int batchSize) {
        return new Evaluation(this).run(batches(x, y), batchSize, Integer.MAX_VALUE);
    }

    /// The loss and the metrics on data whose samples count differently.
    public Map<String, Double> evaluate(Object x, Object y, int batchSize, Object sampleWeight) {
        Batches data = batches(x, y).weighted(Inputs.of(sampleWeight, outputNames()));
        return new Evaluation(this).run(data, batchSize, Integer.MAX_VALUE);
    }

    /// The output for data, in any form that `fit` takes.
    public Tensor predict(Object x) {
        List<Tensor> outputs = predictAll(x, 32);
        if (outputs.size() != 1) {
            throw new IllegalStateException(
                    name()
                            + " has "
                            + outputs.size()
                            + " outputs; use predictAll(x, 32) to get them as a list.");
        }
        return outputs.get(0);
    }

    /// All outputs for data, batch by batch.
    public List<Tensor> predictAll(Object x, int batchSize) {
        BatchSource data =
                x instanceof DataFeed feed
                        ? BatchSource.of(feed)
                        : new Batches(Inputs.of(x, namesOfInputs()), List.of());
        return new Evaluation(this).predict(data, batchSize);
    }

    /// All outputs by their names.
    public Map<String, Tensor> predictByName(Object x) {
        List<Tensor> outputs = predictAll(x, 32);
        var byName = new LinkedHashMap<String, Tensor>();
        for (int i = 0; i < outputs.size(); i++) {
            byName.put(outputNames().get(i), outputs.get(i));
        }
        return byName;
    }

    /// One step of training on a single batch; gives its loss and metrics.
    public Map<String, Double> trainOnBatch(Object x, Object y) {
        return OnBatch.train(this, batches(x, y));
    }

    /// One step of training on a single batch whose samples count differently.
    public Map<String, Double> trainOnBatch(Object x, Object y, Object sampleWeight) {
        return OnBatch.train(this, batches(x, y).weighted(Inputs.of(sampleWeight, outputNames())));
    }

    /// The loss of a single batch and its gradients by the weights, as training sees them, without
    /// a step.
    public LossGradients gradientsOnBatch(Object x, Object y) {
        return OnBatch.gradients(this, batches(x, y));
    }

    /// The loss and its gradients on a single batch whose samples count differently.
    public LossGradients gradientsOnBatch(Object x, Object y, Object sampleWeight) {
        return OnBatch.gradients(
                this, batches(x, y).weighted(Inputs.of(sampleWeight, outputNames())));
    }

    /// The loss and the metrics of a single batch.
    public Map<String, Double> testOnBatch(Object x, Object y) {
        return evaluate(x, y, Integer.MAX_VALUE);
    }

    /// The output for a single batch.
    public Tensor predictOnBatch(Object x) {
        return predictAll(x, Integer.MAX_VALUE).get(0);
    }

    Batches batches(Object x, Object y) {
        return new Batches(Inputs.of(x, namesOfInputs()), Inputs.of(y, outputNames()));
    }

    /// How the model is trained, as Keras writes it into files.
    public Map<String, @Nullable Object> getCompileConfig() {
        return compiled().getConfig();
    }

    /// Says how to train, as Keras has written it into a file.
    public void compileFromConfig(Map<String, @Nullable Object> config) {
        compile(Compilation.of(config));
    }

    /// The optimizer given to [#compile].
    public Optimizer<?> optimizer() {
        return compiled().optimizer();
    }

    Compiled compiled() {
        if (compiled == null) {
            throw new IllegalStateException(
                    "You must compile the model before training or evaluating it: model.compile(\"adam\", \"mse\").");
        }
        return compiled;
    }

    /// How much memory a step of training takes with so many samples, found out with a copy and
    /// very few of them.
    public Memory memory(int batchSize) {
        compiled();
        if (inputs().isEmpty()) {
            throw new IllegalStateException(
                    name()
                            + " has no sizes yet. Begin the stack with an Input, or call it once; of a"
                            + " model with a call of its own, nothing is known beforehand.");
        }
        return Memory.of(this, Arguments.positive("batchSize", batchSize));
    }

    /// What the last `fit` has recorded; also after it was interrupted.
    public History history() {
        return history;
    }

    void history(History newHistory) {
        history = newHistory;
    }

    /// The random numbers of training, such as the order of samples.
    long nextSeed() {
        return random().next();
    }

    // --- showing

    /// The optimizer, if it has seen batches.
    @Nullable Optimizer<?> usedOptimizer() {
        return compiled != null && compiled.optimizer().started() ? compiled.optimizer() : null;
    }

    /// How many numbers the optimizer keeps beside the weights; 0 before training.
    long optimizerNumbers() {
        Optimizer<?> used = usedOptimizer();
        return used == null ? 0 : used.variables().stream().mapToLong(Tensor::size).sum();
    }

    /// The layers, their output shapes and how many parameters they have, in Keras's table.
    public Summary summary() {
        return new Summary(this);
    }

    // --- files

    /// Saves everything into a `.keras` file: layers, weights, and how training goes on. Keras
    /// opens it too.
    public void save(String path) {
        ModelFile.save(this, Path.of(path));
    }

    /// Saves everything into a `.keras` file.
    public void save(Path path) {
        ModelFile.save(this, path);
    }

    /// Saves the weights alone into a `.weights.h5` file.
    public void saveWeights(String path) {
        ModelFile.saveWeights(this, Path.of(path));
    }

    /// Gives all weights the values of a file: `.weights.h5`, `.keras` or `.h5`. If they do not
    /// fit, nothing is changed.
    public void loadWeights(String path) {
        ModelFile.loadWeights(this, Path.of(path));
    }

    // --- config

    @Override
    public String module() {
        return "keras";
    }

    @Override
    @SuppressWarnings("unchecked") // a layer writes a map
    public Object serialize() {
        var result = (Map<String, @Nullable Object>) super.serialize();
        result.put("compile_config", compiled == null ? Map.of() : compiled.getConfig());
        return result;
    }

    /// The model as text: its layers and how they are connected, without the weights' values.
    ///
    /// See [Models#fromJson].
    public String toJson() {
        return Json.write(Sharing.during(this::serialize));
    }

    final void ownTrainable(boolean on) {
        trainableItself(on);
    }

    @Override
    protected boolean takesMasks() {
        return true;
    }

    /// The layers of a graph or stack, each once, whose weights these are.
    static List<Layer> distinct(List<Layer> layers) {
        return List.copyOf(new LinkedHashSet<>(layers));
    }

    @Override
    protected List<Tensor> masked(List<Tensor> inputs, List<Tensor> outputs, Pass pass) {
        return outputs;
    }

    /// The names of the inputs, for data given by name.
    List<String> namesOfInputs() {
        return List.of();
    }

    /// The names of the outputs, for logs.
    List<String> outputNames() {
        return List.of(name());
    }

    /// The symbolic inputs, if the model is a graph or a stack that is built.
    public List<Tensor> inputs() {
        return getInputsAt(0);
    }

    /// The symbolic outputs, if the model is a graph or a stack that is built.
    public List<Tensor> outputs() {
        return getOutputsAt(0);
    }

    /// Says so if there are more or fewer inputs than the model has.
    final void checkInputs(int has, int got) {
        if (got != has) {
            throw new IllegalArgumentException(
                    "The model \"%s\" has %d %s and got %d.%s"
                            .formatted(
                                    name(),
                                    has,
                                    has == 1 ? "input" : "inputs",
                                    got,
                                    has > 1 && got == 1
                                            ? " Give them in a list: List.of(a, b)."
                                            : ""));
        }
    }
}
