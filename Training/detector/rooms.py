"""Rooms by the image method, and the ways of a voice into another channel."""
import numpy as np
from scipy.signal import fftconvolve

SOUND = 343.0  # metres a second


def image_response(rng, rate, distance=None, decay_time=None):
    """The impulse response of a shoebox room from a talker to a microphone; the direct sound comes first."""
    size = rng.uniform([2.5, 2.5, 2.3], [8.0, 6.0, 3.2])
    decay_time = decay_time or rng.uniform(0.2, 0.8)
    volume, surface = size.prod(), 2 * (size[0] * size[1] + size[0] * size[2] + size[1] * size[2])
    kept = np.exp(-0.161 * volume / (surface * decay_time) / 2)  # of the pressure, by Eyring
    microphone = rng.uniform(0.2, size - 0.2)
    talker = rng.uniform(0.3, size - 0.3)
    if distance:
        way = (talker - microphone) / np.linalg.norm(talker - microphone)
        talker = np.clip(microphone + way * distance, 0.1, size - 0.1)
    reach = min(decay_time, 0.7) * SOUND
    orders = [np.arange(-n, n + 1) for n in np.ceil(reach / (2 * size)).astype(int)]
    delays, gains = [], []
    for sides in np.ndindex(2, 2, 2):
        sides = np.array(sides)
        axes = [(1 - 2 * s) * t + 2 * n * w for s, t, n, w in zip(sides, talker, orders, size)]
        bounces = [np.abs(n - s) + np.abs(n) for s, n in zip(sides, orders)]
        far = [(a - m) ** 2 for a, m in zip(axes, microphone)]
        length = np.sqrt(far[0][:, None, None] + far[1][:, None] + far[2])
        count = bounces[0][:, None, None] + bounces[1][:, None] + bounces[2]
        near = length < reach
        delays.append(length[near])
        gains.append(kept ** count[near] / np.maximum(length[near], 0.1))
    delays, gains = np.concatenate(delays), np.concatenate(gains)
    gains *= np.where(delays > delays.min() + 1e-6, rng.choice([-1, 1], len(gains), p=[0.15, 0.85]), 1)
    at = (delays - delays.min()) * rate / SOUND
    response = np.zeros(int(at.max()) + 3)
    whole = at.astype(int)
    np.add.at(response, whole, gains * (1 - at + whole))
    np.add.at(response, whole + 1, gains * (at - whole))
    return response / np.sqrt(np.sum(response ** 2))


def convolved(samples, response):
    return fftconvolve(samples, response)[:len(samples)]


def delayed(samples, delay):
    """The samples later by `delay` samples each, which may change from one to the next."""
    at = np.arange(len(samples)) - delay
    return np.interp(at, np.arange(len(samples)), samples, left=0)


def leak(rng, samples, rate, kind):
    """What of a voice comes into the other channel: rms as that of the voice."""
    delay = rng.choice([rng.uniform(0, 0.03), rng.uniform(0.03, 0.45)]) * rate
    low, high = rng.uniform(100, 400), rng.uniform(2000, 3700)
    frequency = np.fft.rfftfreq(len(samples), 1 / rate)
    band = (1 + (low / np.maximum(frequency, 1)) ** 4) ** -0.5 * (1 + (frequency / high) ** 8) ** -0.5
    way = np.fft.irfft(np.fft.rfft(samples) * band, len(samples))
    if kind == "moving":
        time = np.arange(len(samples)) / rate
        kind = rng.choice(["drift", "steps", "swing"])
        if kind == "drift":
            return delayed(convolved(way, image_response(rng, rate)), delay + rng.uniform(-1e-3, 1e-3) * time * rate)
        if kind == "steps":
            times = np.sort(rng.uniform(8, max(9, time[-1] - 8), 2))
            return delayed(way, delay + rng.uniform(-0.06, 0.06, 3)[np.searchsorted(times, time)] * rate + 0.06 * rate)
        near, far = (convolved(way, image_response(rng, rate)) for _ in range(2))
        share = 0.5 + 0.5 * np.sin(2 * np.pi * time * rng.uniform(0.05, 0.4) + rng.uniform(0, 6))
        return delayed(near * share + far * (1 - share) * rng.uniform(0.3, 1), np.full(len(way), delay))
    if kind == "room":
        way = convolved(way, image_response(rng, rate))
    return delayed(way, np.full(len(way), delay))
