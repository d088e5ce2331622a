"""From logits to flags, retractions and resolutions: scores as the bench counts them, and the search for thresholds."""
from dataclasses import dataclass, replace

import numpy as np

UNTIL = (30, 38, 44, 50, 60, 70, 100, 500)     # frames after the onset at which a threshold ends


@dataclass(frozen=True)
class Policy:
    flag: tuple                # logit that flags, up to each of UNTIL
    stands: float              # logit that a flag needs when the floor settles
    hopeless: float = -3.0     # logit below which a flag is taken back at once


class Table:
    """The cases of one set of calls as arrays, a row each, padded at the end."""

    def __init__(self, cases, missed, hours, picks=None):
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

    def score(self, policy):
        need = np.array(policy.flag + (99.0,))[self.step]
        over = self.logits >= need
        flagged = over.any(1)
        first = over.argmax(1)
        after = np.arange(over.shape[1]) >= first[:, None]
        low = ((self.logits < policy.hopeless) & after & (self.elapsed < 10 ** 6)).any(1)
        stands = flagged & (self.last >= policy.stands) & ~low
        out = {}
        for when, chosen in (("first", flagged), ("final", stands)):
            t, f = (chosen & self.positive).sum(), (chosen & ~self.positive).sum()
            out[f"{when}_F1"], out[f"{when}_false"] = 2 * t / (t + f + self.total), f / self.hours
            out[f"{when}_TPR"] = t / self.total
        delays = self.delay[np.arange(len(first)), first][flagged & self.positive]
        out["p50"], out["p90"] = np.quantile(delays, (0.5, 0.9)) if len(delays) else (9, 9)
        judged = flagged & self.judged
        out["outcome"] = (stands & self.same & judged).sum() / max(1, judged.sum())
        return out


def cost(score, median, late, first, final):
    over = lambda value, most: max(0.0, value / most - 1)
    return -score["final_F1"] + 2 * over(score["p50"], median) + 2 * over(score["p90"], late) \
        + 0.5 * over(score["first_false"], first) + 0.5 * over(score["final_false"], final)


def tune(tables, median=0.46, late=0.70, first=20.0, final=6.5, rounds=3, start=None):
    """The policy of least cost over the tables, one threshold after the other."""
    policy = start or Policy(flag=(2.5, 2.0, 1.0, 0.5, 0.5, 0.5, 1.0, 1.5), stands=0.3)
    total = lambda p: sum(cost(t.score(p), median, late, first, final) for t in tables)
    best = total(policy)
    for step in (0.8, 0.4, 0.2):
        for _ in range(rounds):
            improved = False
            for k in range(len(UNTIL) + 1):
                for d in (-2 * step, -step, step, 2 * step):
                    trial = replace(policy, stands=policy.stands + d) if k == len(UNTIL) else \
                        replace(policy, flag=tuple(v + d * (i == k) for i, v in enumerate(policy.flag)))
                    if (value := total(trial)) < best - 1e-5:
                        best, policy, improved = value, trial, True
            if not improved:
                break
    return policy
