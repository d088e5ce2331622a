"""Fit the network to cases, and score it on conversations that it has not seen."""
import numpy as np

from .calls import fold
from .network import fit, logits

FOLDS, LOOKS = 4, 16
HIDDEN, EPOCHS, RATE = 12, 14, 6e-3


def rows(sets, chosen, seed):
    """Inputs, labels and weights of some looks of every case; the last look counts four times."""
    rng = np.random.default_rng(seed)
    x, y, w = [], [], []
    for (calls, cases, _), weight in sets:
        for c in cases:
            if c.kind == "unlabelled" or not chosen(calls[c.call].name):
                continue
            k = np.append(rng.choice(len(c.looks), min(LOOKS, len(c.looks)), replace=False), len(c.looks) - 1)
            x.append(c.rows[k])
            y.append(np.full(len(k), float(c.kind == "interruption")))
            w.append(np.append(np.full(len(k) - 1, weight), 4.0 * weight))
    return tuple(np.concatenate(v) for v in (x, y, w))


def trained(sets, chosen=lambda name: True, seed=1):
    return fit(*rows(sets, chosen, seed), seed, epochs=EPOCHS, rate=RATE, hidden=HIDDEN)


def cross_validate(sets, scored, seed=1):
    """Gives every case of the scored sets the logits of a network that has not seen its conversation."""
    for k in range(FOLDS):
        folded = trained(sets, lambda name: fold(name) != k, seed)
        for calls, cases, _ in scored:
            for c in cases:
                if fold(calls[c.call].name) == k:
                    c.logits = logits(folded, c.rows)
