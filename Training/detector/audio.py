"""Reading, resampling and the few helpers on signals that every module needs."""
import math

import numpy as np
import soundfile as sf
from scipy.signal import resample_poly

SUFFIXES = {".wav", ".ogg", ".flac", ".gsm", ".mp3", ".opus"}


def resample(samples, rate, target):
    if rate == target:
        return samples.astype(np.float32)
    divisor = math.gcd(int(rate), int(target))
    return resample_poly(samples, target // divisor, rate // divisor).astype(np.float32)


def read(path):
    """(mono samples, rate), or None where the file cannot be read."""
    try:
        if path.suffix == ".gsm":
            samples, rate = sf.read(path, dtype="float32", format="RAW", subtype="GSM610", samplerate=8000, channels=1)
        else:
            samples, rate = sf.read(path, dtype="float32", always_2d=True)
            samples = samples[:, 0]
    except Exception:
        return None
    return samples, rate


def files(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())


def rms(samples):
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)) + 1e-20))


def decibels(value):
    return 10.0 ** (value / 20.0)


def frame_levels(samples, rate):
    """Level of every whole 10 ms in dB."""
    hop = rate // 100
    count = len(samples) // hop
    frames = samples[:count * hop].reshape(count, hop)
    return 10 * np.log10(np.mean(frames * frames, axis=1) + 1e-10)


def runs(mask):
    """[(first, end)] of the stretches where mask holds."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist()))


def fill_gaps(mask, longest):
    """mask with its inner gaps of at most `longest` frames closed."""
    out = mask.copy()
    for first, end in runs(~mask):
        if first > 0 and end < len(mask) and end - first <= longest:
            out[first:end] = True
    return out
