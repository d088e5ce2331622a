"""Level, pitch, voicing and band levels of every 10 ms, from the sound up to then only, as the engine could have them."""
from dataclasses import dataclass

import numpy as np
from scipy.fft import irfft, rfft
from scipy.signal import resample_poly

from .speakers import RATE

HOP, WINDOW, SIZE = 80, 200, 256
BANDS = 12
LAGS = np.arange(9, 58)             # at 4 kHz: 69 to 444 Hz, the outer ones to compare with only
PITCH_WINDOW, PITCH_SIZE = 216, 512
CERTAIN, NEARLY = 0.7, 0.92         # of PitchFinder
QUIET = 35                          # dB below the loudest: no voice is looked for
SILENCE = 1e-6                      # power of a band
AT_ONCE = 1000                      # frames
DIP = 2.0                           # dB on both sides of a syllable, as in SyllableFinder
MIDDLE = slice(2, 9)                # bands of about 300 to 2300 Hz


def mel(f):
    return 1127 * np.log1p(f / 700)


def bank():
    edges = np.linspace(mel(80), mel(3800), BANDS + 2)
    at = mel(np.fft.rfftfreq(SIZE, 1 / RATE))
    rising, falling = (at - edges[:-2, None]) / np.diff(edges)[:-1, None], (edges[2:, None] - at) / np.diff(edges)[1:, None]
    return np.maximum(0, np.minimum(rising, falling)).T.astype(np.float32)


BANK = bank()
HANN = np.hanning(WINDOW).astype(np.float32)


@dataclass
class Frames:
    level: np.ndarray        # dB
    pitch: np.ndarray        # semitones above 100 Hz, nan without a voice
    voice: np.ndarray        # highest correlation
    bands: np.ndarray        # dB

    def __getitem__(self, chosen):
        return Frames(self.level[chosen], self.pitch[chosen], self.voice[chosen], self.bands[chosen])


def windows(samples, hop, width, chosen):
    """The newest `width` samples at the end of the chosen frames."""
    padded = np.concatenate([np.zeros(width - hop, np.float32), samples])
    return np.lib.stride_tricks.sliding_window_view(padded, width)[chosen * hop]


def band_levels(samples, chosen):
    spectrum = rfft(windows(samples, HOP, WINDOW, chosen) * HANN, SIZE)
    return 10 * np.log10((spectrum.real ** 2 + spectrum.imag ** 2) @ BANK + SILENCE)


def pitch_of(halved, chosen):
    """Pitch and highest correlation of the chosen frames of samples at 4 kHz; nan without a voice."""
    frames = windows(halved, HOP // 2, PITCH_WINDOW, chosen)
    frames = frames - frames.mean(1, keepdims=True)
    spectrum = rfft(frames, PITCH_SIZE)
    products = irfft(spectrum.real ** 2 + spectrum.imag ** 2, PITCH_SIZE)[:, LAGS]
    energy = np.concatenate([np.zeros((len(frames), 1)), np.cumsum(frames ** 2, axis=1, dtype=float)], axis=1)
    total = energy[:, -1:]
    c = products / (np.sqrt(energy[:, PITCH_WINDOW - LAGS] * (total - energy[:, LAGS])) + 1e-6)
    middle, before, after = c[:, 1:-1], c[:, :-2], c[:, 2:]
    peaks = np.where((middle >= before) & (middle > after), middle, 0)
    highest = peaks.max(1)
    first = (peaks >= NEARLY * np.maximum(highest, 1e-6)[:, None]).argmax(1)
    row = np.arange(len(frames))
    b, m, a = before[row, first], middle[row, first], after[row, first]
    period = LAGS[1 + first] + (b - a) / (2 * (b - 2 * m + a) - 1e-9)
    semitones = 12 * np.log2(RATE / 2 / np.clip(period, LAGS[0], LAGS[-1]) / 100)
    return np.where(highest >= CERTAIN, semitones, np.nan), np.clip(highest, 0, 1)


def frames_of(samples):
    """Every frame's level, and the rest of those that are loud enough for a voice."""
    samples = np.asarray(samples, np.float32)
    count = len(samples) // HOP
    level = 10 * np.log10((samples[:count * HOP].reshape(count, HOP) ** 2).mean(1) + 1e-9)
    found = Frames(level, np.full(count, np.nan), np.zeros(count), np.full((count, BANDS), 10 * np.log10(SILENCE)))
    halved = resample_poly(samples, 1, 2).astype(np.float32)
    loud = np.flatnonzero(level > level.max() - QUIET)
    for chosen in np.array_split(loud, -(-len(loud) // AT_ONCE)):
        found.bands[chosen] = band_levels(samples, chosen)
        found.pitch[chosen], found.voice[chosen] = pitch_of(halved, chosen)
    return found


def syllables(frames):
    """Frames in which the middle of a syllable became certain, and where the first dip after one did."""
    middle = (10 ** (frames.bands[:, MIDDLE] / 10)).sum(1)
    smooth = 10 * np.log10(np.convolve(middle, [1, 2, 3, 2, 1])[:len(middle)] / 9 + 1e-6)
    top = bottom = smooth[0] if len(smooth) else 0.0
    rising, found = True, []
    for i, v in enumerate(smooth):
        if rising:
            top = max(top, v)
            if v < top - DIP:
                rising, bottom = False, v
                if frames.voice[max(0, i - 6):i + 1].max() >= 0.4:
                    found.append(i)
        else:
            bottom = min(bottom, v)
            if v > bottom + DIP:
                rising, top = True, v
    return found
