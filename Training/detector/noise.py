"""Synthetic sounds that are not speech. Every function returns `count` float samples with an rms or peak near 1."""
import numpy as np

from .audio import rms

DTMF = [(low, high) for low in (697, 770, 852, 941) for high in (1209, 1336, 1477, 1633)]
RINGING = [(440, 480, 2.0, 4.0), (425, 425, 1.0, 4.0), (400, 450, 0.4, 0.2), (480, 620, 0.5, 0.5), (350, 440, 9.0, 0.1), (425, 425, 0.25, 0.25)]


def unit(samples):
    return samples / (rms(samples) + 1e-9)


def shaped(rng, count, gain):
    """White noise through a gain curve given on rfft bins."""
    spectrum = np.fft.rfft(rng.standard_normal(count))
    return np.fft.irfft(spectrum * gain, count)


def smooth_curve(rng, frequency, spread, knots=8):
    """A random smooth curve in dB over log frequency."""
    position = np.log(np.maximum(frequency, 40.0))
    points = np.linspace(np.log(40.0), position[-1], knots)
    return np.interp(position, points, rng.standard_normal(knots) * spread)


def coloured(rng, count, rate):
    frequency = np.fft.rfftfreq(count, 1 / rate)
    slope = rng.choice([0.0, 0.25, 0.5, 0.5, 0.5, 0.75, 1.0])
    gain = np.maximum(frequency, rng.choice([20, 60, 60, 150])) ** -slope
    if rng.random() < 0.5:
        gain = gain * 10 ** (smooth_curve(rng, frequency, 6) / 20)
    return unit(shaped(rng, count, gain))


def modulated(rng, count, rate):
    """Noise that swells and fades, as of traffic, wind or a crowd."""
    speed = 10 ** rng.uniform(-0.7, 0.9)
    points = max(4, int(count / rate * speed) + 3)
    envelope = np.interp(np.linspace(0, points - 1, count), np.arange(points), rng.standard_normal(points) * rng.uniform(2, 9))
    return unit(coloured(rng, count, rate) * 10 ** (envelope / 20))


def hum(rng, count, rate):
    t = np.arange(count) / rate
    base = rng.choice([50.0, 60.0, rng.uniform(45, 400)]) * rng.uniform(0.998, 1.002)
    harmonics = int(min(rng.integers(3, 40), rate / 2 / base))
    decay = rng.uniform(0.3, 1.5)
    out = sum(np.sin(2 * np.pi * base * h * t + rng.uniform(0, 6.3)) * rng.uniform(0.2, 1) * h ** -decay for h in range(1, harmonics + 1))
    return unit(out)


def tones(rng, count, rate):
    """Ringback, busy and dial tones, DTMF digits or single beeps."""
    t = np.arange(count) / rate
    kind = rng.random()
    if kind < 0.45:
        low, high, on, off = RINGING[rng.integers(len(RINGING))]
        gate = ((t + rng.uniform(0, on + off)) % (on + off)) < on
        return unit((np.sin(2 * np.pi * low * t) + np.sin(2 * np.pi * high * t)) * gate)
    out = np.zeros(count)
    at = rng.uniform(0, 1.0)
    while at < count / rate - 0.3:
        length = rng.uniform(0.05, 0.4)
        if kind < 0.8:
            low, high = DTMF[rng.integers(len(DTMF))]
        else:
            low = high = 10 ** rng.uniform(2.3, 3.5)
        first, end = int(at * rate), int((at + length) * rate)
        out[first:end] = (np.sin(2 * np.pi * low * t[first:end]) + np.sin(2 * np.pi * high * t[first:end]))[:count - first]
        at += length + rng.uniform(0.05, 1.0)
    return unit(out)


