"""Calls to learn from: conversations' timings as they are, or rendered and heard."""
import gzip, json
from pathlib import Path

import numpy as np

from .activity import FRAME, Track, from_intervals, from_segments

# Seconds: the rest of the other's speech that makes an onset terminal, the one that an interruption needs, and the lead
# of the other up to which the holder comes back too late to hold back.
TERMINAL, INTERRUPTION, LEAD = 0.4, 0.5, 0.4
# Kinds that are neither right nor false when flagged.
OPEN = "unlabelled", "contested"


class Call:
    """Both parties' tracks, the reference onsets {onset, by, kind, outcome} and the acknowledgements.

    An onset that the reference has not is of the kind `elsewhere`.
    """

    def __init__(self, name, tracks, overlaps, backchannels, seconds, sides=None, elsewhere="stray"):
        self.name, self.tracks, self.overlaps = name, tracks, overlaps
        self.backchannels, self.seconds, self.sides, self.elsewhere = backchannels, seconds, sides, elsewhere


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
    for x, y in zip(a.tolist(), b.tolist()):
        for k, alone in ((0, x and not y), (1, y and not x)):
            run[k] = run[k] + 1 if alone else (run[k] if not (x or y) else 0)
            if run[k] >= 50:
                return ("floor_taken", "floor_kept")[k]
    return None


def annotated(row):
    """Both sides' units as (start, end, kind, act_end, claim, answers)."""
    claims = row.get("claims") or [[[-1.0, 0]] * len(side) for side in row["sides"]]
    return [[(*u, *c) for u, c in zip(side, of)] for side, of in zip(row["sides"], claims)]


def holder(sides, end, step=0.02):
    """Who holds the floor in each step: the last to have spoken alone for 1 s in speech that is no acknowledgement."""
    n = int(end / step) + 2
    claiming, loud = np.zeros((2, n), bool), np.zeros((2, n), bool)
    for party in (0, 1):
        for u in sides[party]:
            span = slice(round(u[0] / step), round(u[1] / step))
            loud[party, span] = True
            claiming[party, span] |= u[2] not in "ab"
    held, run, now, still = np.full(n, -1, np.int8), [0, 0], -1, 0
    quiet = ~loud.any(0)
    for i, (a, b) in enumerate(zip(*claiming.tolist())):
        held[i] = now
        still = still + 1 if quiet[i] else 0
        if still >= 150:
            run, now = [0, 0], -1
        elif a or b:
            run = [run[0] + 1 if a and not b else 0, run[1] + 1 if b and not a else 0]
        now = 0 if run[0] >= 50 else 1 if run[1] >= 50 else now
    return held


def said_from(own, i):
    """The end, the kind and the first claim of what a side says from a unit on, pauses of up to 0.3 s included."""
    last, kinds, claim = own[i][1], {own[i][2]}, own[i][4]
    for u in own[i + 1:]:
        if u[0] - last > 0.3:
            break
        last, claim = u[1], claim if claim >= 0 else u[4]
        kinds.add(u[2])
    return last, next(k for k in "s-ab" if k in kinds), claim


def overlaps(sides):
    """Every onset of one side while the other is speaking, after at least 0.3 s of its own silence."""
    out = []
    held = holder(sides, max((u[1] for s in sides for u in s), default=0))
    for by in (0, 1):
        own, other = sides[by], sides[1 - by]
        for i, (s, *_, answers) in enumerate(own):
            o = next((v for v in other if v[0] < s < v[1]), None)
            if o is None or i and s - own[i - 1][1] < 0.3:
                continue
            last, kind, claim = said_from(own, i)
            won, left, before = outcome(own, other, s), o[1] - s, own[i - 1] if i else None
            after = next((u[0] for u in own[i:] if u[0] >= last), 1e9)
            alone = (before is None or s - before[1] >= 1.0) and after - last >= 1.0
            holds = before is not None and held[int(s / 0.02)] == by
            if s - o[0] < 0.2 or holds and s - o[0] < LEAD:
                k = "simultaneous"
            elif kind == "-":
                k = "unlabelled"
            elif kind in "ab":
                k = ("unlabelled" if won == "floor_taken" else "acknowledgement" if last - s >= 1.0 else
                     "backchannel" if alone else "unlabelled")
            elif holds:
                unfinished = before[3] > before[1] + 0.1 and before[3] >= s
                k = "resumption" if o[2] in "ab" or unfinished else "unlabelled" if "-" in (o[2], before[2]) else "contested"
            elif left <= TERMINAL:
                k = "terminal"
            elif claim > s + 0.05 and o[1] - claim <= TERMINAL or answers or last - s < 0.5 and won != "floor_taken":
                k = "unlabelled"
            else:
                k = "interruption" if left >= INTERRUPTION else "unlabelled"
            out.append({"onset": s, "by": by, "kind": k, "own_end": last, "other_end": o[1], "outcome": won})
    return out


def backchannels(sides):
    """Acknowledgements with 1 s of own silence around, during the other's turn, its pauses included."""
    out = []
    held = holder(sides, max((u[1] for s in sides for u in s), default=0))
    for by in (0, 1):
        own, other = sides[by], sides[1 - by]
        for i, (s, e, kind, *_) in enumerate(own):
            if kind != "b" or held[int(s / 0.02)] == by:
                continue
            if i and s - own[i - 1][1] < 1.0 or i + 1 < len(own) and own[i + 1][0] - e < 1.0:
                continue
            if any(s - 2.0 < u[1] and u[0] < s for u in other) and any(u[1] > e and u[0] < e + 1.5 for u in other):
                where = "overlap" if any(u[0] < s < u[1] for u in other) else "pause"
                out.append({"start": s, "end": e, "by": by, "where": where})
    return out


def from_timing(row):
    """A conversation's timings as they are."""
    sides = annotated(row)
    seconds = max(u[1] for s in sides for u in s) + 2
    frames = round(seconds / FRAME)
    tracks = [Track(from_intervals([u[:2] for u in s], frames)) for s in sides]
    return Call(row["id"], tracks, overlaps(sides), backchannels(sides), seconds, sides=sides)


def from_engine(reference):
    """A rendered call: the JSON beside it, and `interject analyze --format frames` and `jsonl` of it."""
    ref = json.loads(Path(reference).read_text())
    p = np.loadtxt(reference.with_suffix(".frames.csv"), delimiter=",", skiprows=1)
    events = [json.loads(line) for line in reference.with_suffix(".jsonl").read_text().splitlines()]
    speech = [[(e["start"], e["end"]) for e in events if e["event"] == "speech" and e["party"] == party]
              for party in ("agent", "customer")]
    tracks = [Track(from_segments(speech[party], p[:, 1 + party])) for party in (0, 1)]
    return Call(ref["id"], tracks, ref["overlaps"], ref["backchannels"], ref["duration"],
                sides=[[[*u, "s", a] for u, a in zip(s, ends)] for s, ends in zip(ref["speech"], ref["act_end"])])


def heard(folder):
    """The rendered calls of a folder."""
    found = sorted(Path(folder).glob("call-*.json"))
    return [from_engine(f) for f in found]
