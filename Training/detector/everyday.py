"""Synthetic sounds of everyday life that are easily taken for speech. Every function returns `count` float samples, peak near 1."""
import numpy as np

from .noise import shaped


def peaked(samples):
    return samples / (np.abs(samples).max() + 1e-9)


def band(rng, count, rate, low, high, slope=12):
    """Noise of a band whose flanks fall by `slope` dB an octave."""
    frequency = np.maximum(np.fft.rfftfreq(count, 1 / rate), 5)
    gain = np.minimum(1, frequency / low) ** (slope / 6) * np.minimum(1, high / frequency) ** (slope / 6)
    noise = shaped(rng, count, gain)
    return noise / (noise.std() + 1e-9)


def wandering(rng, count, rate, speed, spread):
    """A smooth random curve around 0: `speed` knots a second."""
    points = max(3, int(count / rate * speed) + 3)
    return np.interp(np.linspace(0, points - 1, count), np.arange(points), rng.standard_normal(points) * spread)


def bumps(rng, count, rate, longest, pause):
    """An envelope of events one after another: each rises, stays and falls."""
    out = np.zeros(count)
    at = rng.uniform(-0.5, 1) * longest
    while at < count / rate:
        length = longest * rng.uniform(0.15, 1)
        first, end = max(0, int(at * rate)), min(count, int((at + length) * rate))
        if end > first + 4:
            position = np.linspace(0, 1, end - first)
            peak = rng.uniform(0.03, 0.9)
            out[first:end] = np.minimum(position / peak, (1 - position) / (1 - peak)) ** rng.uniform(0.3, 2) * rng.uniform(0.3, 1)
        at += length + rng.exponential(pause)
    return out


def rumble(rng, count, rate):
    """Low noise of wind, traffic or a table, all below some 500 Hz, that swells at the pace of words."""
    noise = band(rng, count, rate, rng.uniform(15, 90), rng.uniform(80, 450), rng.uniform(12, 30))
    if rng.random() < 0.6:
        noise *= 10 ** (wandering(rng, count, rate, 10 ** rng.uniform(-0.5, 1.1), rng.uniform(2, 10)) / 20)
    else:
        noise *= bumps(rng, count, rate, rng.uniform(0.2, 2.5), rng.uniform(0.1, 1))
    return peaked(noise)


def harmonics(rng, pitch, rate, most=14, fall=None):
    """A harmonic tone along a curve of pitches in Hz."""
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    fall = rng.uniform(0.2, 2) if fall is None else fall
    out = np.zeros(len(pitch))
    for h in range(1, int(rng.integers(1, most)) + 1):
        out += np.where(pitch * h < rate * 0.48, np.sin(h * phase + rng.uniform(0, 6)) * rng.uniform(0.2, 1) * h ** -fall, 0)
    return out


def siren(rng, count, rate):
    """Sirens, alarms and other gliding tones."""
    t = np.arange(count) / rate
    base, span, speed = 10 ** rng.uniform(2.2, 3.2), rng.uniform(0.05, 1.0), 10 ** rng.uniform(-1, 0.8)
    turn = (t * speed + rng.random()) % 1
    kind = rng.integers(5)
    curve = [np.sin(2 * np.pi * turn), 2 * np.abs(2 * turn - 1) - 1, 2 * turn - 1, np.sign(turn - 0.5), wandering(rng, count, rate, speed * 2, 0.7)][kind]
    out = harmonics(rng, base * 2 ** (np.clip(curve, -2, 2) * span), rate)
    if rng.random() < 0.4:
        out *= bumps(rng, count, rate, rng.uniform(0.1, 2), rng.uniform(0.05, 0.8))
    return peaked(out)


