"""From logits to flags, retractions and resolutions: scores as the bench counts them, and the search for thresholds."""
from dataclasses import dataclass

import numpy as np

UNTIL = (30, 38, 44, 50, 60, 70, 100, 500)     # frames after the onset at which a threshold ends


@dataclass(frozen=True)
class Policy:
    flag: tuple                # logit that flags, up to each of UNTIL
    stands: float              # logit that a flag needs when the floor settles
    noisy: float               # the same in noise, where segments are less certain
    hopeless: float = -3.0     # logit below which a flag is taken back at once


class Table:
    """The cases of one set of calls as arrays, a row each, padded at the end."""

    def __init__(self, cases, missed, hours):
        cases = [c for c in cases if c.kind != "unlabelled"]
        width = max(len(c.looks) for c in cases)
        shape = len(cases), width
        self.logits, self.elapsed = np.full(shape, -99.0), np.full(shape, 10 ** 6)
        self.delay = np.zeros(shape)
        for i, c in enumerate(cases):
            n = len(c.looks)
            self.logits[i, :n], self.elapsed[i, :n], self.delay[i, :n] = c.logits, c.looks - c.start, c.at - c.reference
        self.last = np.array([c.logits[-1] for c in cases])
        self.step = np.searchsorted(UNTIL, self.elapsed, side="right").clip(max=len(UNTIL))
        self.positive = np.array([c.kind == "interruption" for c in cases])
        self.same = np.array([c.outcome == c.settled for c in cases])
        self.judged = np.array([c.outcome is not None for c in cases]) & self.positive
        self.total = self.positive.sum() + missed
        self.hours = hours

    def score(self, policy, noisy=False):
        need = np.array(policy.flag + (99.0,))[self.step]
        over = self.logits >= need
        flagged = over.any(1)
        first = over.argmax(1)
        after = np.arange(over.shape[1]) >= first[:, None]
        low = ((self.logits < policy.hopeless) & after & (self.elapsed < 10 ** 6)).any(1)
        stands = flagged & (self.last >= (policy.noisy if noisy else policy.stands)) & ~low
        out = {}
        for when, chosen in (("first", flagged), ("final", stands)):
            t, f = (chosen & self.positive).sum(), (chosen & ~self.positive).sum()
            out[f"{when}_F1"], out[f"{when}_false"] = 2 * t / (t + f + self.total), f / self.hours
            out[f"{when}_TPR"] = t / self.total
        delays = self.delay[np.arange(len(first)), first][flagged & self.positive]
        out["p50"], out["p90"], out["p54"] = np.quantile(delays, (0.5, 0.9, 0.54)) if len(delays) else (9,) * 3
        judged = flagged & self.judged
        out["outcome"] = (stands & self.same & judged).sum() / max(1, judged.sum())
        return out


# What the thresholds are tuned to stay below (above, for the outcome): first in quiet, then in noise. The delays have
# two peaks, so that somewhat more than half must come early for the median to be safely so.
LIMITS = {"p54": (0.49, 0.54), "p90": (0.72, 0.77), "first_false": (24.5, 29.0), "final_false": (7.8, 8.8)}
OUTCOME = (0.90, 0.86)


def cost(score, noisy, limits):
    over = sum(2 * max(0.0, score[k] / limits[k][noisy] - 1) for k in limits)
    return over + max(0.0, OUTCOME[noisy] - score["outcome"]) - score["final_F1"]


def tune(tables, limits=None, seed=1, trials=300, starts=3):
    """The policy of least cost over (table, is noisy) pairs, found by random steps that become smaller."""
    rng = np.random.default_rng(seed)
    limits = LIMITS | (limits or {})
    make = lambda v: Policy(tuple(round(float(x), 2) for x in v[:-2]), *(round(float(x), 2) for x in v[-2:]))
    total = lambda v: sum(cost(t.score(make(v), noisy), noisy, limits) for t, noisy in tables)
    found = []
    for _ in range(starts):
        vector = np.array([2.0, 3.0, 0.13, 0.8, 1.5, 0.59, 2.5, 1.2, -0.25, 0.28])
        best = total(vector)
        for trial in range(trials):
            size = 0.4 * (1 - trial / trials) + 0.03
            step = rng.normal(0, size, len(vector)) * (rng.random(len(vector)) < 0.4)
            if (value := total(vector + step)) < best:
                best, vector = value, vector + step
        found.append((best, tuple(vector)))
    return make(min(found)[1])
