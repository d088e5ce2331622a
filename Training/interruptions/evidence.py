"""Onsets inside the other's speech and the evidence about them, as the engine has it (InterruptionEvidence.swift)."""
import numpy as np

NEWCOMER_SILENT, OTHER_SPOKEN = 30, 20
CHAIN = 30        # frames: the silence that ends what the newcomer said in one go
MEMORY = 15       # finished segments of each party that are remembered
SHORT = 100       # frames: the longest backchannel
NEVER = 1000      # frames: where there was nothing before

# In frames; the order is that of OnsetBackground and of InterruptionEvidence.
BACKGROUND = [
    "own_silence", "own_previous", "other_length", "other_pause",
    "own_talk_10", "other_talk_10", "own_talk_30", "other_talk_30",
    "own_short", "other_short", "own_short_length",
]
EVIDENCE = BACKGROUND + [
    "elapsed", "own_length", "own_quiet", "own_more", "own_chain", "other_rest", "other_quiet", "other_talk",
    "own_alone", "other_alone", "own_floor", "other_floor", "floor_age",
]

# The network's inputs: a piece of evidence up to a length in seconds. Several lengths make it a polygon.
INPUTS = [
    ("elapsed", 0.4), ("elapsed", 0.6), ("elapsed", 1.0), ("elapsed", 3.0),
    ("own_length", 0.25), ("own_length", 0.4), ("own_length", 0.55), ("own_length", 0.7), ("own_length", 1.0),
    ("own_length", 2.0), ("own_quiet", 0.05), ("own_quiet", 0.1), ("own_quiet", 0.2), ("own_quiet", 0.35),
    ("own_quiet", 1.0), ("own_more", 0.3), ("own_more", 2.0),
    ("own_chain", 0.4), ("own_chain", 0.7), ("own_chain", 1.0), ("own_chain", 2.0),
    ("other_rest", 0.15), ("other_rest", 0.3), ("other_rest", 0.45), ("other_rest", 0.6), ("other_rest", 2.0),
    ("other_quiet", 0.1), ("other_quiet", 0.2), ("other_quiet", 0.35), ("other_quiet", 1.0), ("other_talk", 3.0),
    ("own_silence", 0.4), ("own_silence", 1.0), ("own_silence", 3.0), ("own_silence", 10.0),
    ("own_previous", 1.0), ("own_previous", 3.0),
    ("other_length", 0.4), ("other_length", 1.0), ("other_length", 3.0), ("other_pause", 0.5), ("other_pause", 2.0),
    ("own_talk_10", 10.0), ("other_talk_10", 10.0), ("own_talk_30", 30.0), ("other_talk_30", 30.0),
    ("own_short", 5.0), ("other_short", 5.0), ("own_short_length", 1.0),
    ("own_alone", 0.5), ("own_alone", 1.0), ("other_alone", 0.5), ("other_alone", 1.0),
    ("own_floor", 1.0), ("other_floor", 1.0), ("floor_age", 2.0), ("floor_age", 10.0),
]


def inputs(rows):
    """The network's inputs, in seconds (counts as they are), of rows of evidence in frames."""
    return capped(rows, EVIDENCE, INPUTS)


def capped(rows, evidence, inputs):
    columns = [evidence.index(name) for name, _ in inputs]
    return np.minimum(rows[:, columns] / 100, [cap for _, cap in inputs])


