"""Speech, overlap and interruptions of a call set beside its reference."""

import numpy as np

GRID = 0.010
BRIDGE = 0.180
MATCH = 0.3
# Kinds of onsets of which the references do not say whether they are interruptions: never scored.
OPEN = ("unlabelled", "contested")


def bridged(segments):
    merged = []
    for start, end in sorted(segments):
        if merged and start - merged[-1][1] < BRIDGE:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def duration_rule(speech, hold):
    """Interruptions by the usual rule: an onset inside the other's speech, overlapping for `hold`."""
    speech = [bridged(segments) for segments in speech]
    return [
        (party, start)
        for party in (0, 1)
        for start, end in speech[party]
        if any(a < start < b and min(end, b) - start > hold for a, b in speech[1 - party])
    ]


def f1(hits, false, missed):
    return 2 * hits / max(1, 2 * hits + false + missed)


class Score:
    """Counts over any number of calls: hits, false ones and missed ones."""

    def __init__(self):
        self.speech, self.overlap, self.flags = np.zeros(3), np.zeros(3), np.zeros(3)
        self.seconds = 0.0

    def add(self, reference, speech, flags):
        frames = int(reference["duration"] / GRID)
        true = [self._frames(segments, frames) for segments in reference["speech"]]
        found = [self._frames(segments, frames) for segments in speech]
        for party in (0, 1):
            self.speech += self._compare(true[party], found[party])
        self.overlap += self._compare(true[0] & true[1], found[0] & found[1])
        self._match(reference["overlaps"], flags)
        self.seconds += reference["duration"]

    def _match(self, overlaps, flags):
        free = list(overlaps)
        for party, start in sorted(flags, key=lambda flag: flag[1]):
            near = [
                overlap for overlap in free
                if overlap["by"] == party and abs(overlap["onset"] - start) <= MATCH
            ]
            if not near:
                self.flags[1] += 1
                continue
            nearest = min(near, key=lambda overlap: abs(overlap["onset"] - start))
            free.remove(nearest)
            if nearest["kind"] == "interruption":
                self.flags[0] += 1
            elif nearest["kind"] not in OPEN:
                self.flags[1] += 1
        self.flags[2] += sum(overlap["kind"] == "interruption" for overlap in free)

    @staticmethod
    def _frames(segments, count):
        frames = np.zeros(count, bool)
        for start, end in bridged(segments):
            frames[max(0, round(start / GRID)):max(0, round(end / GRID))] = True
        return frames

    @staticmethod
    def _compare(true, found):
        return np.array([(true & found).sum(), (~true & found).sum(), (true & ~found).sum()])

    def row(self):
        """F1 of speech, of overlap and of interruptions, and false interruptions an hour."""
        return [
            f1(*self.speech), f1(*self.overlap), f1(*self.flags),
            self.flags[1] / max(self.seconds, 1) * 3600,
        ]
