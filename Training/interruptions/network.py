"""The classifier: one hidden layer of rectified sums over scaled evidence, one logit out."""
import numpy as np
import torch


HIDDEN = 12


class Network(torch.nn.Module):
    def __init__(self, mean, deviation, hidden):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean, dtype=torch.float32))
        self.register_buffer("deviation", torch.tensor(deviation, dtype=torch.float32))
        self.hidden = torch.nn.Linear(len(mean), hidden)
        self.out = torch.nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(torch.relu(self.hidden((x - self.mean) / self.deviation)))[:, 0]

    def folded(self):
        """hidden weights (hidden x evidence), hidden biases, output weights, output bias; the scaling folded in."""
        w = self.hidden.weight.detach().numpy().astype(float) / self.deviation.numpy()
        b = self.hidden.bias.detach().numpy() - w @ self.mean.numpy()
        return w, b, self.out.weight.detach().numpy()[0].astype(float), float(self.out.bias.detach()[0])


def logits(folded, rows):
    w, b, v, c = folded
    return np.maximum(0, rows @ w.T + b) @ v + c


def fit(rows, labels, weights, seed, epochs=14, rate=4e-3, hidden=HIDDEN, decay=1e-3, batch=2048):
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    x, y, w = (torch.tensor(np.asarray(a), dtype=torch.float32) for a in (rows, labels, weights))
    network = Network(rows.mean(0), rows.std(0) + 1e-3, hidden)
    steps = epochs * -(-len(x) // batch)
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps)
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for i in range(0, len(x), batch):
            k = order[i:i + batch]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(network(x[k]), y[k], weight=w[k])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return network.folded()
