"""Read a network from a checkpoint or from the C arrays that the engine compiles in."""
import re
from pathlib import Path

import numpy as np
import torch

from .features import BANDS
from .fixed import LARGEST, LEVEL_OFFSET, LEVEL_UNIT
from .network import OUTPUTS, STACKED, Detector


def c_arrays(path):
    """{name: values} of a file that export.py wrote."""
    found = re.findall(r"ij_detector_(\w+)\[\d+\] = \{(.*?)\};", Path(path).read_text(), re.S)
    return {name: np.array([float(v.rstrip("f")) for v in values.replace("\n", " ").split(",") if v.strip()]) for name, values in found}


def layer(arrays, name, unit):
    """((inputs, outputs) weights, bias) of one product in floats."""
    scale, bias = arrays[f"{name}_scale"], arrays[f"{name}_bias"]
    paired = arrays[f"{name}_weight"].reshape(-1, len(scale), 2)
    return paired.transpose(0, 2, 1).reshape(-1, len(scale)) * scale * unit, bias


def from_c(path, mean, deviation):
    """The network of a C source, for levels with this mean and deviation.

    How the product of dense layer and first input weights is shared between the two is lost in fixed point and makes no difference to
    the answers; both get weights of one size here.
    """
    arrays = c_arrays(path)
    dense, dense_bias = layer(arrays, "input", LEVEL_UNIT)
    dense_bias = dense_bias + LEVEL_OFFSET * dense.sum(0)
    first, first_bias = layer(arrays, "gru1_input", 1.0)  # for outputs of the dense layer in its steps
    frames = STACKED // BANDS
    mean, deviation = np.asarray(mean, np.float64), np.asarray(deviation, np.float64)
    dense_bias = dense_bias + np.tile(mean, frames) @ dense
    dense = dense * np.tile(deviation, frames)[:, None]
    share = np.sqrt(first.std() / dense.std())
    weights = {"input.weight": dense.T * share, "input.bias": dense_bias * share,
               "gru1.weight_ih_l0": first.T / share, "gru1.bias_ih_l0": first_bias}
    for name, key, unit in (("gru1_recurrent", "gru1.{}_hh_l0", LARGEST), ("gru2_input", "gru2.{}_ih_l0", LARGEST),
                            ("gru2_recurrent", "gru2.{}_hh_l0", LARGEST), ("head", "head.{}", LARGEST)):
        matrix, bias = layer(arrays, name, unit)
        if name == "head":
            matrix, bias = matrix[:, :OUTPUTS], bias[:OUTPUTS]
        weights |= {key.format("weight"): matrix.T, key.format("bias"): bias}
    network = Detector(mean, deviation)
    state = {name: torch.as_tensor(np.ascontiguousarray(values)).float() for name, values in weights.items()}
    network.load_state_dict(network.state_dict() | state)
    return network


def load(path, mean=np.zeros(BANDS), deviation=np.ones(BANDS)):
    """`mean` and `deviation` serve a C source only: a checkpoint has its own."""
    if Path(path).suffix == ".c":
        return from_c(path, mean, deviation)
    network = Detector()
    network.load_state_dict(torch.load(path, weights_only=True))
    return network