class Onset:
    """A newcomer's confirmed segment that starts inside the other's speech."""

    def __init__(self, tracks, floor, party, index):
        own, other = tracks[party], tracks[1 - party]
        self.own, self.other, self.index, self.party = own, other, index, party
        self.start = own.starts[index]
        self.opened = own.confirmed[index] + 1       # the S at which it is known
        self.other_index = other.segment[self.opened]
        self.other_talk = talk_before(other, self.opened, self.start)
        self.chained = index      # the last segment of what is said in one go
        while self.chained + 1 < len(own.starts) and own.starts[self.chained + 1] - own.ends[self.chained] < CHAIN:
            self.chained += 1
        self.background = background(own, other, self.opened, index)
        self.released = floor.released
        self.runs, self.outcome = floor.contest(party, self.start)
        self.settled = max(self.opened, floor.known(self.start + len(self.runs) - 1))
        known = np.minimum(floor.released, self.start)
        self.held, self.since = floor.held[known], floor.since[known]

    @property
    def holds(self):
        """Whether the newcomer holds the floor at the onset."""
        return self.held[-1] == self.party

    @property
    def rest(self):
        """How long the other goes on after the onset, in one segment."""
        return int(self.other.ends[self.other_index] - self.start)

    def at(self, s):
        """The evidence at every S of an array, in frames: one row each."""
        own, other, start = self.own, self.other, self.start
        s = np.atleast_1d(s)
        length = own.segment_length(self.index, s)
        chain = np.where(own.segment[s] > self.chained, own.ends[self.chained], own.last_active[s]) - start
        more = own.talk[own.last_active[s]] - own.talk[start] - length
        rest = other.segment_length(self.other_index, s) - (start - other.starts[self.other_index])
        talk = other.talk[other.last_active[s]] - self.other_talk
        now = [s - start, length, s - own.last_active[s], more, chain, np.maximum(0, rest),
               s - other.last_active[s], np.maximum(0, talk)]
        released = np.minimum(self.released[s] - start, len(self.runs))
        alone = np.where(released[:, None] > 0, self.runs[np.maximum(released, 1) - 1], 0)
        held = self.held[s]
        now += [alone[:, 0], alone[:, 1], 100 * (held == self.party), 100 * (held == 1 - self.party),
                np.where(held >= 0, start - self.since[s], 0)]
        return np.column_stack([np.full(len(s), value) for value in self.background] + now).astype(float)


def remembered(track, s):
    """Start and end of each segment remembered at S, the one under way included."""
    newest = track.segment[s]
    if newest < 0:
        return
    for i in range(max(0, newest - MEMORY), newest + 1):
        yield track.starts[i], track.starts[i] + int(track.segment_length(i, s))


def recent(track, s, at, window):
    """Frames of speech in the window before a time, as known at S."""
    return sum(max(0, min(end, at) - max(start, at - window)) for start, end in remembered(track, s))


def shorts(track, s, at, window=3000):
    """Number and total length of the short segments that ended in the window before a time."""
    lengths = [end - start for start, end in remembered(track, s) if end - start <= SHORT and at - window <= end <= at]
    return len(lengths), sum(lengths)


def talk_before(track, s, at):
    """Frames of speech before a time, as known at S; a pause there counts as bridged while the segment is open."""
    last = track.last_active[s]
    if last <= at and not track.is_speaking(s):
        return track.talk[last]
    return track.talk[last] - (last - max(at, track.starts[track.segment[s]]))


def background(own, other, s, i):
    """What is known at S of the time before a segment's onset."""
    start, j = own.starts[i], other.segment[s]
    silence = start - own.ends[i - 1] if i > 0 else NEVER
    previous = own.ends[i - 1] - own.starts[i - 1] if i > 0 else 0
    length = start - other.starts[j] if j >= 0 else 0
    pause = other.starts[j] - other.ends[j - 1] if j > 0 else NEVER
    count, total = shorts(own, s, start)
    return [
        silence, previous, length, pause,
        recent(own, s, start, 1000), recent(other, s, start, 1000),
        recent(own, s, start, 3000), recent(other, s, start, 3000),
        100 * count, 100 * shorts(other, s, start)[0], (total + 40) / (count + 1),
    ]


def onsets(tracks, floor, party):
    """Every onset of a party that the engine follows, in order."""
    own, other = tracks[party], tracks[1 - party]
    found = []
    for i, start in enumerate(own.starts):
        opened = own.confirmed[i] + 1
        j = other.segment[opened]
        if j < 0 or start - other.starts[j] < OTHER_SPOKEN:
            continue
        if not other.is_speaking(opened) and other.last_active[opened] <= start:
            continue
        if i > 0 and start - own.ends[i - 1] < NEWCOMER_SILENT:
            continue
        found.append(Onset(tracks, floor, party, i))
    return found
