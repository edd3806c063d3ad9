"""Measures PyTorch for the benchmarks, as `Answers` does on the JVM.

The arguments are the number of threads and, if it is to do one piece of work and end, that work. Otherwise it reads
lines `millis work size...` and answers nanoseconds per run.
"""
import sys
import time

try:
    import torch
    import torch.nn.functional as F
except ImportError:
    sys.exit()

rand = torch.rand


def model_of(name):
    """The models of the benchmark's `Steps`, in PyTorch's layout, and the shape of a sample."""
    nn = torch.nn
    if name.startswith("mlp"):
        return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Dropout(0.2), nn.Linear(128, 10)), [784]
    if name.startswith("cnn"):
        return nn.Sequential(
            nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Dropout(0.5), nn.Linear(1600, 10)), [1, 28, 28]

    class Recurrent(nn.Module):
        def __init__(self):
            super().__init__()
            self.lstm = nn.LSTM(32, 128, batch_first=True)
            self.out = nn.Linear(128, 10)

        def forward(self, x):
            return self.out(self.lstm(x)[0][:, -1])

    return Recurrent(), [50, 32]


def adam(parameters):
    """Adam in its quickest form: all weights in one loop, where this PyTorch has that for the processor."""
    parameters = list(parameters)
    zeros = [torch.zeros_like(p) for p in parameters]
    try:
        step = torch.optim.Adam(parameters, fused=True)
        for p, zero in zip(parameters, zeros):
            p.grad = zero
        step.step()
        step.zero_grad()
        return step
    except RuntimeError:
        return torch.optim.Adam(parameters)


def epoch_of(name, batch, steps):
    """One epoch of training or inference, batch by batch."""
    model, sample = model_of(name)
    x = rand(batch * steps, *sample)
    y = torch.arange(batch * steps) * 7 % 10
    if name.endswith("_predict"):
        model.eval()
        return lambda: [torch.softmax(model(x[i : i + batch]), 1) for i in range(0, len(x), batch)]
    optimizer = adam(model.parameters())

    def train():
        with torch.enable_grad():
            order = torch.randperm(len(x))
            for i in range(0, len(x), batch):
                chosen = order[i : i + batch]
                optimizer.zero_grad()
                loss = F.cross_entropy(model(x[chosen]), y[chosen])
                loss.backward()
                optimizer.step()
            return loss.item()

    return train


def layer_of(name, s):
    """The layer of one of the benchmark's `LayerSteps`, called with its input, and the input's shape."""
    nn = torch.nn
    kind = name.split("_")[0]
    if kind in ("batchnorm", "groupnorm"):
        layer = nn.BatchNorm2d(s[3]) if kind == "batchnorm" else nn.GroupNorm(8, s[3])
        return layer, layer, [s[0], s[3], s[1], s[2]]
    if kind == "attention":
        layer = nn.MultiheadAttention(s[2], 4, batch_first=True)
        return layer, lambda x: layer(x, x, x, need_weights=False)[0], s
    if kind in ("lstm", "gru", "rnn"):
        layer = {"lstm": nn.LSTM, "gru": nn.GRU, "rnn": nn.RNN}[kind](s[2], 128, batch_first=True)
        return layer, lambda x: layer(x)[0][:, -1], s
    if kind == "rmsnorm":  # this PyTorch has none: the formula
        scale = torch.nn.Parameter(torch.ones(s[1]))
        return scale, lambda x: x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6) * scale, s
    layer = nn.LayerNorm(s[1]) if kind == "layernorm" else nn.Dropout(0.2)
    return layer, layer, s


def layer_step_of(name, s):
    """One call of a layer in training, and the gradients of its input and weights."""
    layer, call, shape = layer_of(name, s)
    x = rand(*shape)
    if len(shape) == 4:
        x = x.to(memory_format=torch.channels_last)
    x.requires_grad_()
    weights = [layer] if isinstance(layer, torch.nn.Parameter) else list(layer.parameters())
    g = torch.rand_like(call(x))

    def step():
        with torch.enable_grad():
            return torch.autograd.grad(call(x), [x] + weights, g)

    return step