def swell(rng, count, rate):
    """Hiss that swells and breaks off: steam, waves, passing cars, sprays."""
    out = np.zeros(count)
    for _ in range(rng.integers(1, 4)):
        centre = 10 ** rng.uniform(2.3, np.log10(rate * 0.45))
        noise = band(rng, count, rate, centre / rng.uniform(1.1, 4), min(centre * rng.uniform(1.1, 4), rate / 2), rng.uniform(6, 24))
        out += noise * bumps(rng, count, rate, rng.uniform(0.2, 4), rng.uniform(0.1, 1.5)) * rng.uniform(0.2, 1)
    return peaked(out)


def ring(rng, rate, length, low, high, modes, damping):
    """A struck body: damped modes."""
    t = np.arange(int(length * rate)) / rate
    top = min(high, rate * 0.46)
    return sum(np.sin(2 * np.pi * rng.uniform(low, max(top, low * 1.1)) * t + rng.uniform(0, 6)) * np.exp(-t * rng.uniform(*damping)) * rng.uniform(0.2, 1)
               for _ in range(modes)) + 0.3 * rng.standard_normal(len(t)) * np.exp(-t * 300)


def put(out, piece, first):
    end = min(len(out), first + len(piece))
    if first < end:
        out[first:end] += piece[:end - first]


def rattle(rng, count, rate):
    """Quick rows of strokes: rattling, drilling, a zip, a ratchet."""
    out = np.zeros(count)
    at, stroke = rng.uniform(0, 1), ring(rng, rate, 0.06, rng.uniform(100, 900), rng.uniform(1000, 7000), int(rng.integers(2, 7)), (30, 300))
    while at < count / rate:
        pace, jitter = rng.uniform(7, 50), rng.uniform(0, 0.4)
        for _ in range(rng.integers(3, 40)):
            put(out, stroke * rng.uniform(0.4, 1), int(at * rate))
            at += (1 + jitter * rng.uniform(-1, 1)) / pace
        at += rng.exponential(0.4)
    return peaked(out)


def clatter(rng, count, rate):
    """Dishes, tools and keys: struck bodies in irregular clusters."""
    out = np.zeros(count)
    low, high = 10 ** rng.uniform(2, 3.2), 10 ** rng.uniform(3.3, 3.9)
    damping = (rng.uniform(4, 40), rng.uniform(40, 250))
    bodies = [ring(rng, rate, rng.uniform(0.05, 0.7), low, high, int(rng.integers(2, 9)), damping) for _ in range(4)]
    at = rng.uniform(0, 1.2)
    while at < count / rate:
        for _ in range(rng.integers(1, 9)):
            put(out, bodies[rng.integers(4)] * rng.uniform(0.1, 1), int(at * rate))
            at += rng.exponential(0.07)
        at += rng.exponential(0.7)
    return peaked(out)


def birds(rng, count, rate):
    """Chirps, trills and whistles."""
    out = np.zeros(count)
    at, top = rng.uniform(0, 0.6), rate * 0.45
    while at < count / rate:
        base, length, rest = min(top, 10 ** rng.uniform(3, 3.75)), rng.uniform(0.02, 0.25), rng.uniform(0.01, 0.2)
        bend, trill, speed = rng.uniform(-0.6, 0.6), rng.choice([0, 0, 0.03, 0.1]), rng.uniform(10, 60)
        for _ in range(rng.integers(1, 10)):
            t = np.linspace(0, 1, max(8, int(length * rate)))
            pitch = base * 2 ** (bend * t + trill * np.sin(2 * np.pi * speed * length * t))
            put(out, harmonics(rng, np.minimum(pitch, top), rate, 3) * np.sin(np.pi * t) * rng.uniform(0.4, 1), int(at * rate))
            at += length + rest
        at += rng.exponential(0.7)
    return peaked(out)


def coloured_by_throat(rng, samples, rate):
    frequency = np.fft.rfftfreq(len(samples), 1 / rate)
    gain = sum(rng.uniform(0.2, 1) * np.exp(-0.5 * ((frequency - rng.uniform(200, 3500)) / rng.uniform(80, 600)) ** 2) for _ in range(3)) + 0.03
    return np.fft.irfft(np.fft.rfft(samples) * gain, len(samples))


