"""Goes through `.keras` files as Keras's loader does (saving_lib._load_state): from the config to
the places where each layer's variables must lie. Prints a line for each file."""

import io
import json
import re
import sys
import zipfile

import h5py

DENSE = {"Dense", "EinsumDense"} | {
    f"{kind}{rank}D{end}" for kind in ("Conv", "DepthwiseConv") for rank in "123" for end in ("", "Transpose")
}
RECURRENT = {"LSTM", "GRU", "SimpleRNN", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"}
DROPPING = {"Dropout", "AlphaDropout", "GaussianDropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D"}


def snake(name):
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


def own_variables(kind, config):
    def said(*options):
        return sum(1 for option in options if config.get(option))

    if kind in DENSE:
        return 1 + said("bias_axes" if kind == "EinsumDense" else "use_bias")
    if kind.startswith("SeparableConv") or kind.removesuffix("Cell") in RECURRENT and kind.endswith("Cell"):
        return 2 + said("use_bias")
    if kind == "BatchNormalization":
        return 2 + said("center", "scale")
    if kind in ("LayerNormalization", "GroupNormalization"):
        return said("center", "scale")
    return int(kind in ("Embedding", "PReLU", "RMSNormalization", "SpectralNormalization"))


def draws(kind, config):
    if kind in DROPPING:
        return config["rate"] > 0
    return kind == "GaussianNoise" or kind.endswith("Cell") and bool(config["dropout"] or config["recurrent_dropout"])


def inside(kind, config):
    """The attributes that hold layers: one layer or a list, each as class and config."""

    def layer(key):
        return config[key]["class_name"], config[key]["config"]

    def layers(key):
        operations = "keras.src.ops"  # in the config they stand among the layers
        return [
            (each["class_name"], each["config"])
            for each in config[key]
            if not each["module"].startswith(operations)
        ]

    if kind == "Sequential":
        return {"layers": [each for each in layers("layers") if each[0] != "InputLayer"]}
    if kind == "Functional":
        return {"layers": layers("layers")}
    if kind in RECURRENT:
        return {"cell": (kind + "Cell", config)}
    if kind == "RNN":
        return {"cell": layer("cell")}
    if kind == "StackedRNNCells":
        return {"cells": layers("cells")}
    if kind == "Bidirectional":
        return {"forward_layer": layer("layer"), "backward_layer": layer("backward_layer" if "backward_layer" in config else "layer")}
    if kind in ("TimeDistributed", "SpectralNormalization"):
        return {"layer": layer("layer")}
    if kind == "MultiHeadAttention":
        dense = ("EinsumDense", {"bias_axes": config["use_bias"]})
        return {f"{part}_dense": dense for part in ("query", "key", "value", "output")}
    return {}


class Walk:
    def __init__(self, file):
        self.file = file
        self.visited = set()

    def variables(self, path, count):
        place = f"{path}/vars".lstrip("/")
        assert place in self.file, f"{place} is missing"
        found = set(self.file[place])
        assert found == {str(i) for i in range(count)}, f"{place} has {sorted(found)}, not {count} variables"
        assert self.file[place].attrs["name"], place
        self.visited.add(place)

    def layer(self, kind, config, path=""):
        self.variables(path, own_variables(kind, config))
        if draws(kind, config):
            self.variables(f"{path}/seed_generator", 1)
        for attribute, held in inside(kind, config).items():
            if isinstance(held, list):
                used = {}
                for each in held:
                    name = snake(each[0])
                    used[name] = used.get(name, -1) + 1
                    number = f"_{used[name]}" if used[name] else ""
                    self.layer(*each, f"{path}/{attribute}/{name}{number}".lstrip("/"))
            else:
                self.layer(*held, f"{path}/{attribute}".lstrip("/"))


def check(path):
    archive = zipfile.ZipFile(path)
    model = json.loads(archive.read("config.json"))
    file = h5py.File(io.BytesIO(archive.read("model.weights.h5")), "r")
    walk = Walk(file)
    walk.layer(model["class_name"], model["config"])
    every = []
    file.visit(every.append)
    left = [name for name in every if name.endswith("vars") and name not in walk.visited and not name.startswith("optimizer")]
    assert not left, f"nobody looks for {left}"
    optimizer = sum(name.startswith("optimizer/vars/") for name in every)
    return f"{len(walk.visited)} places, {optimizer} variables of the optimizer"


for argument in sys.argv[1:]:
    print(argument.rsplit("/", 1)[-1], check(argument))
