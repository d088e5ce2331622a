"""AUC and best F1 of pooled scores, with bootstrap intervals over whole conversations or speakers."""
import numpy as np

RESAMPLED = 200


def auc(scores, labels, groups=None):
    """The share of pairs in the right order; with groups, of pairs within the same group."""
    right = pairs = 0.0
    for group in [None] if groups is None else np.unique(groups):
        chosen = slice(None) if group is None else groups == group
        s, y = scores[chosen], labels[chosen]
        positives = y.sum()
        if 0 < positives < len(y):
            _, inverse, counts = np.unique(s, return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
            right += ranks[y].sum() - positives * (positives + 1) / 2
            pairs += positives * (len(y) - positives)
    return right / pairs if pairs else np.nan


def best_f1(scores, labels, groups=None):
    order = np.argsort(-scores, kind="stable")
    true = np.cumsum(labels[order])
    return float(np.max(2 * true / (np.arange(1, len(true) + 1) + labels.sum())))


class Bootstrap:
    """The same resamples of whole units for every measure, so that differences are paired."""

    def __init__(self, units, seed=1):
        self.units = units
        names, inverse = np.unique(units, return_inverse=True)
        members = np.split(np.argsort(inverse, kind="stable"), np.cumsum(np.bincount(inverse))[:-1])
        rng = np.random.default_rng(seed)
        self.samples = [np.concatenate([members[i] for i in rng.integers(0, len(names), len(names))])
                        for _ in range(RESAMPLED)]

    def measure(self, of, scores, labels, groups=None):
        """The measure, and its values over the resamples."""
        part = lambda k: of(scores[k], labels[k], None if groups is None else groups[k])
        return part(slice(None)), np.array([part(k) for k in self.samples])


def interval(values):
    low, high = np.nanquantile(values, (0.025, 0.975))
    return low, high


def shown(value):
    return f"{value:.3f}".replace("0.", ".", 1)


def with_interval(value, values):
    low, high = interval(values)
    return f"{shown(value)} [{shown(low)}, {shown(high)}]"


def gain(value, values):
    """A difference with its sign."""
    low, high = interval(values)
    sign = lambda v: ("+" if v >= 0 else "−") + shown(abs(v))
    return f"{sign(value)} [{sign(low)}, {sign(high)}]"


def row(*cells):
    return "| " + " | ".join(str(c) for c in cells) + " |"


def header(*cells):
    return row(*cells) + "\n" + row(*["---"] * len(cells))
