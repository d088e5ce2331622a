"""Who holds the floor, and when and how it settles after an onset (FloorHolder.swift, FloorContest.swift), as the engine knows it."""
import numpy as np

from .activity import BRIDGE

ALONE, WITHIN, STILL = 100, 500, 300


def states(track):
    """Speaking or not, frame by frame, and the S at which each frame is known for good."""
    speaking = np.zeros(track.frames, bool)
    known = np.arange(track.frames) + 1
    for start, end, confirmed in zip(track.starts, track.ends, track.confirmed):
        speaking[start:end] = True
        s = np.arange(start, end)
        # A frame in a pause is known once speech resumes.
        known[start:end] = np.maximum(confirmed + 1, np.searchsorted(track.last_active, s, side="right"))
        pause = np.arange(end, min(end + BRIDGE, track.frames))
        known[pause] = end + BRIDGE
    return speaking, np.minimum(known, track.frames)


class Floor:
    """The floor of a call, in frames that nothing can change any more."""

    def __init__(self, tracks):
        (a, a_known), (b, b_known) = (states(t) for t in tracks)
        self.frames = len(a)
        self.speaking = a, b
        known = np.maximum.accumulate(np.maximum(a_known, b_known))
        self.released = np.searchsorted(known, np.arange(self.frames + 1), side="right")
        self.held, self.since = self._holders()

    def _holders(self):
        """Who holds the floor before each frame (-1: nobody) and since which frame; the first to speak has it at once."""
        a, b = self.speaking
        both = a.astype(np.int8) + 2 * b.astype(np.int8)
        edges = np.append(np.flatnonzero(np.diff(both, prepend=-1)), self.frames)
        held, since = np.full(self.frames + 1, -1, np.int8), np.zeros(self.frames + 1, int)
        run, now, at = [0, 0], -1, 0
        for start, end in zip(edges, edges[1:]):
            state = both[start]
            held[start:end + 1], since[start:end + 1] = now, at
            if state == 0:
                if end - start >= STILL:
                    run, now, at = [0, 0], -1, start + STILL
                    held[at:end + 1], since[at:end + 1] = now, at
                continue
            if state == 3:
                run = [0, 0]
                continue
            party = int(state) - 1
            run[1 - party] = 0
            needed = ALONE - run[party]
            run[party] += end - start
            if now < 0:
                now, at = party, start
                held[at + 1:end + 1], since[at + 1:end + 1] = now, at
            elif run[party] >= ALONE and now != party:
                now, at = party, start + max(needed, 0)
                held[at:end + 1], since[at:end + 1] = now, at
        return held, since

    def contest(self, party, onset):
        """Each party's run alone after the frames since an onset, and who has the floor in the end."""
        own, other = self.speaking[party], self.speaking[1 - party]
        last = min(onset + WITHIN, self.frames)
        mine = theirs = 0
        runs = []
        for a, b in zip(own[onset:last].tolist(), other[onset:last].tolist()):
            if a and b:
                mine = theirs = 0
            elif a:
                mine, theirs = mine + 1, 0
            elif b:
                mine, theirs = 0, theirs + 1
            runs.append((mine, theirs))
            if mine >= ALONE or theirs >= ALONE:
                return np.array(runs), "floor_taken" if mine >= ALONE else "floor_kept"
        return np.array(runs).reshape(-1, 2), "unknown"

    def known(self, frame):
        """The S at which a frame is released."""
        return int(np.searchsorted(self.released, frame, side="right"))
