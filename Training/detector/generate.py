"""Render the training mixtures once and keep their features in memory-mapped files."""
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from . import stages
from .features import BANDS, band_levels
from .mixtures import FRAMES, Store, load_timing, mixture

BLOCK = 100
_stores = {}


def open_files(folder, count, mode):
    folder = Path(folder)
    shapes = {"levels": ((count, FRAMES, BANDS), np.float16), "label": ((count, FRAMES), np.uint8), "weight": ((count, FRAMES), np.float16)}
    return {name: np.lib.format.open_memmap(folder / f"{name}.npy", mode, kind, shape) if mode == "w+" else np.load(folder / f"{name}.npy", mmap_mode=mode)
            for name, (shape, kind) in shapes.items()}


def store(source, recorded, rate, timing):
    if rate not in _stores:
        _stores[rate] = Store(source, recorded, rate, load_timing(timing) if timing else None)
    return _stores[rate]


def render_block(job):
    """Mixtures of one block: the rates alternate from block to block."""
    folder, source, recorded, timing, seed, block, count = job
    rate = (8000, 16000)[block % 2]
    rng = np.random.default_rng([seed, block])
    files = open_files(folder, 0, "r+")
    for i in range(block * BLOCK, min(count, (block + 1) * BLOCK)):
        samples, label, weight = mixture(rng, store(source, recorded, rate, timing))
        files["levels"][i] = band_levels(samples, rate)
        files["label"][i] = label
        files["weight"][i] = weight
    return block


def generate(folder, source, recorded, timing, count, seed, workers=2):
    """The seed and the block alone decide on a mixture: any number of workers gives the same."""
    folder = Path(folder)
    made = {"mixtures": count, "seed": seed, "timing": str(Path(timing).resolve()) if timing else None,
            "sources": json.loads((Path(source) / stages.NAME).read_text()), "recorded": json.loads((Path(recorded) / stages.NAME).read_text())}
    if stages.is_kept(folder, made):
        return
    folder.mkdir(parents=True, exist_ok=True)
    open_files(folder, count, "w+")
    jobs = [(folder, source, recorded, timing, seed, block, count) for block in range(-(-count // BLOCK))]
    with ProcessPoolExecutor(workers) as pool:
        for block in pool.map(render_block, jobs):
            if block % 20 == 0:
                print(f"rendered {block * BLOCK} of {count}", flush=True)
    stages.keep(folder, made)


if __name__ == "__main__":
    import sys
    folder, source, recorded, timing, count, seed = sys.argv[1:7]
    generate(folder, source, recorded, timing, int(count), int(seed))
