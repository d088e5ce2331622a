"""Public speech detectors, each as a function from 16 bit samples to a decision for every hop."""

import importlib.util
import pathlib

import numpy as np


class Detector:
    """A detector: the rate that it hears, the seconds of a hop, and how it decides."""

    def __init__(self, rate, hop, decide):
        self.rate, self.hop, self.decide = rate, hop, decide

    def segments(self, samples):
        """Speech as (start, end) in seconds."""
        speech = np.concatenate([[0], np.asarray(self.decide(samples), np.int8), [0]])
        edges = np.diff(speech)
        return [
            (start * self.hop, end * self.hop)
            for start, end in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1))
        ]


def blocks(samples, length):
    whole = len(samples) // length * length
    return samples[:whole].reshape(-1, length)


def webrtc(rate):
    import webrtcvad

    detector = webrtcvad.Vad(3)

    def decide(samples):
        return [detector.is_speech(block.tobytes(), rate) for block in blocks(samples, rate // 100)]

    return Detector(rate, 0.010, decide)


def silero(_):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = options.intra_op_num_threads = 1
    # Importing the package would need PyTorch; the model lies beside it.
    package = pathlib.Path(importlib.util.find_spec("silero_vad").origin).parent
    model = package / "data" / "silero_vad.onnx"
    session = onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"])
    rate = np.array(16000, np.int64)

    def decide(samples):
        state = np.zeros((2, 1, 128), np.float32)
        # Each block is heard behind the last 64 samples of the block before.
        past = np.zeros((1, 64), np.float32)
        found = []
        for block in blocks(samples.astype(np.float32) / 32768, 512):
            heard = np.concatenate([past, block[None]], axis=1)
            probability, state = session.run(None, {"input": heard, "state": state, "sr": rate})
            past = heard[:, -64:]
            found.append(probability.item() >= 0.5)
        return found

    return Detector(16000, 0.032, decide)


def earshot(_):
    import earshot as package

    def decide(samples):
        detector = package.Detector()
        return [detector.predict_i16(block) >= 0.5 for block in blocks(samples, 256)]

    return Detector(16000, 0.016, decide)


def fast_vad(_):
    import fast_vad as package

    def decide(samples):
        # One frame of speech or silence is enough: smoothing is the scorer's.
        detector = package.VAD.with_config(16000, 0.5, 1, 1, 0)
        return np.asarray(detector.detect_frames(samples.astype(np.float32) / 32768)) > 0.5

    # 32 ms a frame, as the length of its answer for a second of audio says.
    frames = len(decide(np.zeros(160_000, np.int16)))
    return Detector(16000, round(10 / frames, 3), decide)


def ten(_):
    from ten_vad import TenVad

    def decide(samples):
        detector = TenVad(160, 0.5)
        return [detector.process(block)[1] for block in blocks(np.ascontiguousarray(samples), 160)]

    return Detector(16000, 0.010, decide)


DETECTORS = {
    "WebRTC, mode 3": webrtc,
    "Silero 6": silero,
    "earshot": earshot,
    "fast-vad": fast_vad,
    "TEN": ten,
}
