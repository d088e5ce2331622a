"""Measure a network, and other detectors, on rendered calls with exact references and on natural recordings.

Calls are folders of call-K.wav (one party a channel) and call-K.json with "speech": [[[start, end], ...], ...].
"""
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import soundfile as sf
import torch
from scipy.stats import rankdata

from . import teachers
from .audio import resample, runs
from .features import band_levels
from .gate import Gate
from .labels import BRIDGE
from .network import early, settled

NEAR = 0.2  # seconds within which a start belongs to an onset
PAUSE = 0.3  # silence before an onset that counts


def read_calls(folder):
    """[(samples (n, 2), rate, speech of both sides)]"""
    out = []
    for path in sorted(Path(folder).glob("call-*.wav")):
        samples, rate = sf.read(path, dtype="float32")
        out.append((samples, rate, json.loads(path.with_suffix(".json").read_text())["speech"]))
    return out


def mask(stretches, frames):
    out = np.zeros(frames, bool)
    for start, end in stretches:
        out[max(0, round(start * 100)):max(0, round(end * 100))] = True
    return out


def bridged(stretches, gap=BRIDGE / 100):
    out = []
    for start, end in sorted(stretches):
        if out and start - out[-1][1] < gap:
            out[-1][1] = max(end, out[-1][1])
        else:
            out.append([start, end])
    return out


def auc(truth, score):
    ranks = rankdata(score)
    positive = int(truth.sum())
    return (ranks[truth].sum() - positive * (positive + 1) / 2) / (positive * (len(truth) - positive))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


@torch.no_grad()
def probabilities(network, signals, rate):
    """(early, settled) probabilities a frame of signals of one length; settled ones are moved back to their own frame."""
    network.eval()
    tail = np.zeros((len(signals), 6 * rate // 100), np.float32)
    padded = np.concatenate([np.asarray(signals, np.float32), tail], 1)
    logits = network(torch.from_numpy(band_levels(padded, rate)))[0]
    frames = len(signals[0]) * 100 // rate // 2 * 2
    return sigmoid(early(logits).numpy()[:, :frames]), sigmoid(settled(logits).numpy()[:, :frames])


def ours(network, calls):
    """[[(early, settled) of both sides]] of every call."""
    length = min(len(samples) for samples, _, _ in calls)
    both = np.concatenate([samples[:length].T for samples, _, _ in calls])
    a, b = probabilities(network, both, calls[0][1])
    return [[(a[2 * i + c], b[2 * i + c]) for c in (0, 1)] for i in range(len(calls))]


class Peer:
    """Another detector's probabilities as if they were ours: known at the end of its hop."""

    def __init__(self, name):
        self.name = name

    def track(self, samples, rate):
        wide = resample(samples, rate, 16000)
        if self.name == "silero":
            return 0.032, teachers.silero([wide])[0]
        if self.name == "earshot":
            return 0.016, teachers.earshot(wide)
        if self.name == "fast-vad":
            import fast_vad
            result = np.asarray(fast_vad.VAD.with_config(16000, 0.5, 1, 1, 0).detect_frames(wide), float)
            return round(len(wide) / len(result) / 16000, 3), result
        import webrtcvad
        detector = webrtcvad.Vad(3)
        blocks = np.clip(np.round(wide[:len(wide) // 160 * 160] * 32767), -32768, 32767).astype(np.int16).reshape(-1, 160)
        return 0.01, np.array([float(detector.is_speech(b.tobytes(), 16000)) for b in blocks])

    def __call__(self, call):
        samples, rate, _ = call
        frames = len(samples) * 100 // rate // 2 * 2
        out = []
        for side in (0, 1):
            hop, track = self.track(samples[:, side], rate)
            index = np.minimum(((np.arange(frames) + 0.5) / 100 / hop).astype(int), len(track) - 1)
            out.append((hop, track[index]))
        return out


def peer_starts(hop, track, level=0.5):
    """Starts after 50 ms above the level, as frames (first, known)."""
    need = max(1, int(np.ceil(0.05 / hop - 1e-9))) * hop
    return [(a, a + round(need * 100)) for a, b in runs(track >= level) if b - a >= round(need * 100) - 1]


class Scores:
    def __init__(self):
        self.speech, self.overlap = np.zeros(3), np.zeros(3)
        self.delays, self.missed, self.false, self.hours = [], 0, 0, 0.0
        self.truth, self.score = [], []

    def frames(self, into, truth, found):
        into += [(truth & found).sum(), (~truth & found).sum(), (truth & ~found).sum()]

    def add(self, reference, tracks, stretches, starts):
        frames = len(tracks[0])
        truth = [mask(bridged(side), frames) for side in reference]
        found = [mask(bridged([(a / 100, b / 100) for a, b in side]), frames) for side in stretches]
        for side in (0, 1):
            self.frames(self.speech, truth[side], found[side])
            self.truth.append(truth[side])
            self.score.append(tracks[side])
            self.onsets(reference[side], [(a / 100, b / 100) for a, b in starts[side]], frames)
        self.frames(self.overlap, truth[0] & truth[1], found[0] & found[1])
        self.hours += frames / 360000

    def onsets(self, reference, starts, frames):
        near = mask([(a - NEAR, b + NEAR) for a, b in reference], frames + 100)
        self.false += sum(not near[min(frames, round(start * 100))] for start, _ in starts)
        last = -9.0
        for start, end in bridged(reference):
            if start - last >= PAUSE:
                delay = [known - start for first, known in starts if abs(first - start) <= NEAR and known > start - 0.05]
                if delay:
                    self.delays.append(min(delay))
                else:
                    self.missed += 1
            last = end

    def summary(self, with_auc=True):
        f1 = lambda c: 2 * c[0] / max(1, 2 * c[0] + c[1] + c[2])
        out = {"speech": f1(self.speech), "overlap": f1(self.overlap),
               "miss": self.speech[2] / (self.speech[0] + self.speech[2]), "false": self.speech[1] / max(1, self.speech[0] + self.speech[1]),
               "start50": float(np.median(self.delays)), "start90": float(np.quantile(self.delays, 0.9)),
               "missed": self.missed / (self.missed + len(self.delays)), "false_starts": self.false / self.hours}
        if with_auc:
            out["auc"] = auc(np.concatenate(self.truth), np.concatenate(self.score))
        return out


def measure(calls, tracks, gate, with_auc=True):
    scores = Scores()
    for (_, _, reference), sides in zip(calls, tracks):
        scores.add(reference, [s for _, s in sides], [gate.stretches(s) for _, s in sides], [gate.starts(e, s) for e, s in sides])
    return scores.summary(with_auc)


def measure_peer(calls, name, workers=2):
    scores = Scores()
    with ProcessPoolExecutor(workers) as pool:
        for (_, _, reference), sides in zip(calls, pool.map(Peer(name), calls)):
            scores.add(reference, [t for _, t in sides], [runs(t >= 0.5) for _, t in sides], [peer_starts(h, t) for h, t in sides])
    return scores.summary()


def line(name, result):
    return name.ljust(24) + " ".join(f"{k} {v:.3f}" if k != "false_starts" else f"{k} {v:.0f}" for k, v in result.items())


if __name__ == "__main__":
    import sys
    from .weights import load
    network = load(sys.argv[1])
    for folder in sys.argv[2:]:
        calls = read_calls(folder)
        print(line(Path(folder).name, measure(calls, ours(network, calls), Gate())))
