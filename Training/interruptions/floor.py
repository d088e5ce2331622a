"""When and how the floor settles after an onset (FloorContest.swift), and when the engine knows."""
import numpy as np

from .activity import BRIDGE

ALONE, WITHIN = 100, 500


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



def settle(onset, own_states, other_states):
    """(S, outcome) at which the floor settles after an onset."""
    (own, own_known), (other, other_known) = own_states, other_states
    frames = len(own)
    run = [0, 0]
    for frame in range(onset.start, min(onset.start + WITHIN, frames)):
        a, b = own[frame], other[frame]
        for k, alone in ((0, a and not b), (1, b and not a)):
            run[k] = run[k] + 1 if alone else (run[k] if not (a or b) else 0)
        if max(run) >= ALONE:
            return max(own_known[frame], other_known[frame]), "floor_taken" if run[0] >= ALONE else "floor_kept"
    last = min(onset.start + WITHIN, frames) - 1
    return max(own_known[last], other_known[last]), "unknown"
