"""Onsets with their label, the moments they are looked at and the evidence there."""
from dataclasses import dataclass, field

import numpy as np

from .activity import LOOK_AHEAD
from .evidence import inputs, onsets
from .floor import Floor

STEP = 2          # frames between two looks: the engine's step
DENSE = 130       # frames after the onset that are looked at in every step; then every tenth frame


@dataclass
class Case:
    call: int
    party: int
    start: int                 # frame
    kind: str                  # of the reference; stray where it has no onset there
    outcome: str               # of the reference
    settled: str               # of the contest on these tracks
    holds: bool                # the newcomer holds the floor
    rest: int                  # frames that the other went on
    reference: float           # the reference's onset in seconds
    looks: np.ndarray          # S
    rows: np.ndarray           # evidence at looks; the last is the settlement's
    weight: float = 1.0        # how many such onsets it stands for
    logits: np.ndarray = field(default=None)
    final: float = 0.0         # the logit of the last judgement

    @property
    def at(self):
        """Seconds of audio consumed at each look."""
        frames = self.looks + LOOK_AHEAD
        return (frames + frames % 2) / 100


def looks(onset, end):
    dense = np.arange(onset.opened + onset.opened % STEP, onset.start + DENSE, STEP)
    sparse = np.arange(onset.start + DENSE, end, 10)
    s = np.concatenate((dense, sparse))
    return np.append(s[s < end], end).astype(int)


def cases(calls):
    """The cases of calls, and per call the reference's interruptions that no onset matches."""
    found, missed = [], np.zeros(len(calls), int)
    for number, call in enumerate(calls):
        floor = Floor(call.tracks)
        used = set()
        for party in (0, 1):
            for onset in onsets(call.tracks, floor, party):
                t = onset.start / 100
                near = [(abs(r["onset"] - t), i) for i, r in enumerate(call.overlaps)
                        if r["by"] == party and abs(r["onset"] - t) <= 0.3 and i not in used]
                kind, outcome, reference, weight = call.elsewhere, None, t, 1.0
                if near:
                    used.add(i := min(near)[1])
                    kind, outcome, reference = (call.overlaps[i][k] for k in ("kind", "outcome", "onset"))
                    weight = call.overlaps[i].get("weight", 1.0)
                s = looks(onset, onset.settled)
                rows = inputs(onset.at(s)).astype(np.float32)
                found.append(Case(number, party, onset.start, kind, outcome, onset.outcome, bool(onset.holds), onset.rest, reference, s, rows, weight))
        missed[number] = sum(r["kind"] == "interruption" and i not in used for i, r in enumerate(call.overlaps))
    return found, missed
