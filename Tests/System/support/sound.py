"""Recordings made from a sample call."""

import array
import pathlib
import struct
import tempfile
import wave

from support.check import ROOT

SAMPLE = ROOT / "samples" / "support-call.wav"


def folder():
    """A folder of its own for what a check writes; the runner removes it."""
    return pathlib.Path(tempfile.mkdtemp())


def call(seconds=20):
    """The rate and both parties' 16-bit samples of the beginning of the sample call."""
    with wave.open(str(SAMPLE)) as file:
        frames = file.readframes(seconds * file.getframerate())
        samples = array.array("h", frames)
        return file.getframerate(), samples[0::2], samples[1::2]


def interleaved(*channels):
    """The samples of equally long channels as the bytes of one stream."""
    joined = array.array(channels[0].typecode, bytes(len(channels) * len(channels[0]) * channels[0].itemsize))
    for number, channel in enumerate(channels):
        joined[number :: len(channels)] = channel
    return joined.tobytes()


def header(rate, channels, length, bits=16, tag=1, riff=None):
    """The 44 bytes before the samples of a WAV file that declares a length of them."""
    block = channels * bits // 8
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + length if riff is None else riff, b"WAVE", b"fmt ", 16,
        tag, channels, rate, rate * block % 2**32, block % 2**16, bits, b"data", length)


def wav(rate, *channels):
    """A WAV file of 16-bit integers or, for floating-point channels, of those."""
    data = interleaved(*channels)
    is_float = channels[0].typecode == "f"
    return header(
        rate, len(channels), len(data), bits=32 if is_float else 16, tag=3 if is_float else 1) + data


def floats(channel):
    """16-bit samples as floating-point samples in [-1, 1)."""
    return array.array("f", (sample / 32768 for sample in channel))
