"""Build the store of what others recorded: sounds without speech, speech by other microphones, and simulated rooms.

Of every folder the files in even places of its sorted list are trained on; those in odd places serve the report and are never read here.
"""
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from . import stages
from .audio import files, resample
from .rooms import image_response
from .sources import read_batch, write_sounds, write_speech

ROOMS, SMOKE_ROOMS = 160, 4
LONGEST = 90  # seconds of one sound


def half(paths, report):
    """Every second file serves the report, the others training and development."""
    return [p for i, p in enumerate(sorted(paths)) if (i % 2 == 1) == report]


def room(number):
    """(response at 16 kHz, decay time) of a talker at some distance."""
    rng = np.random.default_rng([3, number])
    decay_time = rng.uniform(0.15, 0.7)
    return image_response(rng, 16000, rng.uniform(0.6, 4.5), decay_time), decay_time


def write_rooms(folder, rooms):
    for rate in (8000, 16000):
        row = [resample(response, 16000, rate) for response, _ in rooms]
        row = [r / np.sqrt(np.sum(r ** 2)) for r in row]
        np.save(folder / f"rooms-{rate}.npy", np.concatenate(row).astype(np.float32))
        np.save(folder / f"rooms-{rate}-bounds.npy", np.concatenate([[0], np.cumsum([len(r) for r in row])]))
    np.save(folder / "rooms-decay.npy", np.array([decay for _, decay in rooms]))


def build(folder, sounds, speech, workers=2, smoke=False):
    """Everything below `folder`, which is kept when complete; `sounds` and `speech` are lists of folders."""
    folder = Path(folder)
    names = lambda paths: {str(Path(p).resolve()): len(files(Path(p))) for p in paths}
    made = {"sounds": names(sounds), "speech": names(speech), "smoke": smoke}
    if stages.is_kept(folder, made):
        return
    folder.mkdir(parents=True, exist_ok=True)
    clips = [(f"recorded-{Path(s).name}", p, (1.0,)) for s in speech for p in half(files(Path(s)), False)]
    with ProcessPoolExecutor(workers) as pool:
        rooms = pool.map(room, range(SMOKE_ROOMS if smoke else ROOMS))
        labelled = [r for part in pool.map(read_batch, [clips[i:i + 96] for i in range(0, len(clips), 96)]) for r in part]
        write_rooms(folder, list(rooms))
    if labelled:
        write_speech(folder, labelled)
    for number, kind in enumerate(sounds):
        write_sounds(folder, f"sounds-{number}", half(files(Path(kind)), False), LONGEST)
    (folder / "kinds.json").write_text(json.dumps([Path(kind).name for kind in sounds]))
    stages.keep(folder, made)
