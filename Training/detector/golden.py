"""A deterministic test signal and the network's answers to it, for checking another implementation.

usage: python -m detector.golden CHECKPOINT OUT.txt
"""
import sys

import numpy as np
import torch

from .features import band_levels
from .weights import load

FORMULA = """\
# Input, in double precision, then rounded to float32; R is the rate, n = 0 ... 2 R - 1, t = n / R:
#   seed = 1 before the first sample; for every n: seed = (1664525 * seed + 1013904223) mod 2^32
#   noise = seed / 2147483648 - 1
#   burst = 0.2 if 0.5 <= t < 1.2 else 0
#   x = 0.01 * noise + burst * (sin(2 pi 150 t) + 0.5 sin(2 pi 300 t) + 0.25 sin(2 pi 1350 t)) * (0.5 - 0.5 cos(2 pi 4 t))
# Frames before the start have the level of digital silence, -10, in every band; the state starts at zero."""


def signal(rate):
    n = np.arange(2 * rate)
    t = n / rate
    seed, noise = 1, np.empty(len(n))
    for i in n:
        seed = (1664525 * seed + 1013904223) % 2 ** 32
        noise[i] = seed / 2147483648 - 1
    burst = np.where((t >= 0.5) & (t < 1.2), 0.2, 0.0)
    tone = np.sin(2 * np.pi * 150 * t) + 0.5 * np.sin(2 * np.pi * 300 * t) + 0.25 * np.sin(2 * np.pi * 1350 * t)
    return (0.01 * noise + burst * tone * (0.5 - 0.5 * np.cos(2 * np.pi * 4 * t))).astype(np.float32)


def write(network, path):
    network.eval()
    lines = [FORMULA]
    for rate in (8000, 16000):
        levels = band_levels(signal(rate), rate)
        with torch.no_grad():
            logits = network(torch.from_numpy(levels)[None])[0][0].numpy()
        lines.append(f"# levels RATE FRAME: the 32 band levels of some frames")
        for frame in (0, 1, 2, 60, 75, 199):
            lines.append(f"levels {rate} {frame} " + " ".join(f"{v:.6f}" for v in levels[frame]))
        lines.append("# logits RATE STEP: early0 early1 settled0 settled1")
        lines += [f"logits {rate} {i} " + " ".join(f"{v:.6f}" for v in row) for i, row in enumerate(logits)]
    with open(path, "w") as out:
        out.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    write(load(sys.argv[1]), sys.argv[2])
