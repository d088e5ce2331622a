"""Log band powers of short overlapping frames: the detector's input, exactly as the engine computes it."""
import numpy as np
import scipy.fft

BANDS = 32
LOWER_BANDS, LOWER_RANGE = 24, (80.0, 3900.0)
UPPER_BANDS, UPPER_RANGE = 8, (3950.0, 7600.0)
BIN_WIDTH = 31.25
FLOOR = 1e-10
SILENCE = -10.0  # log10(FLOOR): the value of every band of a frame of zeros


def mel(frequency):
    return 2595.0 * np.log10(1.0 + np.asarray(frequency, float) / 700.0)


def hertz(value):
    return 700.0 * (10.0 ** (np.asarray(value, float) / 2595.0) - 1.0)


def triangles(low, high, bands, bins):
    """(bins, bands) weights of triangles between bands + 2 points equally spaced in mel."""
    points = hertz(np.linspace(mel(low), mel(high), bands + 2))
    frequency = np.arange(bins) * BIN_WIDTH
    weights = np.zeros((bins, bands))
    for b in range(bands):
        left, centre, right = points[b:b + 3]
        rise, fall = (frequency - left) / (centre - left), (right - frequency) / (right - centre)
        weights[:, b] = np.maximum(0.0, np.minimum(rise, fall))
        nearest = int(round(centre / BIN_WIDTH))
        if not weights[:, b].any() and nearest < bins:
            weights[nearest, b] = 1.0
    return weights


def filterbank(rate):
    """(bins, BANDS) weights for 8000 or 16000 Hz; the upper bands are empty at 8000 Hz."""
    bins = int(rate / 2 / BIN_WIDTH) + 1
    weights = np.zeros((bins, BANDS))
    weights[:, :LOWER_BANDS] = triangles(*LOWER_RANGE, LOWER_BANDS, bins)
    if rate >= 16000:
        weights[:, LOWER_BANDS:] = triangles(*UPPER_RANGE, UPPER_BANDS, bins)
    return weights


_tables = {}


def tables(rate):
    if rate not in _tables:
        length = rate // 40
        window = 0.5 - 0.5 * np.cos(2 * np.pi * (np.arange(length) + 0.5) / length)
        scaled = filterbank(rate) / window.sum() ** 2
        _tables[rate] = window.astype(np.float32), scaled.astype(np.float32)
    return _tables[rate]


def band_levels(samples, rate):
    """(frames, BANDS) log10 band powers, one frame every 10 ms; samples: (..., length) float in [-1, 1]."""
    hop, length, size = rate // 100, rate // 40, 256 * rate // 8000
    window, weights = tables(rate)
    samples = np.asarray(samples, np.float32)
    padding = [(0, 0)] * (samples.ndim - 1) + [(length - hop, 0)]
    padded = np.pad(samples, padding)
    frames = np.lib.stride_tricks.sliding_window_view(padded, length, axis=-1)[..., ::hop, :]
    count = samples.shape[-1] // hop
    frames = frames[..., :count, :]
    frames = (frames - frames.mean(-1, keepdims=True)) * window
    spectrum = scipy.fft.rfft(frames, size, axis=-1)
    power = spectrum.real ** 2 + spectrum.imag ** 2
    return np.log10(power @ weights + FLOOR).astype(np.float32)
