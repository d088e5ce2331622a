"""usage: train-words TIMINGS WORDS INTERRUPTION_WEIGHTS [--weights FOLDER] [--golden OUT.txt] [--report] [--cache FILE] [--seed N]

TIMINGS               conversations' timings, as train-interruptions takes them
WORDS                 the times of their words, JSON lines, gzipped: {"id", "sides": [[[start, end, kind], ...], ...]}; kind 1
                      acknowledges, 2 appraises, 0 is any other
INTERRUPTION_WEIGHTS  InterruptionWeights.swift: which flags there are
--weights             where WordWeights.swift goes
--golden              inputs and logits for the tests
--report              prints what the report split gives, by which nothing may be chosen
--cache               keeps the cases of the timings
Fits on the train split only: the odds of timing there come from networks that have not seen the conversation. A word counts half a
second after its end. In half of the cases one word in three is wrong or missing. Prints a Markdown table.
"""
import argparse, gzip, json, pickle, re
from pathlib import Path

import numpy as np

from . import fit
from .calls import OPEN, conversations, fold, from_timing
from .dataset import cases
from .evidence import INPUTS
from .export import block, literal, source
from .network import fit as fitted, logits
from .policy import HOPELESS, TERMINAL

DELAY, SLACK, MOST = 0.5, 0.1, 40      # LastJudgement.swift, SpokenWords.swift
WRONG = 1 / 3
FOLDS, MEMBERS = 4, 3
NETWORK = {"hidden": 24, "epochs": 24, "rate": 8e-3, "decay": 0.5, "batch": 512}
KEPT_WEIGHT, KEPT_PRECISION = 1.5, 0.765
LONGEST = 2.0                          # seconds: what is longer counts as that
LENGTH, REST = INPUTS.index(("own_chain", LONGEST)), INPUTS.index(("other_rest", LONGEST))


def inputs(logit, said, heard, taken, kept, length, rest):
    """The network's inputs; said: (is listed, start after the onset) of each word. WordOdds.swift has the same."""
    length, rest = min(length, LONGEST), min(rest, LONGEST)
    listed = [k for k, _ in said]
    n, u = len(listed), listed.count(False)
    go = [k for k, start in said if start <= length + 0.05]
    first = next((i for i, k in enumerate(listed) if not k), n)
    return [
        logit, float(taken), float(kept), min(length, 0.5), min(length, 1), length, min(rest, 1), rest,
        min(n, 1), min(n, 3), min(n, 8), min(n - u, 1), min(n - u, 3), min(u, 1), min(u, 2), min(u, 4), min(u, 8),
        min(go.count(False), 1), min(go.count(False), 2), min(go.count(False), 4), min(go.count(True), 1), min(go.count(True), 3),
        float(n > 0 and listed[0]), min(first, 3), float(n == 0), u / max(n, 1), listed[:3].count(False), min(max(heard, 0), 3),
    ]


def said(words, onset, known, rng=None):
    """Which words since an onset are listed, as far as known by then; with a generator some are wrong or missing."""
    found = []
    for start, end, kind in words[np.searchsorted(words[:, 0], onset - SLACK):]:
        if start >= known or len(found) == MOST:
            break
        if end > known:
            continue
        listed = kind > 0
        if rng is not None and rng.random() < WRONG:
            if rng.random() < 0.5:
                continue
            listed = rng.random() < (0.25 if listed else 1 / 6)
        found.append((bool(listed), start - onset))
    return found


class Swift:
    """The networks and thresholds of InterruptionWeights.swift."""

    def __init__(self, path):
        self.text = Path(path).read_text()
        self.classifier, self.last = self.network("classifier"), self.network("last")
        until = re.findall(r"until: (\d+), logit: (-?[\d.]+)", self.text.split("static let flagged:")[1].split("]\n")[0])
        self.until = np.array([int(u) for u, _ in until])
        self.need = np.array([float(n) for _, n in until] + [99.0])
        self.stands = [float(v) for v in re.search(r"let stands: .*? = \((.*?), (.*?)\)", self.text).groups()]

    def network(self, name):
        text = self.text.split(f"static let {name} = ")[1]
        numbers = lambda key: np.array(re.search(key + r": \[(.*?)\]", text, re.S)[1].replace("\n", " ").replace(" ", "").strip(",").split(","), float)
        b, v = numbers("biases"), numbers("output")
        return numbers("hidden").reshape(len(b), -1), b, v, float(re.search(r"bias: (-?[\d.e-]+)\)", text)[1])

    def flag(self, case):
        """0: never flagged, 1: flagged until the floor settled, 2: given up before."""
        elapsed = case.looks - case.start
        over = case.logits >= self.need[np.searchsorted(self.until, elapsed, side="right").clip(max=len(self.until))]
        if not over.any():
            return 0
        return 2 if (case.logits[over.argmax():-1] < HOPELESS).any() else 1


