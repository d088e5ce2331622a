"""usage: train-interruptions TIMINGS [--heard DIR ...] [--weights OUT.swift] [--golden OUT.txt] [--seed N]

TIMINGS  conversations' timings, JSON lines, gzipped: {"id", "sides": [[[start, end, kind, act_end], ...], ...]}
--heard  a folder of rendered calls, call-K.json beside call-K.frames.csv as `interject analyze --format frames` gives it
Prints the tables of the cross-validation over conversations and the curve of delay against F1.
"""
import argparse

import numpy as np

from .calls import conversations, from_timing, heard
from .dataset import cases
from .export import write
from .fit import cross_validate, trained
from .golden import write_golden
from .policy import Table, tune


def line(name, score):
    return f"{name:24}" + " ".join(f"{k} {v:.3f}" if "false" not in k else f"{k} {v:.1f}" for k, v in score.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("timings")
    parser.add_argument("--heard", nargs="*", default=[])
    parser.add_argument("--weights")
    parser.add_argument("--golden")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    rows = conversations(options.timings)
    named = {"perfect": [from_timing(r) for r in rows], "degraded": [from_timing(r, rng) for r in rows]}
    named |= {folder: heard(folder) for folder in options.heard}
    sets = {name: (calls, *cases(calls)) for name, calls in named.items()}
    for name, (calls, found, missed) in sets.items():
        kinds = [c.kind for c in found]
        print(f"{name:24}", {k: kinds.count(k) for k in sorted(set(kinds))}, "missed", missed.sum(), flush=True)
    weighted = [(s, 1.0 if name in ("perfect", "degraded") else 2.0) for name, s in sets.items()]
    cross_validate(weighted, sets.values(), options.seed)
    tables = {name: Table(found, missed.sum(), sum(c.seconds for c in calls) / 3600)
              for name, (calls, found, missed) in sets.items()}
    tuned = [t for name, t in tables.items() if name != "degraded"]
    policy = tune(tuned)
    print(policy)
    for name, table in tables.items():
        print(line(name, table.score(policy)))
    for median in (0.30, 0.36, 0.42, 0.50, 0.60, 0.70, 0.80, 1.0):
        curve = tune(tuned, median=median, late=1.5 * median, start=policy)
        for name, table in tables.items():
            print(line(f"curve {median} {name}", table.score(curve)))
    if options.weights:
        folded = trained(weighted, seed=options.seed)
        write(options.weights, folded, policy)
        if options.golden:
            write_golden(options.golden, folded)


main()