def work_of(name, s):
    """What to run for one line; sizes as in the benchmark's own workload of that name."""
    if name.endswith("_step"):
        return layer_step_of(name, s)
    if name.endswith("_one"):
        model, sample = model_of(name)
        model.eval()
        x = rand(1, *sample).numpy()
        return lambda: torch.softmax(model(torch.from_numpy(x)), 1).numpy()
    if name.endswith("_train") or name.endswith("_predict"):
        return epoch_of(name, *s)
    if name == "product":
        a, b, c = rand(s[0], s[2]), rand(s[2], s[1]), rand(s[0], s[1])
        return lambda: torch.mm(a, b, out=c)
    if name == "product_tn":
        a, b, c = rand(s[2], s[0]), rand(s[2], s[1]), rand(s[0], s[1])
        return lambda: torch.mm(a.t(), b, out=c)
    if name == "product_nt":
        a, b, c = rand(s[0], s[2]), rand(s[1], s[2]), rand(s[0], s[1])
        return lambda: torch.mm(a, b.t(), out=c)
    if name.startswith("conv") or name.startswith("depthwise"):
        batch, size, channels, filters, kernel, pad = s
        groups = channels if name.startswith("depthwise") else 1
        last = torch.channels_last
        x = rand(batch, channels, size, size).to(memory_format=last)
        w = rand(filters, channels // groups, kernel, kernel).to(memory_format=last)
        y = F.conv2d(x, w, padding=pad, groups=groups)
        g = torch.rand_like(y)
        if name.endswith("_input"):
            return lambda: torch.nn.grad.conv2d_input(x.shape, w, g, padding=pad, groups=groups)
        if name.endswith("_kernel"):
            return lambda: torch.nn.grad.conv2d_weight(x, w.shape, g, padding=pad, groups=groups)
        return lambda: F.conv2d(x, w, padding=pad, groups=groups)
    if name == "maxpool":
        x = rand(s[0], s[2], s[1], s[1]).to(memory_format=torch.channels_last)
        return lambda: F.max_pool2d(x, 2)
    if name == "maxpool_gradient":
        x = rand(s[0], s[2], s[1], s[1]).to(memory_format=torch.channels_last)
        y, at = F.max_pool2d(x, 2, return_indices=True)
        back = torch.ops.aten.max_pool2d_with_indices_backward
        return lambda: back(y, x, [2, 2], [2, 2], [0, 0], [1, 1], False, at)
    if name == "columns":
        x = rand(s[0], s[1])
        return lambda: x.sum(0)
    if name == "sum":
        x = rand(s[0])
        return lambda: x.sum()
    if name == "transpose":
        x, y = rand(s[0], s[1]), rand(s[1], s[0])
        return lambda: y.copy_(x.t())
    if name == "bias":
        x, b, y = rand(s[0], s[1]), rand(s[1]), rand(s[0], s[1])
        return lambda: torch.add(x, b, out=y)
    if name in ("batchnorm", "batchnorm_layer"):
        x = rand(s[0], s[2], s[1], s[1]).to(memory_format=torch.channels_last)
        g, b = rand(s[2]), rand(s[2])
        return lambda: F.batch_norm(x, None, None, g, b, True)
    if name in ("layernorm", "layernorm_layer"):
        x, g, b = rand(s[0], s[1]), rand(s[1]), rand(s[1])
        return lambda: F.layer_norm(x, (s[1],), g, b)
    if name == "softmax":
        x, y = rand(s[0], s[1]), rand(s[0], s[1])
        return lambda: torch.softmax(x, 1, out=y)
    if name in ("relu", "exp", "tanh", "sigmoid"):
        x = rand(s[0])
        y = torch.empty_like(x)
        if name == "relu":
            zero = torch.zeros(1)
            return lambda: torch.maximum(x, zero, out=y)
        f = getattr(torch, name)
        return lambda: f(x, out=y)
    if name == "add":
        x, y, z = rand(s[0]), rand(s[0]), rand(s[0])
        return lambda: torch.add(x, y, out=z)
    if name == "adam":
        w = torch.nn.Parameter(rand(s[0]))
        step = adam([w])
        w.grad = rand(s[0])
        return lambda: step.step()
    return None


def made(line):
    name, *sizes = line.split()
    return work_of(name, [int(x) for x in sizes])


def run_for(work, millis):
    """Nanoseconds of one run; with one thread, those of all threads of the process together."""
    start, cpu = time.perf_counter_ns(), time.process_time_ns()
    end = start + millis * 1_000_000
    runs = 0
    while True:
        work()
        runs += 1
        now = time.perf_counter_ns()
        if now >= end:
            break
    return (time.process_time_ns() - cpu if threads == 1 else now - start) / runs


def answer():
    known = {}
    print("ready", flush=True)
    for line in sys.stdin:
        millis, key = line.strip().split(" ", 1)
        if key not in known:
            known[key] = made(key)
            if known[key]:
                run_for(known[key], 500)
        work = known[key]
        print(run_for(work, int(millis)) if work else "NaN", flush=True)


threads = int(sys.argv[1])
torch.set_num_threads(threads)
with torch.no_grad():
    if len(sys.argv) > 2:
        made(" ".join(sys.argv[2:]))()
    else:
        answer()
