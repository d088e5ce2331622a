"""Sharp frame labels of clean recordings: the teachers say where speech is, the energy says where it begins and ends."""
import numpy as np
from scipy.ndimage import maximum_filter1d

from .audio import fill_gaps, frame_levels, runs

CLOSURE = 6  # frames of silence inside a word
BRIDGE = 18  # gaps shorter than this may be labelled either way
UNSURE = 0.3


def loud_frames(samples, rate, below, above):
    """Frames within `below` dB of the loud ones and `above` dB over the floor; None if the floor is too near."""
    level = frame_levels(samples, rate)
    loud, floor = np.percentile(level, 95), np.percentile(level, 5)
    if loud - floor < below + 4:
        floor = min(floor, loud - below)
    return level > max(loud - below, floor + above, -75.0)


def is_clean(samples, rate):
    level = frame_levels(samples, rate)
    return len(level) >= 20 and np.percentile(level, 95) - np.percentile(level, 5) >= 34


def frame_labels(samples, rate, teacher):
    """(label, weight) of every 10 ms of a clean recording."""
    energy = fill_gaps(loud_frames(samples, rate, 30, 8), CLOSURE)
    count = min(len(energy), len(teacher))
    energy, teacher = energy[:count], teacher[:count]
    # teachers are late: what they see up to 120 ms later or saw 40 ms before counts for a frame
    near = maximum_filter1d(teacher, 17, origin=-4)
    label = energy & (near >= 0.2)
    weight = np.ones(count, np.float32)
    weight[energy & (near < 0.5)] = UNSURE
    weight[~energy & (teacher >= 0.5)] = UNSURE
    for first, end in runs(~label):
        if first > 0 and end < count and end - first < BRIDGE:
            label[first:end] = True
            weight[first:end] = UNSURE / 2 if end - first > CLOSURE else 1.0
    return label, weight


def dense(samples, rate):
    """(speech without its pauses, ends of its phrases in samples): every frame of the result is speech."""
    hop = rate // 100
    on = fill_gaps(loud_frames(samples / np.abs(samples).max() * 0.5, rate, 30, 8), CLOSURE)
    count = len(on)
    kept = np.cumsum(on)
    ends = [int(kept[first]) * hop for first, end in runs(~on) if first > 0 and (end - first >= 15 or end == count)]
    return samples[:count * hop].reshape(count, hop)[on].ravel(), ends
