"""usage: train-interruptions TIMINGS [--heard quiet|noisy|other:DIR ...] [--judged LABELS.json FOLDER] [--weights FOLDER] [--golden OUT.txt] [--seed N]

TIMINGS    conversations' timings, JSON lines, gzipped: {"id", "sides": [[[start, end, kind, act_end], ...], ...]}
--heard    a folder of rendered calls, call-K.json beside call-K.frames.csv and call-K.jsonl as `interject analyze` gives them;
           thresholds are tuned to the quiet and to the noisy ones, the others are only learned from
--judged   labels of `interject review --answers FILE... --format json`, and a folder with NAME.frames.csv and NAME.jsonl of the
           recordings that they judge: only learned from
--weights  where InterruptionWeights.swift and BackchannelWeights.swift go
--golden   scripted scenes with their evidence and logits, for the tests
Prints the cross-validation over conversations and the curve of delay against F1, as Markdown tables.
"""
import argparse
from pathlib import Path

from . import credit, export, fit
from .calls import conversations, from_timing, heard
from .dataset import cases
from .golden import write_golden
from .judged import judged
from .policy import Table, tune

CURVE = (0.40, 0.45, 0.50, 0.60, 0.75)
SHOWN = ("first_F1", "first_false", "final_F1", "final_false", "p50", "p90", "outcome")


def row(name, score):
    cells = [f"{score[k]:.1f}" if k.endswith("false") else f"{score[k]:.3f}" for k in SHOWN]
    return f"| {name} | " + " | ".join(cells) + " |"


def header(first):
    return f"| {first} | " + " | ".join(SHOWN) + " |\n| --- |" + " --- |" * len(SHOWN)


def table(sets, names):
    """The cases of some sets as one table."""
    found = [c for name in names for c in sets[name][1]]
    missed = sum(sets[name][2].sum() for name in names)
    return Table(found, missed, sum(c.seconds for name in names for c in sets[name][0]) / 3600)


def decide(sets, kinds, seed):
    """The policies for quiet and for noise, with the tables of what they and other delays give."""
    quiet = [name for name, kind in kinds.items() if kind == "quiet"] or ["perfect"]
    noisy = [name for name, kind in kinds.items() if kind == "noisy"] or ["perfect"]
    tables = [table(sets, quiet)], [table(sets, [name]) for name in noisy]
    policies = [tune(t, is_noisy, seed=seed) for is_noisy, t in enumerate(tables)]
    print(*policies, sep="\n", flush=True)
    print(header("calls"))
    for name in sets:
        print(row(name, table(sets, [name]).score(policies[kinds.get(name, "quiet") != "quiet"])), flush=True)
    print(header("median allowed, calls"))
    perfect = table(sets, ["perfect"])
    for median in CURVE:
        for is_noisy, names, of in ((0, ["heard, quiet"], tables[0]), (1, noisy, tables[1])):
            policy = tune(of, is_noisy, {"p50": median, "p90": 1.5 * median}, seed, generations=25, size=30)
            if not is_noisy:
                print(row(f"{median:.2f}, perfect", perfect.score(policy)), flush=True)
            for name, of_name in zip(names, of):
                print(row(f"{median:.2f}, {name}", of_name.score(policy)), flush=True)
    return policies


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("timings")
    parser.add_argument("--heard", nargs="*", default=[])
    parser.add_argument("--judged", nargs=2, metavar=("LABELS", "FOLDER"))
    parser.add_argument("--weights")
    parser.add_argument("--golden")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    calls = {"perfect": [from_timing(r) for r in conversations(options.timings)]}
    kinds = {}
    for argument in options.heard:
        kind, folder = argument.split(":", 1)
        name = Path(folder).name
        calls[name], kinds[name] = heard(folder), kind

    sets = {name: (c, *cases(c)) for name, c in calls.items()}
    # What is judged in part serves to learn from, and says nothing of false flags an hour.
    by_ear = {}
    if options.judged:
        found = judged(*options.judged)
        by_ear["by ear"] = (found, *cases(found))
    for name, (_, found, missed) in (sets | by_ear).items():
        counts = [c.kind for c in found]
        print(name, {k: counts.count(k) for k in sorted(set(counts))}, "missed", missed.sum(), flush=True)
    weighted = [(s, 1.0 if name == "perfect" else 2.0) for name, s in (sets | by_ear).items()]
    fit.cross_validate(weighted, (sets | by_ear).values(), options.seed)
    for name, (_, found, _) in by_ear.items():
        shown = [c for c in found if c.kind in ("interruption", "none") and not c.holds]
        for kind in ("interruption", "none"):
            own = [c.final for c in shown if c.kind == kind]
            print(f"{name}: {kind}, {len(own)}, last logit {sum(own) / max(1, len(own)):+.2f} in the mean", flush=True)
    policies = decide(sets, kinds, options.seed)

    shorts = {name: credit.shorts_of(c) for name, c in calls.items()}
    credit.cross_validate(shorts, calls, kinds, options.seed)
    needed = credit.tune({name: shorts[name] for name, kind in kinds.items() if kind != "other"} or shorts)
    print("backchannel thresholds inside, in pauses:", needed)
    print("| calls | rule's precision | precision | recall in overlap | recall in pauses |\n| --- | --- | --- | --- | --- |")
    for name, found in shorts.items():
        print(f"| {name} | " + " | ".join(f"{v:.3f}" for v in credit.score(found, needed)) + " |", flush=True)

    if options.weights:
        network, last = fit.trained(weighted, seed=options.seed), fit.trained_last(weighted, seed=options.seed)
        backchannels = credit.trained(shorts, calls, kinds, lambda name: True, options.seed)
        weights = Path(options.weights)
        (weights / "InterruptionWeights.swift").write_text(export.interruptions(network, last, *policies))
        (weights / "BackchannelWeights.swift").write_text(export.backchannels(backchannels, needed))
        if options.golden:
            write_golden(options.golden, network, last, backchannels)


if __name__ == "__main__":
    main()