def breath(rng, count, rate):
    """Breaths into a headset microphone; peak near 1."""
    out = np.zeros(count)
    frequency = np.fft.rfftfreq(count, 1 / rate)
    gain = np.zeros(len(frequency))
    for _ in range(rng.integers(1, 4)):  # resonances of mouth and throat
        centre, width = rng.uniform(250, 3000), rng.uniform(0.15, 1.6)
        gain += rng.uniform(0.2, 1) * np.exp(-0.5 * (np.log(np.maximum(frequency, 20) / centre) / width) ** 2)
    hiss = unit(shaped(rng, count, gain)) / 3
    at = rng.uniform(-0.3, 1.5)
    while at < count / rate:
        length = rng.uniform(0.15, 1.6)
        first, end = max(0, int(at * rate)), min(count, int((at + length) * rate))
        if end > first + 8:
            position = np.linspace(0, 1, end - first)
            peak = rng.uniform(0.2, 0.8)
            out[first:end] = np.minimum(position / peak, (1 - position) / (1 - peak)) ** rng.uniform(0.5, 2) * rng.uniform(0.4, 1)
        at += length + rng.uniform(0.2, 3.0)
    return hiss * out


def thumps(rng, count, rate):
    """Handling of a microphone: short low-frequency bursts; peak near 1."""
    out = np.zeros(count)
    for _ in range(rng.integers(1, 12)):
        length = int(rng.uniform(0.01, 0.15) * rate)
        first = int(rng.integers(0, count - length))
        t = np.arange(length) / rate
        tone = np.sin(2 * np.pi * rng.uniform(30, 300) * t) + 0.5 * rng.standard_normal(length)
        out[first:first + length] += tone * np.exp(-t * rng.uniform(20, 150)) * rng.uniform(0.2, 1)
    return out / (np.abs(out).max() + 1e-9)


def clicks(rng, count, rate):
    """Clicks of keys and switches; peak near 1."""
    out = np.zeros(count)
    at = rng.uniform(0, 0.5)
    pace = rng.uniform(0.08, 0.8)
    tone = rng.uniform(800, min(3500, rate / 2 * 0.9))
    while at < count / rate - 0.06:
        length = int(rng.uniform(0.003, 0.03) * rate)
        first = int(at * rate)
        t = np.arange(length) / rate
        burst = (rng.standard_normal(length) + np.sin(2 * np.pi * tone * t)) * np.exp(-t * rng.uniform(100, 600))
        out[first:first + length] += burst * rng.uniform(0.2, 1)
        at += rng.exponential(pace) + 0.03
    return out / (np.abs(out).max() + 1e-9)


def melody(rng, count, rate):
    """Music without words: notes and chords of a scale in one or two timbres, at times with a beat."""
    out = np.zeros(count)
    beat = rng.uniform(0.12, 0.6)
    scale = 2 ** (np.cumsum(rng.choice([1, 2, 2, 3], 24)) / 12) * rng.uniform(55, 160)
    for _ in range(rng.integers(1, 3)):
        harmonics = np.arange(1, rng.integers(3, 14))
        timbre = rng.uniform(0.05, 1, len(harmonics)) * harmonics ** -rng.uniform(0.3, 2)
        decay, chord = rng.choice([0.2, 0.5, 3.0, 8.0]), int(rng.integers(1, 4))
        vibrato, speed = rng.choice([0.0, 0.0, 0.006, 0.02]), rng.uniform(4.5, 6.5)
        at, low = rng.uniform(-0.3, 0.3), int(rng.integers(0, 14))
        while at < count / rate:
            length = beat * rng.choice([1, 1, 2, 4]) * rng.uniform(0.8, 1.2)
            first, end = max(0, int(at * rate)), min(count, int((at + length) * rate))
            if end - first > rate // 50 and rng.random() < 0.9:
                t = np.arange(end - first) / rate
                shape = np.minimum(1, t / rng.choice([0.005, 0.05])) * np.exp(-decay * t) * np.minimum(1, (t[-1] - t) / 0.01)
                for note in rng.integers(low, low + 10, chord):
                    phase = 2 * np.pi * scale[note] * (t + vibrato * np.sin(2 * np.pi * speed * t) / 35)
                    for h, strength in zip(harmonics, timbre):
                        if scale[note] * h < rate / 2:
                            out[first:end] += strength * shape * np.sin(h * phase + h)
            at += length
    out = unit(out)
    if rng.random() < 0.4:
        at, drum = 0.0, shaped(rng, rate // 5, np.linspace(1, rng.uniform(0, 1), rate // 10 + 1)) * np.exp(-np.arange(rate // 5) / rate * rng.uniform(15, 60))
        while at < count / rate - 0.2:
            first = int(at * rate)
            out[first:first + len(drum)] += drum * rng.uniform(0.5, 3)
            at += beat * rng.choice([1, 2])
    return unit(out)
