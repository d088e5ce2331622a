"""Real people who talk at once: two of many accents, in turns with much double talk, beside each other's leak."""
import json
from pathlib import Path

import numpy as np
import soundfile as sf

from detector.audio import decibels, files, frame_levels, read, resample, rms, runs
from detector.effects import mu_law
from detector.labels import frame_labels
from detector.recorded import half
from detector.rooms import convolved, image_response, leak
from detector.teachers import speech_probability

SECONDS = 60
LEAKS = ["none", "direct", "room", "moving"]


def labelled(folder, report, cache):
    """[(16 kHz samples of unit speech level, label of every 10 ms)]"""
    kept = Path(cache) / f"voices-{'report' if report else 'development'}.npz"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        clips = [read(p) for p in half(files(Path(folder)), report)]
        clips = [resample(s, r, 16000) for s, r in clips]
        clips = [c[:len(c) // 160 * 160] - c.mean() for c in clips]
        tracks = speech_probability(clips)
        labels = [frame_labels(c / np.abs(c).max() * 0.5, 16000, t)[0] for c, t in zip(clips, tracks)]
        np.savez(kept, samples=np.concatenate(clips), label=np.concatenate(labels), frames=[len(x) for x in labels])
    stored = np.load(kept)
    samples, label, ends = stored["samples"], stored["label"], np.cumsum(stored["frames"])
    out = []
    for first, end in zip(np.concatenate([[0], ends[:-1]]), ends):
        clip, on = samples[first * 160:end * 160], label[first:end]
        speech = clip.reshape(-1, 160)[on]
        noise = np.percentile(frame_levels(clip, 16000), 10)
        if on.sum() > 100 and 20 * np.log10(rms(speech)) - noise > 25:
            out.append((clip / rms(speech), on))
    return out


def talk(rng, voices):
    """(samples, label) of both sides: turns that overlap, and words into the other's."""
    count = SECONDS * 100
    sides = [np.zeros(count * 160) for _ in range(2)]
    labels = [np.zeros(count, bool) for _ in range(2)]

    def put(side, clip, on, at):
        length = min(len(on), count - at)
        if at >= 0 and length > 0:
            sides[side][at * 160:(at + length) * 160] += clip[:length * 160]
            labels[side][at:at + length] |= on[:length]

    at, side = int(rng.uniform(20, 150)), int(rng.integers(2))
    while at < count - 200:
        clip, on = voices[rng.integers(len(voices))]
        on_frames = np.flatnonzero(on)
        first, end = on_frames[0], on_frames[-1] + 1
        put(side, clip[first * 160:end * 160], on[first:end], at)
        for _ in range(rng.integers(0, 3)):  # a word into it
            word, heard = voices[rng.integers(len(voices))]
            start, stop = runs(heard)[rng.integers(len(runs(heard)))]
            stop = min(stop, start + int(rng.uniform(30, 160)))
            if stop - start >= 15:
                put(1 - side, word[start * 160:stop * 160], heard[start:stop], at + int(rng.uniform(0, end - first)))
        at += end - first + int(rng.uniform(-250, 100))
        side = 1 - side
    return sides, labels


def call(rng, voices, rate, kind):
    """(samples (n, 2), label of both sides, the voice alone of both sides) of one call."""
    sides, labels = talk(rng, voices)
    level = -26 + np.array([0.5, -0.5]) * rng.uniform(-14, 14)
    own = []
    for side in range(2):
        voice = sides[side]
        if rng.random() < 0.5:
            voice = convolved(voice, image_response(rng, 16000, distance=rng.uniform(0.1, 0.7)))
        own.append(voice * decibels(level[side]))
    out = [x.copy() for x in own]
    if kind != "none":
        strength = rng.uniform(-38, -12)
        into = [0, 1] if rng.random() < 0.3 else [int(rng.integers(2))]
        for side in into:
            out[side] += leak(rng, own[1 - side], 16000, kind) * decibels(strength + (level[side] - level[1 - side]) / 3)
    floor = rng.uniform(-80, -50, 2)
    made = [resample(x + rng.standard_normal(len(x)) * decibels(f), 16000, rate) for x, f in zip(out, floor)]
    if rate == 8000 and rng.random() < 0.5:
        made = [mu_law(x) for x in made]
    return np.clip(np.stack(made, 1), -1, 1).astype(np.float32), labels


def render(folder, speech, cache, report, count, seed=1):
    """Calls of 60 s as call-K.wav with call-K.json: "speech" of both sides, and the kind of leak."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    voices = labelled(speech, report, cache)
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        kind, rate = LEAKS[number % 4], (8000, 16000)[number // 4 % 2]
        samples, labels = call(rng, voices, rate, kind)
        sf.write(folder / f"call-{number}.wav", samples, rate, subtype="PCM_16")
        speech_of = [[[a / 100, b / 100] for a, b in runs(on)] for on in labels]
        (folder / f"call-{number}.json").write_text(json.dumps({"speech": speech_of, "leak": kind, "duration": SECONDS, "overlaps": []}))
