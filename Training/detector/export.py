"""Write a trained network as C arrays in fixed point, with the feature normalisation folded into the dense layer.

usage: python -m detector.export CHECKPOINT .../DetectorWeights.c
"""
import sys
from pathlib import Path

import numpy as np

from .features import BANDS
from .fixed import LEVEL_OFFSET, LEVEL_UNIT, fixed_point
from .network import HIDDEN, OUTPUTS, STACKED


def arrays(network):
    """{name: float32 array}; matrices are input-major (row i holds the weights of input i)."""
    state = {k: v.detach().cpu().numpy().astype(np.float64) for k, v in network.state_dict().items()}
    frames = STACKED // BANDS
    mean, deviation = np.tile(state["mean"], frames), np.tile(state["deviation"], frames)
    weight = state["input.weight"] / deviation
    out = {"input_weight": weight.T, "input_bias": state["input.bias"] - weight @ mean}
    for layer in ("gru1", "gru2"):
        out[f"{layer}_input_weight"] = state[f"{layer}.weight_ih_l0"].T
        out[f"{layer}_recurrent_weight"] = state[f"{layer}.weight_hh_l0"].T
        out[f"{layer}_input_bias"] = state[f"{layer}.bias_ih_l0"]
        out[f"{layer}_recurrent_bias"] = state[f"{layer}.bias_hh_l0"]
    out["head_weight"], out["head_bias"] = state["head.weight"].T, state["head.bias"]
    return {k: np.ascontiguousarray(v, np.float32) for k, v in out.items()}


C_TYPES = {"float32": "float", "int16": "short"}


def literal(value):
    if isinstance(value, np.integer):
        return str(value)
    text = f"{value:.9g}"
    return text + ("f" if "." in text or "e" in text else ".0f")


def write_source(path, tensors):
    lines = ['#include "include/DetectorWeights.h"', "", "// Written by Training/train-detector; do not edit."]
    for name, values in tensors.items():
        flat, row = values.ravel(), 16 if values.dtype == np.int16 else 8
        lines += ["", f"_Alignas(64) const {C_TYPES[values.dtype.name]} ij_detector_{name}[{flat.size}] = {{"]
        for i in range(0, flat.size, row):
            lines.append("    " + ", ".join(literal(v) for v in flat[i:i + row]) + ",")
        lines.append("};")
    Path(path).write_text("\n".join(lines) + "\n")


def write_header(path, tensors):
    lines = ["#ifndef IJ_DETECTOR_WEIGHTS_H", "#define IJ_DETECTOR_WEIGHTS_H", "",
             "// Written by Training/train-detector; do not edit.", "",
             f"#define IJ_DETECTOR_BANDS {BANDS}", f"#define IJ_DETECTOR_STACKED {STACKED}",
             f"#define IJ_DETECTOR_HIDDEN {HIDDEN}", f"#define IJ_DETECTOR_OUTPUTS {OUTPUTS}", "",
             "// Levels go in as (level + offset) * unit.",
             f"#define IJ_DETECTOR_LEVEL_OFFSET {LEVEL_OFFSET}f", f"#define IJ_DETECTOR_LEVEL_UNIT {LEVEL_UNIT}f", ""]
    for name, values in tensors.items():
        lines.append(f"extern const {C_TYPES[values.dtype.name]} ij_detector_{name}[{values.size}]; // {' x '.join(map(str, values.shape))}")
    Path(path).write_text("\n".join(lines + ["", "#endif"]) + "\n")


def export(network, source):
    """source: .../DetectorWeights.c; the header goes to include/ beside it."""
    write(arrays(network), source)


def write(tensors, source):
    source = Path(source)
    header = source.parent / "include" / (source.stem + ".h")
    header.parent.mkdir(parents=True, exist_ok=True)
    tensors = fixed_point(tensors)
    write_source(source, tensors)
    write_header(header, tensors)


if __name__ == "__main__":
    from .weights import load
    export(load(sys.argv[1]), sys.argv[2])
