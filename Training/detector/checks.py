"""False speech on long stretches of non-speech, and agreement with the teachers on natural recordings of held-out speakers."""
from itertools import islice

import numpy as np

from . import effects, noise, teachers
from .audio import decibels, read, resample, rms
from .evaluate import auc, probabilities
from .labels import frame_labels
from .mixtures import held_out_music
from .sources import prepare, speaker_clips


def pieces(make, rng, count, rate):
    """A long signal out of independent 20 s pieces."""
    size = 20 * rate
    return np.concatenate([make(rng, size, rate) for _ in range(-(-count // size))])[:count]


def held_out_pieces(store, rate):
    """The music that was kept out of training, in a row; None where there are too few pieces to keep one out."""
    row, bounds = np.load(store / f"music-{rate}.npy", mmap_mode="r"), np.load(store / f"music-{rate}-bounds.npy")
    if not any(held_out_music(i) for i in range(len(bounds) - 1)):
        return None
    return np.concatenate([np.asarray(row[a:b], np.float64) / 32768 for i, (a, b) in enumerate(zip(bounds, bounds[1:])) if held_out_music(i)])


def silent_signals(rate, seconds, store, seed=77):
    """{name: samples}"""
    count = int(rate * seconds)
    rng = np.random.default_rng(seed)
    pink = lambda rng, n, rate: noise.unit(noise.shaped(rng, n, np.maximum(np.fft.rfftfreq(n, 1 / rate), 30) ** -0.5))
    out = {"zeros": np.zeros(count)}
    for level in (-60, -40, -20):
        out[f"white {level}"] = rng.standard_normal(count) * decibels(level)
        out[f"pink {level}"] = pieces(pink, rng, count, rate) * decibels(level)
        out[f"coloured {level}"] = pieces(noise.coloured, rng, count, rate) * decibels(level)
        out[f"hum {level}"] = pieces(noise.hum, rng, count, rate) * decibels(level)
    for name, level in (("modulated", -35), ("tones", -25), ("tones", -15), ("breath", -20), ("clicks", -20), ("thumps", -15)):
        out[f"{name} {level}"] = pieces(getattr(noise, name), rng, count, rate) * decibels(level)
    floor = pieces(pink, rng, count, rate) * decibels(-60)
    out = {name: np.clip(x + (floor if name.split()[0] in ("tones", "breath", "clicks", "thumps") else 0), -1, 1) for name, x in out.items()}
    melody = held_out_pieces(store, rate)
    for level in (-35, -20) if melody is not None else ():
        out[f"music {level}"] = np.clip(np.resize(melody / rms(melody) * decibels(level), count), -1, 1)
    return out


def false_speech(network, rate, seconds, store):
    """{name: share of frames called speech: (early, settled, settled in the first 2 s)}"""
    signals = silent_signals(rate, seconds, store)
    early, settled = probabilities(network, np.array(list(signals.values()), np.float32), rate)
    return {name: (float((e >= 0.5).mean()), float((s >= 0.5).mean()), float((s[:200] >= 0.5).mean()))
            for name, e, s in zip(signals, early, settled)}


def natural_sets(speakers, seed=5, most=None):
    """{condition: [(samples at 16 kHz, label, weight)]} of the held-out speakers' whole recordings, of the first `most`."""
    rng = np.random.default_rng(seed)
    sets = {"clean": [], "room": [], "far and quiet": [], "telephone": []}
    for _, path, _ in islice(speaker_clips(speakers, development=True), most):
        samples, rate = read(path)
        wide = prepare(samples, rate, 1.0)
        wide = wide * (0.06 / rms(wide))
        label, weight = frame_labels(wide, 16000, teachers.speech_probability([wide])[0])
        noisy = lambda x, low, high: x + noise.coloured(rng, len(x), 16000) * rms(x) * decibels(-rng.uniform(low, high))
        room = lambda: effects.room_response(rng, 16000)[0]
        sets["clean"].append((wide, label, weight))
        sets["room"].append((noisy(effects.reverberate(wide, room()), 20, 35), label, weight))
        sets["far and quiet"].append((noisy(effects.reverberate(wide, room()), 8, 20) * decibels(-24), label, weight))
        narrow = effects.mu_law(noisy(effects.equalise(rng, wide, 16000, True), 8, 25))
        sets["telephone"].append((narrow, label, weight))
    return sets


def agreement(sets, track):
    """{condition: frame AUC} of track(samples at 16 kHz) -> probability a frame."""
    out = {}
    for name, recordings in sets.items():
        truth, score = [], []
        for samples, label, weight in recordings:
            found = track(samples.astype(np.float32))
            count = min(len(found), len(label))
            sure = weight[:count] == 1
            truth.append(label[:count][sure])
            score.append(found[:count][sure])
        out[name] = auc(np.concatenate(truth), np.concatenate(score))
    return out


def our_track(network, rate, settled=True):
    def track(samples):
        signal = resample(samples, 16000, rate)
        signal = signal[:len(signal) // (rate // 50) * (rate // 50)]
        return probabilities(network, signal[None], rate)[1 if settled else 0][0]
    return track


def peer_track(name):
    if name == "silero":
        return lambda x: teachers.on_frames(teachers.silero([x])[0], teachers.CHUNK, len(x) // 160)
    return lambda x: teachers.on_frames(teachers.earshot(x), teachers.STEP, len(x) // 160)


if __name__ == "__main__":
    import sys
    from pathlib import Path
    from .weights import load
    network, store, speakers = load(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    for rate in (8000, 16000):
        print(rate, {k: tuple(round(100 * x, 2) for x in v) for k, v in false_speech(network, rate, 120, store).items() if max(v) > 0.002})
    sets = natural_sets(speakers)
    tracks = {"ours 16 kHz": our_track(network, 16000), "ours 8 kHz": our_track(network, 8000), "early 16 kHz": our_track(network, 16000, False)}
    if "--peers" in sys.argv:
        tracks.update({name: peer_track(name) for name in ("silero", "earshot")})
    for name, track in tracks.items():
        print(name, {k: round(float(v), 4) for k, v in agreement(sets, track).items()})
