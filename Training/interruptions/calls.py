"""Calls to learn from: conversations' timings as they are, or rendered and heard."""
import gzip, json
from pathlib import Path

import numpy as np

from .activity import FRAME, Track, from_intervals, hysteresis

TERMINAL, INTERRUPTION = 0.3, 0.5


class Call:
    """Both parties' tracks, the reference onsets {onset, by, kind, outcome} and the acknowledgements."""

    def __init__(self, name, tracks, overlaps, backchannels, seconds, weight=1.0, sides=None):
        self.name, self.tracks, self.overlaps = name, tracks, overlaps
        self.backchannels, self.seconds, self.weight, self.sides = backchannels, seconds, weight, sides


def number(name):
    return int("".join(c for c in name if c.isdigit()))


def fold(name):
    """One of four parts of the train split, whole conversations each."""
    return number(name) // 2 % 5 - 1


def conversations(path, split="train"):
    """Conversations of a split: the report split is every fifth pair of numbers."""
    rows = [json.loads(line) for line in gzip.open(path, "rt")]
    return [r for r in rows if (number(r["id"]) // 2 % 5 == 0) == (split == "report")]


def outcome(own, other, t):
    """Who first speaks alone for 1 s within 5 s of t."""
    grid = np.arange(t, t + 5, 0.02)
    a, b = (np.zeros(len(grid), bool) for _ in range(2))
    for mask, side in ((a, own), (b, other)):
        for u in side:
            if u[1] > t and u[0] < t + 5:
                mask |= (u[0] <= grid) & (grid < u[1])
    run = [0, 0]
    for x, y in zip(a, b):
        for k, alone in ((0, x and not y), (1, y and not x)):
            run[k] = run[k] + 1 if alone else (run[k] if not (x or y) else 0)
            if run[k] >= 50:
                return ("floor_taken", "floor_kept")[k]
    return None


def overlaps(sides):
    """Every onset of one side while the other is speaking, after at least 0.3 s of its own silence."""
    out = []
    for by in (0, 1):
        own, other = sides[by], sides[1 - by]
        for i, (s, e, kind, _) in enumerate(own):
            if i and s - own[i - 1][1] < 0.3:
                continue
            o = next((u for u in other if u[0] < s < u[1]), None)
            if o is None or s - o[0] < 0.2:
                continue
            last = e
            for u in own[i + 1:]:
                if u[0] - last > 0.3:
                    break
                last, kind = u[1], "s" if u[2] == "s" else kind
            left = o[1] - s
            k = ("unlabelled" if kind == "-" else "backchannel" if kind == "b" else
                 "terminal" if left <= TERMINAL else "interruption" if left >= INTERRUPTION else "unlabelled")
            out.append({"onset": s, "by": by, "kind": k, "outcome": outcome(own, other, s)})
    return out


def backchannels(sides):
    """Acknowledgements with 1 s of own silence around, during the other's turn, its pauses included."""
    out = []
    for by in (0, 1):
        own, other = sides[by], sides[1 - by]
        for i, (s, e, kind, _) in enumerate(own):
            if kind != "b" or (i and s - own[i - 1][1] < 1.0) or (i + 1 < len(own) and own[i + 1][0] - e < 1.0):
                continue
            if any(s - 2.0 < u[1] and u[0] < s for u in other) and any(u[1] > e and u[0] < e + 1.5 for u in other):
                where = "overlap" if any(u[0] < s < u[1] for u in other) else "pause"
                out.append({"start": s, "end": e, "by": by, "where": where})
    return out


def from_timing(row):
    """A conversation's timings as they are."""
    sides = row["sides"]
    seconds = max(u[1] for s in sides for u in s) + 2
    frames = round(seconds / FRAME)
    tracks = [Track(from_intervals([u[:2] for u in s], frames)) for s in sides]
    return Call(row["id"], tracks, overlaps(sides), backchannels(sides), seconds, sides=sides)


def from_engine(reference, probabilities):
    """A rendered call: the JSON beside it, and `interject analyze --format frames` of it."""
    ref = json.loads(Path(reference).read_text())
    p = np.loadtxt(probabilities, delimiter=",", skiprows=1)
    tracks = [Track(hysteresis(p[:, 1 + party])) for party in (0, 1)]
    return Call(ref["id"], tracks, ref["overlaps"], ref["backchannels"], ref["duration"],
                sides=[[[*u, "s", a] for u, a in zip(s, ends)] for s, ends in zip(ref["speech"], ref["act_end"])])


def heard(folder):
    """The rendered calls of a folder."""
    found = sorted(Path(folder).glob("call-*.json"))
    return [from_engine(f, f.with_suffix(".frames.csv")) for f in found]
