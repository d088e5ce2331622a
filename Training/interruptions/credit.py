"""Short isolated speech during the other's turn and the evidence about it (BackchannelEvidence.swift)."""
from dataclasses import dataclass

import numpy as np

from .calls import fold
from .evidence import BACKGROUND, SHORT, background, capped, talk_before
from .network import fit, logits

FOLDS, HIDDEN = 4, 10
RECALLS = 0.84, 0.85      # in overlap and in pauses, in the worst set
SILENCE, AFTER, RESUME = 100, 200, 150     # frames: backchannelSilence, backchannelAfter, backchannelResume

# In frames; the order is that of BackchannelEvidence.
EVIDENCE = BACKGROUND + ["length", "gap", "lead", "resumed", "other_talk"]

INPUTS = [
    ("length", 0.2), ("length", 0.4), ("length", 0.6), ("length", 1.0),
    ("gap", 0.2), ("gap", 0.6), ("gap", 2.0), ("lead", 0.3), ("lead", 1.0),
    ("resumed", 0.2), ("resumed", 0.6), ("resumed", 1.5), ("other_talk", 1.0), ("other_talk", 3.0),
    ("own_silence", 2.0), ("own_silence", 5.0), ("own_silence", 10.0), ("own_previous", 1.0), ("own_previous", 3.0),
    ("other_length", 1.0), ("other_length", 3.0), ("other_pause", 0.5), ("other_pause", 2.0),
    ("own_talk_10", 10.0), ("other_talk_10", 10.0), ("own_talk_30", 30.0), ("other_talk_30", 30.0),
    ("own_short", 5.0), ("other_short", 5.0), ("own_short_length", 1.0),
]


def inputs(rows):
    return capped(rows, EVIDENCE, INPUTS)


@dataclass
class Short:
    call: int
    party: int
    start: int
    is_credit: bool
    where: str
    row: np.ndarray
    logit: float = 0.0

    @property
    def is_inside(self):
        return self.row[EVIDENCE.index("gap")] == 0


def evidence(own, other, i):
    """The evidence about a party's segment when it is decided, in frames; None where the rule rejects it."""
    start, end = own.starts[i], own.ends[i]
    if end - start > SHORT or (i and start - own.ends[i - 1] < SILENCE):
        return None
    if i + 1 < len(own.starts) and own.starts[i + 1] < end + SILENCE:
        return None
    opened, ended = own.confirmed[i] + 1, min(own.ended(i), own.frames)
    if other.segment[ended] < 0 or other.last_active[ended] <= start - AFTER:
        return None
    j = other.segment[opened]
    for s in range(end + SILENCE, min(end + max(RESUME, SILENCE) + 1, own.frames)):
        if other.last_active[s] > end:
            break
    else:
        return None
    if j >= 0:
        other_end = other.starts[j] + int(other.segment_length(j, s))
        other_start = other.starts[j]
    else:
        other_end = other_start = 0
    # The first segment of the other that goes beyond the end.
    later = next(k for k in range(max(j, 0), other.segment[s] + 1)
                 if other.starts[k] + int(other.segment_length(k, s)) > end)
    talk = other.talk[other.last_active[s]] - talk_before(other, opened, start)
    return background(own, other, opened, i) + [
        end - start, max(0, start - other_end), max(0, other_end - max(start, other_start)),
        max(0, other.starts[later] - end), max(0, talk),
    ]


def shorts_of(calls):
    """The short segments of calls that the rule lets through, with the reference's word, and its acknowledgements by place."""
    found, wanted = [], {"overlap": 0, "pause": 0}
    for number, call in enumerate(calls):
        for b in call.backchannels:
            wanted[b["where"]] += 1
        for party in (0, 1):
            own, other = call.tracks[party], call.tracks[1 - party]
            for i, start in enumerate(own.starts):
                row = evidence(own, other, i)
                if row is None:
                    continue
                near = [b for b in call.backchannels if b["by"] == party and abs(b["start"] - start / 100) <= 0.3]
                found.append(Short(number, party, start, bool(near), near[0]["where"] if near else "", np.array(row, float)))
    return found, wanted


def trained(shorts, calls, noisy, chosen, seed):
    """A network fitted to the shorts of the chosen conversations; heard ones count twice."""
    rows, labels, weights = [], [], []
    for name, (found, _) in shorts.items():
        for short in found:
            if chosen(calls[name][short.call].name):
                rows.append(short.row)
                labels.append(float(short.is_credit))
                weights.append(2.0 if name in noisy else 1.0)
    return fit(inputs(np.array(rows)), labels, weights, seed, epochs=25, rate=6e-3, hidden=HIDDEN)


def cross_validate(shorts, calls, noisy, seed):
    """Gives every short the logit of a network that has not seen its conversation."""
    for k in range(FOLDS):
        folded = trained(shorts, calls, noisy, lambda name: fold(name) != k, seed)
        for name, (found, _) in shorts.items():
            values = logits(folded, inputs(np.array([s.row for s in found])))
            for short, value in zip(found, values):
                if fold(calls[name][short.call].name) == k:
                    short.logit = value


def score(shorts, needed):
    """The rule's precision, then precision, recall in overlap and in pauses with the thresholds."""
    found, wanted = shorts
    given = [s for s in found if s.logit >= needed[0 if s.is_inside else 1]]
    right = [s for s in given if s.is_credit]
    return (np.mean([s.is_credit for s in found]), len(right) / max(1, len(given)),
            *(sum(s.where == where for s in right) / max(1, wanted[where]) for where in ("overlap", "pause")))


def tune(shorts):
    """The thresholds inside the other's speech and in its pauses that keep the recalls wanted in the worst set."""
    grid = np.arange(-1.5, 2.0, 0.05)
    inside = max((t for t in grid if min(score(s, (t, 0))[2] for s in shorts.values()) >= RECALLS[0]), default=grid[0])
    pause = max((t for t in grid if min(score(s, (0, t))[3] for s in shorts.values()) >= RECALLS[1]), default=grid[0])
    return round(float(inside), 2), round(float(pause), 2)
