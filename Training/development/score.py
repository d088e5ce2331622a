"""What networks, and Silero v6 beside them, give on the development sets: the single channel, without what the engine does with two."""
import numpy as np

from detector import teachers
from detector.audio import decibels, resample
from detector.evaluate import auc, probabilities

from . import far_field, sounds

LEVELS = (-20, -30)  # peaks of sounds in dB of full scale
BEGIN = 30  # frames in which a stream begins


def networks_track(network, rate):
    return lambda signal: probabilities(network, signal[None], rate)[1][0]


def silero_track(rate):
    def track(signal):
        wide = resample(signal, rate, 16000)
        return teachers.on_frames(teachers.silero([wide])[0], teachers.CHUNK, len(signal) * 100 // rate)
    return track


def tracks(networks, rate):
    """{name: samples at `rate` -> probability a frame}"""
    return {name: networks_track(network, rate) for name, network in networks.items()} | {"Silero v6": silero_track(rate)}


def far_field_lines(networks, folder, report, count):
    """Frame AUC at both rates."""
    streams = far_field.streams(folder, report, count)
    for rate in (16000, 8000):
        for name, track in tracks(networks, rate).items():
            truth, score = [], []
            for samples, speech in streams:
                found = track(resample(samples, 16000, rate))
                truth.append(speech[:len(found)])
                score.append(found[:len(speech)])
            yield f"far-field, {rate} Hz, {name}: AUC {auc(np.concatenate(truth), np.concatenate(score)):.4f}"


def begins(track, signal, rate):
    """Share of the first 0.3 s called speech where a stream begins inside the sound."""
    size = 2 * BEGIN * rate // 100
    pieces = [signal[i:i + size] for i in range(0, len(signal) - size, max(size, len(signal) // 40))]
    pieces = [p for p in pieces if np.abs(p).max() > 0.1 * np.abs(signal).max()]
    return np.mean([(track(p)[:BEGIN] >= 0.5).mean() for p in pieces]) if pieces else 0.0


def sounds_lines(networks, folders, report, seconds):
    """Share of the time that is called speech."""
    rng = np.random.default_rng(8)
    for rate in (16000, 8000):
        for kind, sound in (sounds.synthetic(seconds, rate) | sounds.recorded(folders, report, rate)).items():
            for name, track in tracks(networks, rate).items():
                shares = []
                for level in LEVELS:
                    signal = (sound * decibels(level) + rng.standard_normal(len(sound)) * decibels(-75)).astype(np.float32)
                    signal = signal[:len(signal) // (rate // 50) * (rate // 50)]
                    shares += [(track(signal) >= 0.5).mean(), begins(track, signal, rate)]
                text = ", ".join(f"{level} dB {100 * a:.1f} % (begins {100 * b:.1f} %)" for level, a, b in zip(LEVELS, shares[::2], shares[1::2]))
                yield f"{kind}, {rate} Hz, {name}: {text}"
