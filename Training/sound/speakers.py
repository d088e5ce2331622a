"""Speakers with a bank of their own utterances each: synthetic ones for turns and acknowledgements alike, recorded ones."""
import io
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import soundfile as sf
from detector import synthesis
from detector.audio import decibels, files, fill_gaps, frame_levels, read, resample, rms, runs
from interruptions.calls import fold, number
from interruptions.fit import FOLDS

RATE = 8000
PAUSE = 20                # frames: a pause that ends a phrase
LOUDNESS = 0.06           # RMS of what a speaker says on average
LANGUAGES = ["en-us", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-029", "en-us-nyc",
             "de", "nl", "sv", "it", "es", "pl"]
VARIANTS = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "f1", "f2", "f3", "f4", "f5", "Andy", "Annie", "belinda", "linda",
            "steph", "adam", "Alex", "Alicia", "boris", "caleb", "david", "edward", "iven", "john", "Lee", "Mario", "Michael",
            "Mike", "norbert", "pablo", "paul", "pedro", "quincy", "rob", "shelby", "victor", "zac"]
PER_VARIANT = 3           # speakers, each of another language, pitch and speed
FLITE = ["slt", "rms", "awb", "kal16"]
PER_FLITE = 6

# Acknowledgements, and interruptions that begin with them or otherwise; both are said by every speaker in its own way.
SHARED = ["yeah", "right", "okay", "oh", "sure", "yes", "I see", "mm-hm", "uh-huh"]
REST = ["but I have told you that already on the phone", "so what do we do about the bill now", "and then nobody called me back",
        "but that is not what it says in the letter", "so can you send it to me again today", "and what about the other one"]
OTHER = ["no that is not what I ordered at all", "can I just say something about this", "what about the money that I paid",
         "we never got that letter you talk about", "well the thing is that it broke again", "hold on I need to find the number",
         "because they told me it would be free", "how long does it take to get here", "do you mean the first or the second one"]
SENTENCES = synthesis.SENTENCES + [
    "It worked for two days. Then the light went red, and I have had no picture since.",
    "My neighbour has the same machine, and his one never makes that noise.",
    "If you look at page four, you will see that the price is not the same.",
]


@dataclass
class Utterance:
    samples: np.ndarray
    words: str = ""           # the acknowledgement that it is or begins with; empty for others


@dataclass
class Speaker:
    name: str
    kind: str                 # espeak, flite or recorded
    fold: int
    running: np.ndarray       # speech without its pauses
    short: list = field(default_factory=list)       # acknowledgements
    shared: list = field(default_factory=list)      # utterances that begin like them
    other: list = field(default_factory=list)       # utterances that begin otherwise
    ends: np.ndarray = field(default_factory=lambda: np.zeros(0, int))     # samples of running at which a recorded phrase ends


def speech_mask(samples):
    """Frames of 10 ms that are speech, holes up to 60 ms included; None where nothing stands out."""
    levels = frame_levels(samples, RATE)
    if len(levels) < 8:
        return None
    return fill_gaps(levels > max(np.percentile(levels, 95) - 32, -65), 6)


def without_pauses(samples):
    mask = speech_mask(samples)
    if mask is None or not mask.any():
        return samples[:0]
    hop = RATE // 100
    return np.concatenate([samples[a * hop:b * hop] for a, b in runs(mask)])


def synthesized(command, text):
    out = subprocess.run([*command, text], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    # Written to a pipe the length in the header is not known.
    samples, rate = sf.read(io.BytesIO(out), dtype="float32")
    return without_pauses(resample(samples, rate, RATE))


def espeak(voice, pitch, speed):
    def say(text, shift, pace):
        return synthesized(["espeak-ng", "-v", voice, "-p", str(int(np.clip(pitch + 60 * shift, 0, 99))),
                            "-s", str(int(speed * pace)), "--stdout"], text)
    return say


def flite(voice, pitch, stretch):
    def say(text, shift, pace):
        return synthesized(["flite", "-voice", voice, "--setf", f"int_f0_target_mean={pitch * 2 ** shift:.1f}",
                            "--setf", f"duration_stretch={stretch / pace:.3f}", "-o", "/dev/stdout", "-t"], text)
    return say


def cut(text, words):
    return " ".join(text.split()[:words])


def speaker(name, kind, part, say, rng):
    """A synthetic speaker whose utterances vary in pitch, pace and level whatever they are."""
    def spoken(text):
        y = say(text, rng.normal(0, 0.1), np.exp(rng.normal(0, 0.12)))
        return y * float(decibels(rng.normal(0, 2)))

    def bank(texts):
        made = [Utterance(spoken(text), words) for text, words in texts]
        return [u for u in made if len(u.samples) > 0.12 * RATE]

    short = bank([(w, w) for w in SHARED for _ in range(4)])
    # With a pause after the first word, which is cut out, and without.
    shared = bank([(w + rng.choice([" ", ", "]) + cut(rng.choice(REST), rng.integers(1, 10)), w)
                   for w in SHARED for _ in range(5)])
    other = bank([(cut(text, rng.integers(1, 10)), "") for text in OTHER for _ in range(5)])
    running = np.concatenate([spoken(text) for text in SENTENCES])
    gain = LOUDNESS / rms(running)
    for u in short + shared + other:
        u.samples = u.samples * gain
    return Speaker(name, kind, part, running * gain, short, shared, other)


def synthetic(seed, smoke):
    rng = np.random.default_rng(seed)
    for number_, variant in enumerate(VARIANTS[:8] if smoke else VARIANTS):
        for language in rng.choice(LANGUAGES, 1 if smoke else PER_VARIANT, replace=False):
            say = espeak(f"{language}+{variant}", rng.integers(25, 75), rng.integers(140, 200))
            yield speaker(f"{language}+{variant}", "espeak", number_ % FOLDS, say, rng)
    for number_, voice in enumerate(FLITE):
        low, high = (150, 220) if voice == "slt" else (85, 140)
        for i in range(2 if smoke else PER_FLITE):
            say = flite(voice, rng.uniform(low, high), rng.uniform(0.85, 1.2))
            yield speaker(f"{voice}-{i}", "flite", number_ % FOLDS, say, rng)


def recordings(folder):
    """(speaker's number, 8 kHz recordings of it) of the speakers that do not serve the report."""
    for path in sorted(p for p in Path(folder).iterdir() if p.is_dir()):
        if number(path.name) // 2 % 5 == 0:
            continue
        found = [read(f) for f in files(path)]
        yield path.name, [resample(x, rate, RATE) for x, rate in (f for f in found if f)]


def phrase_ends(recordings_):
    """Where recordings joined without their pauses have had a long one."""
    ends, at = [], 0
    for samples in recordings_:
        mask = speech_mask(samples)
        for first, end in runs(mask) if mask is not None else []:
            at += (end - first) * (RATE // 100)
            if len(mask) - end >= PAUSE and not mask[end:end + PAUSE].any():
                ends.append(at)
    return np.array(ends, int)


def recorded(folder):
    for name, recordings_ in recordings(folder):
        running = np.concatenate([without_pauses(x) for x in recordings_])
        if len(running) > 6 * RATE:
            yield Speaker(name, "recorded", fold(name), running * LOUDNESS / rms(running),
                          ends=phrase_ends(recordings_))


def speakers(folder, seed, smoke=False):
    found = [*synthetic(seed, smoke), *recorded(folder)]
    return {(kind, part): [s for s in found if (s.kind, s.fold) == (kind, part)]
            for kind in ("espeak", "flite", "recorded") for part in range(FOLDS)}
