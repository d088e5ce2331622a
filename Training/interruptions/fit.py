"""Fit the network to cases, and score it on conversations that it has not seen."""
import numpy as np

from .calls import OPEN, fold
from .network import fit, logits

FOLDS = 4
EARLY, LATER = 10, 3       # looks of a case within the first second after the onset, and later
MEMBERS, HIDDEN, EPOCHS, RATE, DECAY = 3, 24, 14, 8e-3, 0.3
# The last judgement, when the floor has settled: a network of its own, of one look for each case.
LAST = {"hidden": 32, "epochs": 40, "rate": 4e-3, "decay": 0.3, "batch": 256}


def sample(rng, of, count):
    return rng.choice(of, min(count, len(of)), replace=False)


def rows(sets, chosen, seed):
    """Inputs, labels and weights of some looks of every case; the last look counts four times."""
    rng = np.random.default_rng(seed)
    x, y, w = [], [], []
    for (calls, cases, _), weight in sets:
        for c in cases:
            if c.kind in OPEN or c.holds or not chosen(calls[c.call].name):
                continue
            early = np.searchsorted(c.looks, c.start + 100)
            k = np.append(sample(rng, np.arange(early), EARLY), sample(rng, np.arange(early, len(c.looks)), LATER))
            k = np.append(k, len(c.looks) - 1)
            x.append(c.rows[k])
            y.append(np.full(len(k), float(c.kind == "interruption")))
            w.append(c.weight * np.append(np.full(len(k) - 1, weight), 4.0 * weight))
    return tuple(np.concatenate(v) for v in (x, y, w))


def last_rows(sets, chosen):
    """Inputs, labels and weights of the last look of every case."""
    x, y, w = [], [], []
    for (calls, cases, _), weight in sets:
        for c in cases:
            if c.kind not in OPEN and not c.holds and chosen(calls[c.call].name):
                x.append(c.rows[-1])
                y.append(float(c.kind == "interruption"))
                w.append(c.weight * weight)
    return np.array(x), np.array(y), np.array(w)


def mean(members):
    """The mean of some networks, as one network."""
    w, b, v, c = zip(*members)
    return np.concatenate(w), np.concatenate(b), np.concatenate(v) / len(members), float(np.mean(c))


def trained(sets, chosen=lambda name: True, seed=1):
    """The network of the looks while the floor is open: the mean of some, each of its own looks."""
    return mean([fit(*rows(sets, chosen, seed + i), seed + i, epochs=EPOCHS, rate=RATE, hidden=HIDDEN, decay=DECAY)
                 for i in range(MEMBERS)])


def trained_last(sets, chosen=lambda name: True, seed=1):
    """The network of the last judgement."""
    return mean([fit(*last_rows(sets, chosen), seed + i, **LAST) for i in range(MEMBERS)])


def cross_validate(sets, scored, seed=1):
    """Gives every case of the scored sets the logits of networks that have not seen its conversation."""
    for k in range(FOLDS):
        folded = trained(sets, lambda name: fold(name) != k, seed)
        last = trained_last(sets, lambda name: fold(name) != k, seed)
        for calls, cases, _ in scored:
            for c in cases:
                if fold(calls[c.call].name) == k:
                    c.logits = logits(folded, c.rows)
                    c.final = logits(last, c.rows[-1:])[0]
