"""From logits to flags, retractions and resolutions: scores as the bench counts them, and the search for thresholds."""
from collections import Counter
from dataclasses import dataclass

import numpy as np

from .calls import OPEN

UNTIL = (44, 50, 57, 64, 70, 76, 85, 100, 150, 500)     # frames after the onset at which a threshold ends
HOPELESS = -2.5            # logit below which a flag is taken back at once
LEAST = -2.0               # no threshold is searched for below
TERMINAL = 40              # frames: the rest of the other's speech with which no flag stands
AGREEMENT = 250            # frames of speech in one go: what lasts longer and does not get the floor is no agreement


@dataclass(frozen=True)
class Policy:
    flag: tuple                # logit that flags, up to each of UNTIL
    taken: float               # logit that a flag needs when the floor has been taken
    stands: float              # logit that it needs when it has not


class Table:
    """The cases of one set of calls as arrays, a row each, padded at the end."""

    def __init__(self, cases, missed, hours):
        self.count = Counter(c.kind for c in cases)
        self.taken_count = sum(c.outcome == "floor_taken" and c.kind == "interruption" for c in cases)
        self.total = self.count["interruption"] + missed
        # What is never likely is never flagged.
        cases = [c for c in cases if not c.holds and c.logits.max() > LEAST]
        width = max(len(c.looks) for c in cases)
        shape = len(cases), width
        self.logits, self.delay = np.full(shape, -99.0, np.float32), np.zeros(shape, np.float32)
        elapsed = np.full(shape, 10 ** 6, np.int32)
        for i, c in enumerate(cases):
            n = len(c.looks)
            self.delay[i, :n], elapsed[i, :n] = c.at - c.reference, c.looks - c.start
            self.logits[i, :n] = c.logits
        self.last = np.array([c.final if c.rest > TERMINAL else -99.0 for c in cases])
        self.step = np.searchsorted(UNTIL, elapsed, side="right").clip(max=len(UNTIL)).astype(np.int8)
        # The last look that is still hopeless: a flag raised before it is taken back.
        low = (self.logits < HOPELESS) & (elapsed < 10 ** 6)
        self.lost = np.where(low.any(1), width - 1 - low[:, ::-1].argmax(1), -1)
        self.kinds = np.array([c.kind for c in cases])
        self.positive = self.kinds == "interruption"
        self.open = np.isin(self.kinds, OPEN)
        self.settled_taken = np.array([c.settled == "floor_taken" for c in cases])
        self.taken = np.array([c.outcome == "floor_taken" for c in cases]) & self.positive
        self.same = np.array([c.outcome == c.settled for c in cases])
        self.judged = np.array([c.outcome is not None for c in cases]) & self.positive
        self.hours = hours

    def score(self, policy):
        need = np.array(policy.flag + (99.0,), np.float32)[self.step]
        over = self.logits >= need
        flagged = over.any(1)
        first = over.argmax(1)
        stands = flagged & (self.last >= np.where(self.settled_taken, policy.taken, policy.stands)) & (self.lost < first)
        out, wrong = {}, ~self.positive & ~self.open
        for when, chosen in (("first", flagged), ("final", stands)):
            t, f = (chosen & self.positive).sum(), (chosen & wrong).sum()
            out[f"{when}_F1"], out[f"{when}_false"] = 2 * t / (t + f + self.total), f / self.hours
            out[f"{when}_TPR"] = t / self.total
            out[f"{when}_unscored"] = (chosen & self.open).sum() / self.hours
            for name, kinds in (("resumption", ("resumption", "simultaneous")), ("ack", ("acknowledgement",)), ("bc", ("backchannel",))):
                out[f"{when}_{name}"] = chosen[np.isin(self.kinds, kinds)].sum() / max(1, sum(self.count[k] for k in kinds))
        delays = self.delay[np.arange(len(first)), first][flagged & self.positive]
        out["p50"], out["p90"] = np.quantile(delays, (0.5, 0.9)) if len(delays) else (9, 9)
        headline = stands & self.settled_taken & ~self.open & ~(self.positive & ~self.judged)
        right = (headline & self.taken).sum()
        out["taken_P"], out["taken_R"] = right / max(1, headline.sum()), right / max(1, self.taken_count)
        out["outcome"] = (stands & self.same & self.judged).sum() / max(1, (stands & self.judged).sum())
        gone = flagged & ~stands & ~self.open
        out["rightly_gone"] = (gone & ~self.positive).sum() / max(1, gone.sum())
        return out


# What is aimed at in quiet and in noise, and what one unit beyond it costs: at most, then at least.
AT_MOST = {
    "p50": (0.60, 0.62, 2.0), "p90": (0.82, 0.86, 1.0), "first_false": (14.0, 15.0, 0.02), "final_false": (3.4, 4.5, 0.05),
    "final_ack": (0.27, 0.29, 0.5), "final_bc": (0.02, 0.02, 1.0), "first_resumption": (0.025, 0.03, 2.0),
    "final_resumption": (0.008, 0.015, 4.0),
}
AT_LEAST = {"taken_P": (0.94, 0.90, 1.0), "taken_R": (0.90, 0.85, 0.7), "rightly_gone": (0.78, 0.78, 0.3)}
# Where the search begins, and how far around it: the logits that flag, and those that stand.
START = np.array([2.0, 1.5, 0.5, 0.0, -0.3, -0.5, -0.7, -0.5, 0.0, 0.0, -0.3, -0.3])
AROUND = np.array([0.8] * len(UNTIL) + [0.5, 0.5])


def cost(score, is_noisy):
    over = sum(weight * max(0.0, score[k] - (quiet, noisy)[is_noisy]) for k, (quiet, noisy, weight) in AT_MOST.items())
    under = sum(weight * max(0.0, (quiet, noisy)[is_noisy] - score[k]) for k, (quiet, noisy, weight) in AT_LEAST.items())
    return over + under - score["final_F1"] - 0.5 * score["first_F1"]


def policy_of(vector):
    rounded = [round(max(LEAST, float(x)), 2) for x in vector]
    return Policy(tuple(rounded[:-2]), *rounded[-2:])


def tune(tables, is_noisy, limits=None, seed=1, generations=40, size=40):
    """The policy of least cost over some tables, found by differential evolution; limits are upper ones, as in AT_MOST."""
    rng = np.random.default_rng(seed)

    def total(vector):
        scores = [t.score(policy_of(vector)) for t in tables]
        return sum(cost(s, is_noisy) + sum(2 * max(0.0, s[k] - v) for k, v in (limits or {}).items()) for s in scores)

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
