"""Sounds of everyday life made in other ways than those of the training (`detector/everyday.py`), and recorded ones.

Every function returns `count` float samples, peak near 1.
"""
import numpy as np
from scipy.signal import butter, chirp, iirpeak, lfilter, sawtooth, sosfilt

from detector.audio import files, read, resample
from detector.recorded import half


def peaked(samples):
    return samples / (np.abs(samples).max() + 1e-9)


def passed(samples, rate, kind, *edges):
    edges = [min(e, rate * 0.47) for e in edges]
    return sosfilt(butter(2, edges if len(edges) > 1 else edges[0], kind, fs=rate, output="sos"), samples)


def peaks(samples, rate, centres, sharpness):
    return sum(lfilter(*iirpeak(min(c, rate * 0.45), sharpness, fs=rate), samples) for c in centres)


def humps(rng, count, rate, lengths, pauses):
    """Raised cosines one after another."""
    out, at = np.zeros(count), int(rng.uniform(0, pauses[1]) * rate)
    while at < count:
        size = int(rng.uniform(*lengths) * rate)
        shape = np.sin(np.pi * (np.arange(size) + 0.5) / size) ** 2 * rng.uniform(0.4, 1)
        out[at:at + size] = shape[:count - at]
        at += size + int(rng.uniform(*pauses) * rate)
    return out


def rumble(rng, count, rate):
    walk = passed(np.cumsum(rng.standard_normal(count)), rate, "bandpass", 25, rng.uniform(120, 400))
    t = np.arange(count) / rate
    return peaked(walk * np.prod([1 + 0.8 * np.sin(2 * np.pi * rng.uniform(0.2, 6) * t + rng.uniform(0, 6)) for _ in range(2)], 0))


def siren(rng, count, rate):
    out, at = np.zeros(count), 0
    low, high, length = rng.uniform(250, 700), rng.uniform(800, 1800), rng.uniform(0.2, 2.5)
    while at < count:
        t = np.arange(min(int(length * rate), count - at)) / rate
        if rng.random() < 0.5:
            piece = chirp(t, low, length, high, "logarithmic")
        else:
            piece = sawtooth(2 * np.pi * np.cumsum(np.where(t < length / 2, low, high * 0.7)) / rate, 0.5)
        out[at:at + len(t)] = piece
        at += len(t)
    return peaked(passed(np.clip(out * rng.uniform(1, 3), -1, 1), rate, "lowpass", rng.uniform(2000, 3600)))


def swell(rng, count, rate):
    noise = rng.standard_normal(count)
    bright, dull = passed(noise, rate, "highpass", rng.uniform(1500, 3000)), passed(noise, rate, "bandpass", 300, rng.uniform(900, 1800))
    up = humps(rng, count, rate, (0.4, 3.5), (0.1, 1.5))
    return peaked(up * (up * bright + (1 - up) * dull * rng.uniform(0.2, 1)))


