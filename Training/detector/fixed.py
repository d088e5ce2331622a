"""The network in fixed point: 16 bits for weights and for what goes into a layer, sums of 32 bits.

Every output has a scale of its own. It is such that the sizes of its weights add up to less than 2^16, so that no sum of
products with inputs of 16 bits can overflow. What goes into a layer cannot exceed 16 bits either: states since tanh ends at 1,
band levels since samples are limited to 4, and the dense layer since its scale follows from the largest output that levels can give.
"""
import numpy as np

LOWEST_LEVEL, HIGHEST_LEVEL = -10.0, 3.0  # of digital silence; above that of any samples
LEVEL_OFFSET = 3.5  # added to levels, so that the range is nearly as far below zero as above
LEVEL_UNIT = 4096.0  # steps in one decade
LARGEST = 32767  # of what goes into a layer, and the state of 1
ALL_WEIGHTS = 65535  # sizes of an output's weights together
LANES = 16  # outputs of a head are filled up to it


def quantized(weight, unit):
    """(inputs, outputs) weights for inputs in steps of 1 / unit -> (int16 weights, float scale of the sums per output)."""
    room = ALL_WEIGHTS - weight.shape[0] / 2  # rounding adds half a step to each
    largest = np.maximum(np.abs(weight).max(0) / LARGEST, np.abs(weight).sum(0) / room)
    step = np.where(largest > 0, largest, 1.0)
    rounded = np.rint(weight / step).astype(np.int64)
    assert np.abs(rounded).max() <= LARGEST and np.abs(rounded).sum(0).max() <= ALL_WEIGHTS
    return rounded.astype(np.int16), step / unit


def pairs(weight):
    """The weights of two inputs beside each other for every output: (inputs / 2, outputs, 2)."""
    inputs, outputs = weight.shape
    return weight.reshape(inputs // 2, 2, outputs).transpose(0, 2, 1)


def largest_output(weight, bias):
    """The largest value that a dense layer gives for any levels."""
    return (bias + np.maximum(weight * LOWEST_LEVEL, weight * HIGHEST_LEVEL).sum(0)).max()


def layer(name, weight, bias, unit):
    values, scale = quantized(weight, unit)
    return {f"{name}_weight": pairs(values), f"{name}_scale": scale.astype(np.float32), f"{name}_bias": bias.astype(np.float32)}


def fixed_point(tensors):
    """The arrays of `export.arrays` -> {name: int16 weights in pairs, float32 scales and biases}."""
    get = {name: values.astype(np.float64) for name, values in tensors.items()}
    # The dense layer's outputs leave in steps of 1 / unit.
    unit = LARGEST / max(largest_output(get["input_weight"], get["input_bias"]), 1e-3)
    shifted = get["input_bias"] - LEVEL_OFFSET * get["input_weight"].sum(0)
    out = layer("input", get["input_weight"] * unit, shifted * unit, LEVEL_UNIT)
    for name, inputs in (("gru1", unit), ("gru2", LARGEST)):
        out |= layer(f"{name}_input", get[f"{name}_input_weight"], get[f"{name}_input_bias"], inputs)
        out |= layer(f"{name}_recurrent", get[f"{name}_recurrent_weight"], get[f"{name}_recurrent_bias"], LARGEST)
    filled = [(0, LANES - get["head_bias"].size)]
    return out | layer("head", np.pad(get["head_weight"], [(0, 0)] + filled), np.pad(get["head_bias"], filled), LARGEST)