def gathered(timings, swift, seed):
    """The cases of both splits, with the logits of timing; on the train split of networks that have not seen the conversation."""
    out = {}
    for split in ("train", "report"):
        calls = [from_timing(r) for r in conversations(timings, split)]
        found, _ = cases(calls)
        for c in found:
            c.logits, c.final = logits(swift.classifier, c.rows), logits(swift.last, c.rows[-1:])[0]
        if split == "train":
            for k in range(FOLDS):
                last = fit.trained_last([((calls, found, None), 1.0)], lambda name: fold(name) != k, seed)
                for c in found:
                    if fold(calls[c.call].name) == k:
                        c.final = logits(last, c.rows[-1:])[0]
        out[split] = [c.name for c in calls], [c.seconds for c in calls], found
    return out


class Onsets:
    """The onsets of a split by who does not hold the floor, when it has settled or so long after the onset."""

    def __init__(self, split, words, swift, seed, wrong=False, at=None):
        names, seconds, found = split
        rng = np.random.default_rng(seed) if wrong else None
        found = [c for c in found if not c.holds]
        self.hours = sum(seconds) / 3600
        self.kinds = np.array([c.kind for c in found])
        self.positive, self.open = self.kinds == "interruption", np.isin(self.kinds, OPEN)
        self.folds = np.array([fold(names[c.call]) for c in found])
        self.taken = np.array([c.settled == "floor_taken" for c in found])
        self.unfinished = np.array([c.rest > TERMINAL for c in found])
        self.flags = np.array([swift.flag(c) for c in found])
        rows = []
        for c in found:
            look = len(c.looks) - 1 if at is None else max(0, np.searchsorted(c.at, c.start / 100 + at + 1e-6, side="right") - 1)
            settled, known = look == len(c.looks) - 1, c.at[look] - DELAY
            rows.append(inputs(
                c.final if settled else c.logits[look], said(words[names[c.call]][c.party], c.reference, known, rng),
                known - c.reference, settled and c.settled == "floor_taken", settled and c.settled == "floor_kept",
                c.rows[look][LENGTH], c.rows[look][REST]))
        self.rows = np.array(rows)

    def stands(self, score, stands, raises):
        need = np.where(self.taken, stands[0], stands[1])
        more = np.where(self.taken, raises[0], raises[1])
        return self.unfinished & ((self.flags == 1) & (score >= need) | (self.flags == 0) & (score >= more))

    def score(self, chosen):
        right, wrong = chosen & self.positive, chosen & ~self.positive & ~self.open
        kept = ~self.taken
        return {
            "F1": 2 * right.sum() / (right.sum() + wrong.sum() + self.positive.sum()),
            "precision": right.sum() / max(1, (right | wrong).sum()), "recall": right.sum() / self.positive.sum(),
            "false an hour": wrong.sum() / self.hours, "kept": int(((right | wrong) & kept).sum()),
            "precision of kept": (right & kept).sum() / max(1, ((right | wrong) & kept).sum()),
            "acknowledgements": (chosen & (self.kinds == "acknowledgement")).sum() / max(1, (self.kinds == "acknowledgement").sum()),
        }


def trained(of, seed, chosen):
    """The network: the mean of some, on onsets with all words and with some wrong."""
    rows, labels, weights = [], [], []
    for onsets in of:
        m = chosen(onsets) & ~onsets.open
        rows.append(onsets.rows[m])
        labels.append(onsets.positive[m].astype(float))
        weights.append(np.where(onsets.taken[m], 1.0, KEPT_WEIGHT))
    rows, labels, weights = (np.concatenate(v) for v in (rows, labels, weights))
    return fit.mean([fitted(rows, labels, weights, seed + i, **NETWORK) for i in range(MEMBERS)])


def best_alone(onsets):
    """Thresholds on timing alone with the best F1, as fair a rival as can be."""
    grid, timing, never = np.arange(-2, 2, 0.125), onsets.rows[:, 0], (99.0, 99.0)
    return max(((a, b) for a in grid for b in grid), key=lambda s: onsets.score(onsets.stands(timing, s, never))["F1"])


def tuned(onsets, score):
    """Thresholds with words: of flags by outcome, and of what was never flagged and took the floor."""
    never = 99.0
    f1 = lambda s, r: onsets.score(onsets.stands(score, s, r))["F1"]
    grid = np.arange(-2, 2, 0.125)
    kept = next(b for b in np.arange(-1.5, 3, 0.0625)
                if onsets.score(onsets.stands(score, (-1.0, b), (never, never)))["precision of kept"] >= KEPT_PRECISION)
    taken = max(grid, key=lambda a: f1((a, kept), (never, never)))
    raised = max(grid, key=lambda a: f1((taken, kept), (a, never)))
    return (float(taken), float(kept)), (float(max(raised, taken)), never)


