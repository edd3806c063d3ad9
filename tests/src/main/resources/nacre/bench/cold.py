"""One epoch of training in a fresh Python: what `Cold` compares with. Arguments: mlp|cnn samples batch threads."""
import sys

import torch
import torch.nn.functional as F
from torch import nn

name, samples, batch, threads = sys.argv[1].lower(), *map(int, sys.argv[2:])
torch.set_num_threads(threads)
if name == "mlp":
    model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Dropout(0.2), nn.Linear(128, 10))
    x = torch.rand(samples, 784)
else:
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Dropout(0.5), nn.Linear(1600, 10))
    x = torch.rand(samples, 1, 28, 28)
y = torch.arange(samples) * 7 % 10
optimizer = torch.optim.Adam(model.parameters())
order = torch.randperm(samples)
for i in range(0, samples, batch):
    chosen = order[i : i + batch]
    optimizer.zero_grad()
    loss = F.cross_entropy(model(x[chosen]), y[chosen])
    loss.backward()
    optimizer.step()
loss.item()
