"""What rooms, microphones, codecs and networks do to a signal."""
import io

import numpy as np
import soundfile as sf
from scipy.signal import fftconvolve

from .noise import smooth_curve


def room_response(rng, rate):
    """A synthetic room impulse response whose direct sound comes at once; also its decay time."""
    decay_time = 10 ** rng.uniform(-0.8, 0.05)
    direct_to_reverberant = rng.uniform(-11, 14)
    count = int(min(decay_time, 0.7) * rate)
    t = np.arange(count) / rate
    tail = rng.standard_normal(count) * 10 ** (-3 * t / decay_time)
    sparse = (rng.random(count) < 0.02) * 8 + 1.0
    tail *= np.where(t < 0.03, sparse, 1.0)
    tail[:int(rng.uniform(0.001, 0.006) * rate)] = 0
    for _ in range(rng.integers(0, 2)):  # dull walls
        tail = tail + np.concatenate([[0], tail[:-1]])
    tail *= 10 ** (-direct_to_reverberant / 20) / (np.sqrt(np.sum(tail ** 2)) + 1e-9)
    tail[0] = 1.0
    return tail, decay_time


def reverberate(samples, response):
    return fftconvolve(samples, response)[:len(samples)]


def equalise(rng, samples, rate, telephone):
    """A random microphone response, with the telephone band where asked."""
    frequency = np.fft.rfftfreq(len(samples), 1 / rate)
    curve = smooth_curve(rng, frequency, rng.choice([0.0, 1.5, 4.0]))
    if telephone:
        low, high = rng.uniform(100, 350), rng.uniform(3000, 3800)
        curve = curve - 10 * np.log10(1 + (low / np.maximum(frequency, 1)) ** 8) - 10 * np.log10(1 + (frequency / high) ** 24)
    elif rate == 16000 and rng.random() < 0.25:
        curve = curve - 10 * np.log10(1 + (frequency / rng.uniform(3500, 7500)) ** 24)
    return np.fft.irfft(np.fft.rfft(samples) * 10 ** (curve / 20), len(samples))


def mu_law(samples):
    y = np.clip(samples, -1, 1)
    y = np.round(np.sign(y) * np.log1p(255 * np.abs(y)) / np.log(256) * 127) / 127
    return np.sign(y) * (256 ** np.abs(y) - 1) / 255


def a_law(samples):
    a, one = 87.6, 1 + np.log(87.6)
    level = np.abs(np.clip(samples, -1, 1))
    coded = np.where(level < 1 / a, a * level / one, (1 + np.log(np.maximum(a * level, 1e-9))) / one)
    coded = np.round(coded * 127) / 127
    return np.sign(samples) * np.where(coded < 1 / one, coded * one / a, np.exp(coded * one - 1) / a)


def gsm(samples):
    """Through GSM 6.10 at 8 kHz."""
    packed = io.BytesIO()
    sf.write(packed, np.clip(samples, -1, 1), 8000, format="WAV", subtype="GSM610")
    packed.seek(0)
    decoded = sf.read(packed, dtype="float32")[0]
    return np.pad(decoded, (0, max(0, len(samples) - len(decoded))))[:len(samples)]


def lose_packets(rng, samples, rate):
    """20 ms packets lost in bursts: silenced or concealed by a fading repetition."""
    size = rate // 50
    out = samples.copy()
    rate_of_loss, repeat = rng.uniform(0.005, 0.08), rng.random() < 0.7
    burst = 0
    for first in range(size, len(out) - size, size):
        if burst == 0 and rng.random() < rate_of_loss:
            burst = rng.integers(1, 4)
        if burst:
            out[first:first + size] = out[first - size:first] * 0.6 if repeat else 0
            burst -= 1
    return out


def pump(rng, samples, rate):
    """A slowly wandering gain."""
    points = max(3, int(len(samples) / rate * rng.uniform(0.5, 3)))
    gain = np.interp(np.linspace(0, points - 1, len(samples)), np.arange(points), rng.uniform(-10, 4, points))
    return samples * 10 ** (gain / 20)
