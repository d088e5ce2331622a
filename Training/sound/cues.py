"""The cues of a newcomer's first speech, and what they are compared with in its speech before."""
import warnings

import numpy as np

from .frames import BANDS, syllables

MEMORY = 3000             # frames looked back for the usual level and pitch
SLICES = 3                # of 100 ms each
GROUPS = {
    "level": ["level", "level_highest", "level_start", "level_end", "level_slope"],
    "pitch": ["pitch", "pitch_start", "pitch_end", "pitch_slope", "pitch_range"],
    "voicing": ["voiced", "correlation"],
    "rhythm": ["syllables", "first_syllable", "change"],
    "shape": [f"band_{i}_{k}" for k in range(SLICES) for i in range(BANDS)],
}
NAMES = [name for names in GROUPS.values() for name in names]
OF = np.array([group for group, names in GROUPS.items() for _ in names])
# Cues that are differences to the usual level and pitch, and to the usual spectrum.
LEVELS, PITCHES = (np.isin(NAMES, [n for n in GROUPS[g] if n not in (f"{g}_slope", f"{g}_range")]) for g in ("level", "pitch"))
FAINT = 30                # dB below the loudest frame: no speech


def middle(values):
    found = values[~np.isnan(values)]
    return float(np.median(found)) if len(found) else np.nan


def slope(values):
    """Per second, of the values that are there."""
    at = np.flatnonzero(~np.isnan(values))
    return float(np.polyfit(at / 100, values[at], 1)[0]) if len(at) >= 6 else 0.0


def tilted(bands):
    """Band levels without the level itself."""
    return bands - bands.mean(axis=-1, keepdims=True)


def cues(frames):
    """The cues of a newcomer's frames from the onset to the horizon; nan where there is no voice to have a pitch."""
    on = frames.level > frames.level.max() - FAINT
    level = np.where(on, frames.level, np.nan)
    pitch = np.where(on, frames.pitch, np.nan)
    voiced = np.flatnonzero(~np.isnan(pitch))
    third = max(1, len(voiced) // 3)
    spoken = np.flatnonzero(on)
    half = max(1, len(spoken) // 3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        shape = [np.where(on[k:k + 10, None], tilted(frames.bands[k:k + 10]), np.nan) for k in range(0, 10 * SLICES, 10)]
        shape = np.concatenate([np.nanmean(s, axis=0) for s in shape])
    found = syllables(frames)
    flux = np.abs(np.diff(tilted(frames.bands[on]), axis=0)).mean() if on.sum() > 1 else 0.0
    return np.array([
        middle(level), np.nanmax(level), middle(level[spoken[:half]]), middle(level[spoken[-half:]]), slope(level),
        middle(pitch), middle(pitch[voiced[:third]]), middle(pitch[voiced[-third:]]), np.clip(slope(pitch), -60, 60),
        np.ptp(pitch[voiced]) if len(voiced) else 0.0,
        len(voiced) / on.sum(), frames.voice[on].mean(),
        len(found) / max(0.1, len(spoken) / 100), (found[0] if found else len(frames.level)) / 100, flux,
        *shape,
    ], np.float32)


def baseline(frames, spoken):
    """What is usual for a speaker: its level, pitch and spectrum in its newest speech, in the places of the cues."""
    chosen = np.flatnonzero(spoken)[-MEMORY:]
    usual = np.zeros(len(NAMES), np.float32)
    usual[LEVELS] = np.median(frames.level[chosen])
    pitch = middle(frames.pitch[chosen])
    usual[PITCHES] = 0.0 if np.isnan(pitch) else pitch
    usual[OF == "shape"] = np.tile(tilted(frames.bands[chosen]).mean(0), SLICES)
    return usual


def relative(sound, usual):
    """Cues against what is usual; 0 where there is none."""
    return np.nan_to_num(sound - usual, nan=0.0)
