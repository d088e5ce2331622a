"""Conversations with speakers of their fold: the followed onsets with their timing, and the newcomer's sound from there on."""
from dataclasses import dataclass

import numpy as np
from detector.audio import decibels
from interruptions.activity import Track, from_intervals
from interruptions.calls import fold, overlaps
from interruptions.evidence import inputs, onsets

from .cues import baseline, cues
from .frames import HOP, frames_of, syllables
from .phrases import ending
from .speakers import RATE, Utterance

HORIZONS = 0.3, 0.5, 0.7, 1.0
LONGEST = 2.6            # seconds: a unit up to this long is one whole utterance
SETTLED = 1.5            # seconds: a recorded unit longer than this ends as its dialogue act does
HEARD_BEFORE = 2.0       # seconds of its own speech that make a baseline
KINDS, SHARES = ("espeak", "flite", "recorded"), (0.5, 0.15, 0.35)


@dataclass
class Event:
    conversation: str
    speaker: str
    voice: str                # espeak, flite or recorded
    kind: str                 # interruption, backchannel, terminal
    words: str                # what a synthetic speaker's acknowledgement is or its speech begins with
    timing: np.ndarray        # horizon x input
    sound: np.ndarray         # horizon x cue, against nothing
    usual: np.ndarray         # cue of the newcomer's speech before
    other: str                # the other's voice
    ending: np.ndarray        # horizon x cue of the half second of the other's speech before the horizon


def nearest(rng, utterances, length):
    """The utterance of about this length among some drawn."""
    drawn = [utterances[i] for i in rng.choice(len(utterances), min(10, len(utterances)), replace=False)]
    return min(drawn, key=lambda u: abs(len(u.samples) - length))


def stretch(rng, speaker, length, ends=False):
    """Speech of a length, from anywhere or up to where a recorded phrase ends."""
    at = rng.integers(0, max(1, len(speaker.running) - length))
    stops = speaker.ends[speaker.ends >= length] if ends else ()
    if len(stops):
        at = rng.choice(stops) - length
    return speaker.running[at:at + length]


def said(rng, speaker, unit, silence, room):
    """What a speaker says in a unit of its conversation; acknowledgements and beginnings are whole utterances."""
    start, end, kind, act_end = unit
    length = int((end - start) * RATE)
    if speaker.kind == "recorded" or (kind != "b" and silence < 0.3):
        # Short ones end anywhere, so that a newcomer's first second does not tell what it is.
        return Utterance(stretch(rng, speaker, length, act_end - end < 0.1 and end - start > SETTLED))
    if kind == "b":
        found = nearest(rng, speaker.short, length)
    else:
        found = nearest(rng, speaker.shared if rng.random() < 0.5 else speaker.other, length)
    samples = found.samples[:int(room * RATE)]
    if end - start > LONGEST and len(samples) < length:
        samples = np.concatenate([samples, stretch(rng, speaker, length - len(samples))])
    return Utterance(samples, found.words)


def party(rng, units, speaker, seconds):
    """One party's sound, its units as they came out, and the words that each begins with."""
    gain = decibels(rng.uniform(-6, 6))
    x = np.zeros(round(seconds * RATE), np.float32)
    out, words = [], []
    for i, unit in enumerate(units):
        start = round(unit[0] / 0.01) * 0.01
        silence = start - out[-1][1] if out else 10.0
        room = (units[i + 1][0] if i + 1 < len(units) else seconds) - start - 0.05
        u = said(rng, speaker, unit, silence, room)
        y = u.samples.copy()
        if len(y) < 4 * HOP or silence < 0:
            continue
        fade = RATE // 200
        y[:fade] *= np.linspace(0, 1, fade)
        y[-fade:] *= np.linspace(1, 0, fade)
        at = round(start * RATE)
        y = y[:len(x) - at]
        x[at:at + len(y)] += y * gain
        out.append([start, start + len(y) / RATE, unit[2], unit[3]])
        words.append(u.words)
    x += rng.normal(0, decibels(rng.uniform(-65, -50)), len(x)).astype(np.float32)
    return x, out, words


def events(conversation, speakers, seed):
    """Every followed onset of a conversation that the reference names, with its sound."""
    rng = np.random.default_rng([seed, *conversation["id"].encode()])
    part = fold(conversation["id"])
    chosen = []
    while len(chosen) < 2:
        s = rng.choice(speakers[rng.choice(KINDS, p=SHARES), part])
        chosen += [s] if s not in chosen else []
    seconds = max(u[1] for s in conversation["sides"] for u in s) + 3
    parties = [party(rng, side, s, seconds) for side, s in zip(conversation["sides"], chosen)]
    tracks = [Track(from_intervals([u[:2] for u in units], round(seconds / 0.01))) for _, units, _ in parties]
    named = overlaps([units for _, units, _ in parties])
    spoken = [from_intervals([u[:2] for u in units], round(seconds / 0.01)) for _, units, _ in parties]
    heard = [frames_of(samples) for samples, _, _ in parties]
    nuclei = [np.array(syllables(h)) for h in heard]
    for by, (_, units, words) in enumerate(parties):
        before = np.cumsum(spoken[by])
        for onset in onsets(tracks[by], tracks[1 - by]):
            first = onset.start
            near = [o for o in named
                    if o["by"] == by and abs(o["onset"] - first / 100) < 0.02 and o["kind"] != "unlabelled"]
            if not near or before[first - 1] < HEARD_BEFORE * 100 or first + 110 > len(spoken[by]):
                continue
            looks = first + np.round(100 * np.array(HORIZONS)).astype(int)
            unit = min(range(len(units)), key=lambda i: abs(units[i][0] - first / 100))
            said_before = heard[by][:first], spoken[by][:first]
            other = heard[1 - by], spoken[1 - by], nuclei[1 - by]
            yield Event(conversation["id"], chosen[by].name, chosen[by].kind, near[0]["kind"], words[unit],
                        inputs(onset.at(looks)), np.array([cues(heard[by][first:s]) for s in looks]),
                        baseline(*said_before), chosen[1 - by].kind, np.array([ending(*other, s) for s in looks]))
