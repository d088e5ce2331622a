"""From logits to flags, retractions and resolutions: scores as the bench counts them, and the search for thresholds."""
from dataclasses import dataclass

import numpy as np

UNTIL = (30, 38, 44, 50, 57, 64, 70, 76, 100, 500)     # frames after the onset at which a threshold ends
HOPELESS = -3.0            # logit below which a flag is taken back at once


@dataclass(frozen=True)
class Policy:
    flag: tuple                # logit that flags, up to each of UNTIL
    stands: float              # logit that a flag needs when the floor settles


class Table:
    """The cases of one set of calls as arrays, a row each, padded at the end."""

    def __init__(self, cases, missed, hours):
        cases = [c for c in cases if c.kind != "unlabelled"]
        width = max(len(c.looks) for c in cases)
        shape = len(cases), width
        self.logits, self.delay = np.full(shape, -99.0, np.float32), np.zeros(shape, np.float32)
        elapsed = np.full(shape, 10 ** 6, np.int32)
        for i, c in enumerate(cases):
            n = len(c.looks)
            self.logits[i, :n], elapsed[i, :n], self.delay[i, :n] = c.logits, c.looks - c.start, c.at - c.reference
        self.last = np.array([c.logits[-1] for c in cases])
        self.step = np.searchsorted(UNTIL, elapsed, side="right").clip(max=len(UNTIL)).astype(np.int8)
        # The last look that is still hopeless: a flag raised before it is taken back.
        low = (self.logits < HOPELESS) & (elapsed < 10 ** 6)
        self.lost = np.where(low.any(1), width - 1 - low[:, ::-1].argmax(1), -1)
        self.positive = np.array([c.kind == "interruption" for c in cases])
        self.same = np.array([c.outcome == c.settled for c in cases])
        self.judged = np.array([c.outcome is not None for c in cases]) & self.positive
        self.total = self.positive.sum() + missed
        self.hours = hours

    def score(self, policy):
        need = np.array(policy.flag + (99.0,), np.float32)[self.step]
        over = self.logits >= need
        flagged = over.any(1)
        first = over.argmax(1)
        stands = flagged & (self.last >= policy.stands) & (self.lost < first)
        out = {}
        for when, chosen in (("first", flagged), ("final", stands)):
            t, f = (chosen & self.positive).sum(), (chosen & ~self.positive).sum()
            out[f"{when}_F1"], out[f"{when}_false"] = 2 * t / (t + f + self.total), f / self.hours
            out[f"{when}_TPR"] = t / self.total
        delays = self.delay[np.arange(len(first)), first][flagged & self.positive]
        out["p50"], out["p90"], out["safe_p50"] = np.quantile(delays, (0.5, 0.9, 0.53)) if len(delays) else (9,) * 3
        judged = flagged & self.judged
        out["outcome"] = (stands & self.same & judged).sum() / max(1, judged.sum())
        return out


# What the thresholds are tuned to stay below (above, for the outcome): in quiet and in noise. The delays have two
# peaks, so that somewhat more than half must come early for the median to be safely so.
LIMITS = (
    {"safe_p50": 0.49, "p90": 0.73, "first_false": 24.0, "final_false": 8.3},
    {"safe_p50": 0.54, "p90": 0.78, "first_false": 28.5, "final_false": 9.3},
)
OUTCOME = (0.935, 0.885)
# Where the search begins, and how far around it: the logits that flag, and the one that stands.
START = np.array([2.0, 3.0, 0.15, 0.7, 1.6, 0.8, 0.4, 1.2, 2.5, 1.4, 0.0])
AROUND = np.array([0.8] * len(UNTIL) + [0.3])


def cost(score, limits, outcome):
    over = sum(2 * max(0.0, score[k] / limits[k] - 1) for k in limits)
    return over + max(0.0, outcome - score["outcome"]) - score["final_F1"]


def policy_of(vector):
    rounded = [round(float(x), 2) for x in vector]
    return Policy(tuple(rounded[:-1]), rounded[-1])


def tune(tables, is_noisy, limits=None, seed=1, generations=50, size=50):
    """The policy of least cost over some tables, found by differential evolution."""
    rng = np.random.default_rng(seed)
    limits = LIMITS[is_noisy] | (limits or {})
    total = lambda v: sum(cost(t.score(policy_of(v)), limits, OUTCOME[is_noisy]) for t in tables)
    vectors = START + AROUND * rng.normal(0, 1, (size, len(START)))
    costs = np.array([total(v) for v in vectors])
    for _ in range(generations):
        for i in range(size):
            a, b = vectors[rng.choice(size, 2, replace=False)]
            best = vectors[np.argsort(costs)[rng.integers(max(2, size // 10))]]
            move = vectors[i] + rng.uniform(0.4, 0.9) * (best - vectors[i]) + rng.uniform(0.4, 0.9) * (a - b)
            chosen = rng.random(len(START)) < 0.7
            tried = np.where(chosen, move, vectors[i])
            if (value := total(tried)) < costs[i]:
                vectors[i], costs[i] = tried, value
    return policy_of(vectors[costs.argmin()])