def rattle(rng, count, rate):
    pulses = np.zeros(count)
    times = np.cumsum(1 / np.maximum(6, rng.normal(rng.uniform(12, 35), 3, count // 200)))
    at = (times[times < count / rate - 0.01] * rate).astype(int)
    pulses[at] = rng.laplace(size=len(at))
    gate = humps(rng, count, rate, (0.3, 1.5), (0.1, 0.9)) > 0.05
    return peaked(peaks(pulses * gate, rate, rng.uniform(300, 3500, 4), rng.uniform(3, 20)))


def clatter(rng, count, rate):
    out = np.zeros(count)
    for _ in range(int(rng.integers(6, 30))):
        t = np.arange(int(rng.uniform(0.05, 0.6) * rate)) / rate
        carrier, index = rng.uniform(400, 3000), rng.uniform(1, 8)
        fade = np.exp(-t * rng.uniform(8, 60))
        piece = np.sin(2 * np.pi * carrier * t + index * fade * np.sin(2 * np.pi * carrier * rng.uniform(1.2, 2.9) * t)) * fade
        first = int(rng.integers(count))
        out[first:first + len(t)] += piece[:count - first] * rng.uniform(0.1, 1)
    return peaked(passed(out, rate, "lowpass", 3800 if rate == 8000 else 7000))


def birds(rng, count, rate):
    t = np.arange(count) / rate
    walk = passed(rng.standard_normal(count), rate, "lowpass", rng.uniform(5, 25))
    pitch = np.clip(rng.uniform(1800, 3200) * (1 + 0.3 * walk / walk.std()), 900, rate * 0.45)
    gate = 1 / (1 + np.exp(-40 * (np.sin(2 * np.pi * rng.uniform(2, 9) * t) + np.sin(2 * np.pi * rng.uniform(0.2, 0.7) * t) - 0.7)))
    return peaked(np.sin(2 * np.pi * np.cumsum(pitch) / rate) * gate)


def animals(rng, count, rate):
    """Barks and cries out of pulses through resonances."""
    t = np.arange(count) / rate
    envelope = humps(rng, count, rate, *(((0.08, 0.25), (0.2, 0.9)) if rng.random() < 0.5 else ((0.4, 1.2), (0.3, 1.2))))
    pitch = rng.uniform(350, 1000) * (1 + 0.4 * envelope * rng.uniform(-1, 1)) * (1 + 0.03 * passed(rng.standard_normal(count), rate, "lowpass", 60))
    source = np.maximum(0, np.sin(2 * np.pi * np.cumsum(pitch) / rate)) ** 3 + 0.2 * rng.standard_normal(count)
    return peaked(peaks(source, rate, [rng.uniform(500, 1100), rng.uniform(1300, 2600)], 4) * envelope + 0 * t)


def handling(rng, count, rate):
    crackle = rng.laplace(size=count) * (rng.random(count) < rng.uniform(0.002, 0.05))
    rub = rng.standard_normal(count) * np.maximum(0, passed(rng.standard_normal(count), rate, "lowpass", rng.uniform(3, 30)) * 30)
    both = passed(peaked(crackle) * rng.uniform(0, 2) + peaked(rub), rate, "lowpass", rng.uniform(300, 2500))
    return peaked(both * (humps(rng, count, rate, (0.2, 2), (0.1, 1)) > 0.1))


def breath(rng, count, rate):
    noise = rng.standard_normal(count)
    inward = passed(noise, rate, "bandpass", rng.uniform(700, 1200), rng.uniform(2200, 3800))
    outward = passed(noise, rate, "bandpass", rng.uniform(150, 400), rng.uniform(900, 1600))
    share = humps(rng, count, rate, (0.5, 1.8), (0.3, 1.5))
    return peaked(inward * share + outward * np.roll(share, int(rng.uniform(0.4, 1.2) * rate)))


def engine(rng, count, rate):
    t = np.arange(count) / rate
    phase = np.cumsum(rng.uniform(12, 60) * (1 + 0.3 * np.sin(2 * np.pi * rng.uniform(0.1, 0.6) * t))) / rate
    pulses = np.zeros(count)
    for at, strength in zip(rng.random(4), rng.uniform(0.5, 1, 4)):
        pulses[1:] += (np.floor(phase + at)[1:] > np.floor(phase + at)[:-1]) * strength
    return peaked(peaks(pulses, rate, rng.uniform(60, 900, 4), 3) + 0.02 * rng.standard_normal(count))


KINDS = [rumble, siren, swell, rattle, clatter, birds, animals, handling, breath, engine]


def synthetic(seconds, rate, seed=5):
    """{kind: samples}: pieces of 10 s, each drawn anew."""
    return {make.__name__: np.concatenate([make(np.random.default_rng([seed, rate, i]), 10 * rate, rate) for i in range(seconds // 10)]) for make in KINDS}


def recorded(folders, report, rate):
    """{folder's name: samples}: one half of its files in a row, each with a peak near 1."""
    out = {}
    for folder in folders:
        sounds = [read(p) for p in half(files(folder), report)]
        out[f"{folder.name}, recorded"] = np.concatenate([peaked(resample(s - s.mean(), r, rate)) for s, r in sounds if len(s) > r // 20])
    return out