def animals(rng, count, rate):
    """Cries above the pitch of talk, barks, purring and snoring."""
    kind = rng.random()
    if kind < 0.4:  # cries
        base = 10 ** rng.uniform(2.65, 3.2)
        pitch = base * 2 ** np.clip(wandering(rng, count, rate, rng.uniform(1, 8), 0.35), -1.2, 1.2)
        out = harmonics(rng, pitch, rate) * bumps(rng, count, rate, rng.uniform(0.2, 1.2), rng.uniform(0.2, 1.2))
    elif kind < 0.7:  # barks: short and rough
        pitch = rng.uniform(250, 900) * 2 ** wandering(rng, count, rate, 120, 0.12)
        rough = harmonics(rng, pitch, rate) * (1 + wandering(rng, count, rate, 150, 0.6)) + rng.uniform(0.2, 1) * rng.standard_normal(count)
        out = rough * bumps(rng, count, rate, rng.uniform(0.08, 0.3), rng.uniform(0.15, 0.8))
    else:  # pulses on a breath
        pulse = (np.cumsum(rng.uniform(18, 75) * 2 ** wandering(rng, count, rate, 4, 0.12)) / rate) % 1
        out = np.exp(-pulse * rng.uniform(3, 20)) * rng.standard_normal(count) * bumps(rng, count, rate, rng.uniform(0.7, 2), rng.uniform(0.1, 1.2))
    return peaked(coloured_by_throat(rng, out, rate))


def handling(rng, count, rate):
    """A microphone or a headset being moved: scraping and rubbing with knocks."""
    noise = band(rng, count, rate, rng.uniform(20, 200), 10 ** rng.uniform(2.4, 3.6), rng.uniform(6, 18))
    rough = np.maximum(0, 1 + wandering(rng, count, rate, 10 ** rng.uniform(0.8, 2.1), rng.uniform(0.3, 1.5)))
    out = noise * rough * bumps(rng, count, rate, rng.uniform(0.1, 1.5), rng.uniform(0.1, 0.8))
    for _ in range(rng.integers(0, 8)):
        put(out, ring(rng, rate, 0.12, 30, rng.uniform(100, 600), 3, (25, 150)) * rng.uniform(0.5, 4), int(rng.integers(count)))
    return peaked(out)


def panting(rng, count, rate):
    """Breath in and out, and blowing into the microphone."""
    out = coloured_by_throat(rng, rng.standard_normal(count), rate) * bumps(rng, count, rate, rng.uniform(0.2, 1.6), rng.uniform(0.05, 0.9))
    out /= np.abs(out).max() + 1e-9
    if rng.random() < 0.4:
        out += 0.6 * rumble(rng, count, rate) * bumps(rng, count, rate, rng.uniform(0.2, 1), rng.uniform(0.1, 0.8))
    return peaked(out)


def engine(rng, count, rate):
    """Engines and machines: low harmonics whose speed wanders, with noise in their rhythm."""
    speed = 10 ** rng.uniform(1.2, 2.2) * 2 ** np.clip(wandering(rng, count, rate, rng.uniform(0.3, 2), 0.4), -1, 1)
    turn = (np.cumsum(speed) / rate) % 1
    noise = band(rng, count, rate, rng.uniform(60, 500), 10 ** rng.uniform(2.8, 3.7), 6) * np.exp(-turn * rng.uniform(0, 6))
    return peaked(coloured_by_throat(rng, harmonics(rng, speed, rate, 30, rng.uniform(0, 0.8)) + rng.uniform(0.1, 1) * noise, rate))


# How often each is drawn: what is taken for speech most easily, most often.
KINDS = {rumble: 4, siren: 1, swell: 1, rattle: 1, clatter: 1, birds: 1, animals: 1, handling: 3, panting: 1, engine: 2}


def draw(rng):
    kinds, shares = list(KINDS), np.array(list(KINDS.values()))
    return kinds[rng.choice(len(kinds), p=shares / shares.sum())]
