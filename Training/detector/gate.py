"""A simple gate over the network's outputs, as the engine might use it: starts from the early head, stretches from the settled one."""
from dataclasses import dataclass

import numpy as np

from .audio import fill_gaps, runs
from .network import FRAMES_PER_STEP, LOOK_AHEAD


@dataclass
class Gate:
    start: float = 0.6  # early probability that counts towards a start
    confirm: int = 3  # frames in a row
    speech: float = 0.5  # settled probability of speech
    shortest: int = 5  # frames of the shortest stretch kept
    bridge: int = 12  # frames of the longest gap closed
    hangover: int = 15  # quiet frames after which another start may come

    def stretches(self, settled):
        """[(first frame, end)] of speech."""
        mask = fill_gaps(settled >= self.speech, self.bridge)
        return [(a, b) for a, b in runs(mask) if b - a >= self.shortest]

    def starts(self, early, settled):
        """[(first frame, frames consumed when known)]"""
        high = early >= self.start
        long = [(a, b) for a, b in runs(high) if b - a >= self.confirm]
        known = np.concatenate([np.zeros(LOOK_AHEAD), settled])[:len(early)]
        quiet = (known < self.speech) & ~high
        resting = [a + self.hangover for a, b in runs(quiet) if b - a >= self.hangover]
        out, free, next_rest = [], True, 0
        for first, end in long:
            while next_rest < len(resting) and resting[next_rest] <= first:
                if resting[next_rest] > (out[-1][0] if out else -1):
                    free = True
                next_rest += 1
            if free:
                sure = first + self.confirm
                out.append((first, -(-sure // FRAMES_PER_STEP) * FRAMES_PER_STEP))
                free = False
        return out
