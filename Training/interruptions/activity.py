"""What the engine knows of one party's speech at every frame: ActivityGate and PartyHistory, vectorised.

A frame is 10 ms. S counts the frames that are settled: the state `at S` may use the frames 0 ... S - 1 only.
"""
import numpy as np

FRAME = 0.01
BRIDGE, SHORTEST, LOOK_AHEAD = 18, 10, 3
ONSET = 0.65      # ActivitySettings


def from_segments(intervals, probabilities):
    """Active frames of segments in seconds, with the pauses that they bridge, as smooth probabilities show them."""
    quiet = np.asarray(probabilities) < ONSET
    active = from_intervals(intervals, len(quiet))
    for start, end in runs(active):
        inside = quiet[start + SHORTEST:end - 1]
        for a, b in runs(inside):
            if 0 < a and b < len(inside) and b - a < BRIDGE:
                active[start + SHORTEST + a:start + SHORTEST + b] = False
    return active


def from_intervals(intervals, frames):
    """Active frames of intervals in seconds."""
    active = np.zeros(frames, bool)
    for start, end in intervals:
        active[max(0, round(start / FRAME)):max(0, round(end / FRAME))] = True
    return active


def runs(active):
    edges = np.flatnonzero(np.diff(np.concatenate(([0], active.view(np.int8), [0]))))
    return edges.reshape(-1, 2)


class Track:
    """Segments of a party, and what was known of them at every S from 0 to the number of frames."""

    def __init__(self, active):
        self.frames = len(active)
        self.starts, self.ends, self.confirmed = [], [], []
        known = np.zeros(self.frames, bool)
        start = last = confirmed = None
        for a, b in runs(active):
            if start is not None and a - last >= BRIDGE:
                self._close(start, last, confirmed)
                start = None
            if start is None:
                start, confirmed = a, None
            if confirmed is None and b - start >= SHORTEST:
                confirmed = max(a, start + SHORTEST - 1)
            last = b
            if confirmed is not None:
                known[max(a, confirmed):b] = True
        if start is not None:
            self._close(start, last, confirmed)
        self.starts, self.ends, self.confirmed = (
            np.array(x, int) for x in (self.starts, self.ends, self.confirmed))
        at = np.arange(self.frames + 1)
        index = np.where(known, at[1:], 0)
        self.last_active = np.concatenate(([0], np.maximum.accumulate(index))) if self.frames else np.zeros(1, int)
        # The newest confirmed segment at S, -1 before the first.
        self.segment = np.searchsorted(self.confirmed, at, side="left") - 1
        inside = np.zeros(self.frames + 1, int)
        for s, e in zip(self.starts, self.ends):
            inside[s + 1:e + 1] = 1
        self.talk = np.cumsum(inside)

    def _close(self, start, end, confirmed):
        if confirmed is not None:
            self.starts.append(start)
            self.ends.append(end)
            self.confirmed.append(confirmed)

    def is_speaking(self, s):
        return self.segment[s] >= 0 and s < self.ended(self.segment[s])

    def ended(self, segment):
        """The S at which the end of a segment becomes known."""
        return self.ends[segment] + BRIDGE

    def segment_length(self, segment, s):
        """The length of a confirmed segment as known at S."""
        end = np.where(self.segment[s] == segment, self.last_active[s], self.ends[segment])
        return end - self.starts[segment]
