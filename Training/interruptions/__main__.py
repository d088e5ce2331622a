"""usage: train-interruptions TIMINGS [--heard quiet|noisy:DIR ...] [--weights FOLDER] [--golden OUT.txt] [--seed N]

TIMINGS    conversations' timings, JSON lines, gzipped: {"id", "sides": [[[start, end, kind, act_end], ...], ...]}
--heard    a folder of rendered calls, call-K.json beside call-K.frames.csv as `interject analyze --format frames` gives it
--weights  where InterruptionWeights.swift and BackchannelWeights.swift go
--golden   scripted scenes with their evidence and logits, for the tests
Prints the cross-validation over conversations and the curve of delay against F1, as Markdown tables.
"""
import argparse
from pathlib import Path

import numpy as np

from . import credit, export, fit
from .calls import conversations, from_timing, heard
from .dataset import cases
from .golden import write_golden
from .policy import Table, tune

SHOWN = ("first_F1", "first_false", "final_F1", "final_false", "p50", "p90", "outcome")


def row(name, score):
    cells = [f"{score[k]:.1f}" if k.endswith("false") else f"{score[k]:.3f}" for k in SHOWN]
    return f"| {name} | " + " | ".join(cells) + " |"


def header(first):
    return f"| {first} | " + " | ".join(SHOWN) + " |\n| --- |" + " --- |" * len(SHOWN)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("timings")
    parser.add_argument("--heard", nargs="*", default=[])
    parser.add_argument("--weights")
    parser.add_argument("--golden")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    conversation = conversations(options.timings)
    calls = {"perfect": [from_timing(r) for r in conversation], "degraded": [from_timing(r, rng) for r in conversation]}
    noisy = {}
    for argument in options.heard:
        kind, folder = argument.split(":", 1)
        name = Path(folder).name
        calls[name], noisy[name] = heard(folder), kind == "noisy"

    sets = {name: (c, *cases(c)) for name, c in calls.items()}
    for name, (_, found, missed) in sets.items():
        kinds = [c.kind for c in found]
        print(name, {k: kinds.count(k) for k in sorted(set(kinds))}, "missed", missed.sum(), flush=True)
    weighted = [(s, 2.0 if name in noisy else 1.0) for name, s in sets.items()]
    fit.cross_validate(weighted, sets.values(), options.seed)
    def table(names):
        found = [c for name in names for c in sets[name][1]]
        missed = sum(sets[name][2].sum() for name in names)
        return Table(found, missed, sum(c.seconds for name in names for c in calls[name]) / 3600)

    quiet = [name for name, noise in noisy.items() if not noise] or ["perfect"]
    loud = [name for name, noise in noisy.items() if noise] or ["degraded"]
    pairs = [(table(quiet), False), (table(loud), True)]
    shown = {"perfect": table(["perfect"]), "heard, quiet": pairs[0][0], "heard, noisy": pairs[1][0]}
    policy = tune(pairs)
    print(policy, flush=True)
    print(header("calls"))
    for name in sets:
        print(row(name, table([name]).score(policy, noisy.get(name, False))), flush=True)
    print(header("median allowed, calls"))
    for median in (0.40, 0.45, 0.50, 0.60, 0.70, 0.85):
        curve = tune(pairs, {"p54": (median, median + 0.05), "p90": (1.5 * median, 1.5 * median + 0.05)})
        for name, cases_of in shown.items():
            print(row(f"{median:.2f}, {name}", cases_of.score(curve, name == "heard, noisy")), flush=True)

    shorts = {name: credit.shorts_of(c) for name, c in calls.items()}
    credit.cross_validate(shorts, calls, noisy, options.seed)
    needed = credit.tune({name: shorts[name] for name in noisy or ("perfect",)})
    print("backchannel thresholds inside, in pauses:", needed)
    print("| calls | rule's precision | precision | recall in overlap | recall in pauses |\n| --- | --- | --- | --- | --- |")
    for name, found in shorts.items():
        print(f"| {name} | " + " | ".join(f"{v:.3f}" for v in credit.score(found, needed)) + " |", flush=True)

    if options.weights:
        network = fit.trained(weighted, seed=options.seed)
        backchannels = credit.trained(shorts, calls, noisy, lambda name: True, options.seed)
        export.write(Path(options.weights), network, policy, backchannels, needed)
        if options.golden:
            write_golden(options.golden, network, backchannels)


if __name__ == "__main__":
    main()