def row(name, score):
    return f"| {name} | " + " | ".join(f"{v:.3f}" if isinstance(v, float) else str(v) for v in score.values()) + " |"


def write(folder, network, stands, raises):
    w, b, v, c = network
    body = f"""  /// The weights of each unit, one input after the other.
  static let hidden: [Float] = [
{block(w.ravel())}
  ]
  static let biases: [Float] = [
{block(b)}
  ]
  static let output: [Float] = [
{block(v)}
  ]
  static let bias: Float = {literal(c)}

  /// The logits that a flag needs to stand, where the floor was taken and where not.
  static let stands: (taken: Float, kept: Float) = ({literal(stands[0])}, {literal(stands[1])})
  /// The logits with which an onset is an interruption that was not flagged.
  static let raises: (taken: Float, kept: Float) = ({literal(raises[0])}, {literal(raises[1])})
"""
    text = source("WordWeights", "What the recipe has learned about words over the other's speech.", body)
    (Path(folder) / "WordWeights.swift").write_text(text.replace("train-interruptions", "train-words"))


def write_golden(path, network):
    """A line each: logit, heard, taken, kept, length, rest, then l or o and the start of each word; then the answer."""
    rng = np.random.default_rng(3)
    lines = ["# Written by Training/train-words: timing, heard, outcome, length, rest, words, logit"]
    for i in range(40):
        words = [(bool(rng.random() < 0.5), round(float(0.3 * k + 0.1 * rng.random()), 2)) for k in range(i % 9)]
        timing, heard, length, rest = (round(float(v), 2) for v in rng.uniform((-4, 0, 0.2, 0.4), (4, 4, 4, 4)))
        taken, kept = i % 3 == 0, i % 3 == 1
        x = np.array([inputs(timing, words, heard, taken, kept, length, rest)])
        text = " ".join(f"{'l' if k else 'o'}{start}" for k, start in words) or "-"
        lines.append(f"{timing} {heard} {('taken', 'kept', 'unknown')[i % 3]} {length} {rest} {text} {logits(network, x)[0]:.4f}")
    Path(path).write_text("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("timings", "words", "interruptions"):
        parser.add_argument(name)
    for name in ("--weights", "--golden", "--cache"):
        parser.add_argument(name)
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    swift = Swift(options.interruptions)
    if options.cache and Path(options.cache).exists():
        splits = pickle.loads(Path(options.cache).read_bytes())
    else:
        splits = gathered(options.timings, swift, options.seed)
        if options.cache:
            Path(options.cache).write_bytes(pickle.dumps(splits))
    rows = map(json.loads, gzip.open(options.words, "rt"))
    words = {r["id"]: [np.array(side, float).reshape(-1, 3) for side in r["sides"]] for r in rows}

    of = [Onsets(splits["train"], words, swift, options.seed, wrong) for wrong in (False, True)]
    scores = [np.zeros(len(onsets.rows)) for onsets in of]
    for k in range(FOLDS):
        folded = trained(of, options.seed, lambda onsets: onsets.folds != k)
        for onsets, score in zip(of, scores):
            score[onsets.folds == k] = logits(folded, onsets.rows[onsets.folds == k])
    alone = best_alone(of[0])
    stands, raises = tuned(of[0], scores[0])
    print("timing as it is", swift.stands, "timing at its best", alone, "with words", stands, raises)
    network = trained(of, options.seed, lambda onsets: onsets.folds > -9)
    never = (99.0, 99.0)

    def table(name, of, scores):
        timing = of[0].rows[:, 0]
        print(f"\n| {name} | " + " | ".join(of[0].score(of[0].taken)) + " |\n| --- |" + " --- |" * 7)
        print(row("timing", of[0].score(of[0].stands(timing, swift.stands, never))))
        print(row("timing, thresholds of best F1", of[0].score(of[0].stands(timing, alone, never))))
        for title, onsets, score in zip(("words", "one word in three wrong or missing"), of, scores):
            print(row(title, onsets.score(onsets.stands(score, stands, raises))), flush=True)

    table("held out", of, scores)
    if options.weights:
        write(options.weights, network, stands, raises)
    if options.golden:
        write_golden(options.golden, network)
    if options.report:
        told = [Onsets(splits["report"], words, swift, options.seed + 1, wrong) for wrong in (False, True)]
        table("report", told, [logits(network, onsets.rows) for onsets in told])


if __name__ == "__main__":
    main()
