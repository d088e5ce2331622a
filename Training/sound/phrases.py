"""Phrase ends of continuous read speech against cuts within phrases: does the sound before tell them apart?"""
from dataclasses import dataclass
from itertools import islice

import numpy as np
from detector.audio import runs
from interruptions.calls import fold
from interruptions.fit import FOLDS
from interruptions.network import fit, logits

from .cues import MEMORY, middle, slope, tilted
from .frames import frames_of, syllables
from .scores import Bootstrap, auc, header, row, with_interval
from .speakers import PAUSE, recordings, speech_mask

SHORTEST, LEFT = 120, 50                 # frames: of a phrase, still to come after a cut
HEARD = 50                               # frames of speech to compare with
LAGS = 0, 10, 20, 40                     # frames before the end that the cues end at
LAST, BEFORE = 15, 50                    # frames: the final stretch, and all that is looked at
GROUPS = {
    "pitch": ["fall", "against usual", "slope"],
    "level": ["fall", "against usual", "slope"],
    "length": ["since the last syllable", "between the last two", "against usual"],
    "voice": ["voiced", "correlation", "change"],
    "shape": [f"band {i}" for i in range(12)],
}
OF = np.array([group for group, names in GROUPS.items() for _ in names])
SHOWN = {"pitch": ["pitch"], "length": ["length"], "both": ["pitch", "length"], "level": ["level"], "voice": ["voice"],
         "shape": ["shape"]}
MEMBERS, HIDDEN, EPOCHS, RATE, DECAY = 3, 8, 150, 6e-3, 0.5


@dataclass
class Point:
    speaker: str
    elapsed: int              # frames since the phrase began
    cues: np.ndarray          # lag x cue


def phrases(mask):
    """Phrases of a recording as (first, end) in frames, and whether each ends in a pause."""
    merged = []
    for first, end in runs(mask):
        if merged and first - merged[-1][1] < PAUSE:
            merged[-1][1] = end
        else:
            merged.append([first, end])
    return [(a, b, b + PAUSE <= len(mask)) for a, b in merged if b - a >= SHORTEST]


def ending(frames, spoken, found, at):
    """The cues of the half second before a frame against the speech before that."""
    earlier = np.flatnonzero(spoken[:at - BEFORE])[-MEMORY:]
    if len(earlier) < HEARD:
        return np.zeros(len(OF))
    usual = frames[earlier]
    window = frames[at - BEFORE:at]
    pitch, level = window.pitch, np.where(spoken[at - BEFORE:at], window.level, np.nan)
    voiced = pitch[~np.isnan(pitch)]
    final, before = (voiced[-LAST:], voiced[:-LAST]) if len(voiced) > LAST else (voiced, voiced)
    nuclei = found[found < at]
    gaps = np.diff(nuclei[nuclei > at - 300])
    gaps = gaps[gaps < 50]
    usual_gap = np.median(gaps[:-1]) if len(gaps) > 2 else 20
    since = min(60, at - nuclei[-1]) if len(nuclei) else 60
    last = gaps[-1] if len(gaps) else usual_gap
    bands = tilted(window.bands[-LAST:])
    return np.nan_to_num([
        middle(final) - middle(before), middle(final) - middle(usual.pitch), np.clip(slope(pitch[-30:]), -60, 60),
        middle(level[-LAST:]) - middle(level[:-LAST]), middle(level[-LAST:]) - np.median(usual.level), slope(level[-30:]),
        since, last, max(since, last) - usual_gap,
        np.mean(~np.isnan(pitch[-LAST:])), window.voice[-LAST:].mean(), np.abs(np.diff(bands, axis=0)).mean(),
        *(bands.mean(0) - tilted(usual.bands).mean(0)),
    ])


def dip(level, at):
    """The frame of the lowest smoothed level near a frame, where a syllable ends."""
    smooth = np.convolve(level[at - 14:at + 15], np.ones(5) / 5, mode="valid")
    return at - 12 + int(smooth.argmin())


def points(folder, seed, most):
    """Phrase ends, cuts anywhere and cuts at dips; every cut as long after a phrase's beginning as some phrase end."""
    rng = np.random.default_rng(seed)
    ends, anywhere, dips = [], [], []
    for name, found in islice(recordings(folder), most):
        for samples in found:
            mask = speech_mask(samples)
            if mask is None:
                continue
            frames = frames_of(samples)[:len(mask)]
            nuclei = np.array(syllables(frames))
            spans = phrases(mask)
            for first, end, pauses in spans:
                seen = mask[:end - max(LAGS) - BEFORE].sum()
                if not pauses or seen < HEARD:
                    continue
                elapsed = end - first
                ends.append(Point(name, elapsed, np.array([ending(frames, mask, nuclei, end - lag) for lag in LAGS])))
            for first, end, _ in spans:
                for at in range(first + SHORTEST + int(rng.integers(30)), end - LEFT, 40):
                    if mask[:at - max(LAGS) - BEFORE - 14].sum() < HEARD:
                        continue
                    for kept, place in ((anywhere, at), (dips, dip(frames.level, at))):
                        kept.append(Point(name, place - first,
                                          np.array([ending(frames, mask, nuclei, place - lag) for lag in LAGS])))
    return ends, matched(rng, anywhere, ends), matched(rng, dips, ends)


def matched(rng, cuts, ends):
    """Up to two cuts for every end, as long after the beginning of their phrase, each used once."""
    left = list(rng.permutation(np.array(cuts, object)))
    chosen = []
    for end in rng.permutation(np.array(ends, object)):
        near = [i for i, c in enumerate(left) if abs(c.elapsed - end.elapsed) <= 20][:2]
        chosen += [left[i] for i in near]
        left = [c for i, c in enumerate(left) if i not in near]
    return chosen


def held_out(inputs, labels, parts, seed):
    out = np.zeros(len(labels))
    for k in range(FOLDS):
        for i in range(MEMBERS):
            network = fit(inputs[parts != k], labels[parts != k].astype(float), np.ones((parts != k).sum()), seed + i,
                          epochs=EPOCHS, rate=RATE, hidden=HIDDEN, decay=DECAY)
            out[parts == k] += logits(network, inputs[parts == k]) / MEMBERS
    return out


def report(folder, seed=1, most=None):
    ends, anywhere, dips = points(folder, seed, most)
    print(f"\nAUC, {len(ends)} phrase ends against {len(anywhere)} cuts anywhere and {len(dips)} at dips, cues that end some "
          f"time before\n\n" + header("cuts", "cues end", "elapsed", *SHOWN, "all", "all, labels shuffled"))
    rng = np.random.default_rng(seed)
    for name, cuts in (("anywhere", anywhere), ("at dips", dips)):
        every = ends + cuts
        labels = np.arange(len(every)) < len(ends)
        speakers = np.array([p.speaker for p in every])
        parts = np.array([fold(s) for s in speakers])
        elapsed = np.array([[p.elapsed / 100] for p in every])
        bootstrap = Bootstrap(speakers)
        for at, lag in enumerate(LAGS):
            x = np.array([p.cues[at] for p in every])
            choices = [elapsed, *(x[:, np.isin(OF, g)] for g in SHOWN.values()), x]
            cells = [with_interval(*bootstrap.measure(auc, held_out(c, labels, parts, seed), labels)) for c in choices]
            mixed = rng.permutation(labels)
            cells.append(with_interval(*bootstrap.measure(auc, held_out(x, mixed, parts, seed), mixed)))
            print(row(name, f"{lag / 100:.1f} s before", *cells), flush=True)
