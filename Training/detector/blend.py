"""Mean of two networks, one of which was trained on from the other: keeps most of what either does well.

usage: python -m detector.blend FIRST SECOND SHARE OUT.pt        SHARE: of the first; each is a checkpoint, the first may be a C source
"""
import sys

import torch

from .weights import load


def blend(first, second, share):
    """The second with its weights moved towards those of the first."""
    mine, other = second.state_dict(), first.state_dict()
    second.load_state_dict({name: share * other[name] + (1 - share) * mine[name] for name in mine})
    return second


if __name__ == "__main__":
    trained = load(sys.argv[2])
    before = load(sys.argv[1], trained.mean.numpy(), trained.deviation.numpy())
    torch.save(blend(before, trained, float(sys.argv[3])).state_dict(), sys.argv[4])
