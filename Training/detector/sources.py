"""Build the stores of clean speech (with labels), music and sounds that mixtures draw from.

A store is one folder: speech-8000.npy and speech-16000.npy (int16, all clips in a row, 10 ms frames aligned),
label.npy and weight.npy (one value a frame), clips.json, dense-8000.npy and dense-16000.npy with voices.json,
music-RATE.npy and effects-RATE.npy.
"""
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from . import packages, stages, synthesis, teachers
from .audio import files, read, resample, rms
from .labels import dense, frame_labels, is_clean

SPEEDS = {"natural": (1.0,), "scarce": (1.0, 0.91, 1.1)}
LONGEST = 60  # seconds of one clip
SMOKE_CLIPS = 96


def speaker_number(name):
    """The number in a speaker's name, or the sum of its characters: what the benchmark splits speakers by."""
    return int("".join(c for c in name if c.isdigit()) or sum(map(ord, name)))


def reserved(name):
    """Speakers of the benchmark's report split, never used here."""
    return speaker_number(name) // 2 % 5 == 0


def held_out(name):
    """Speakers of the remaining ones that are kept for development."""
    return speaker_number(name) // 2 % 5 == 1 and speaker_number(name) % 3 != 0


def speaker_clips(folder, development=False):
    """(voice, path, speeds) of a folder with one sub-folder per speaker."""
    for speaker in sorted(p for p in Path(folder).iterdir() if p.is_dir()):
        if not reserved(speaker.name) and held_out(speaker.name) == development:
            for path in files(speaker):
                yield f"speaker-{speaker.name}", path, SPEEDS["scarce"]


def package_clips(root):
    for package, inside in packages.SPEECH:
        base = Path(root) / package / inside
        for path in files(base):
            if package == "tuxpaint-stamps-default":
                if "_desc" not in path.stem:
                    continue
                language = path.stem.split("_desc")[1]
                voice = f"{package}{language}"
            elif package in ("klettres-data", "ktuberling-data", "hedgewars-data", "codec2-examples"):
                part = path.relative_to(base).parts
                voice = f"{package}-{part[0] if len(part) > 1 else path.stem}"
            else:
                voice = package
            yield voice, path, SPEEDS["natural"]


def prepare(samples, rate, speed):
    """(16 kHz signal with peak 0.5, whole 10 ms) of a clip played at another speed, or None."""
    samples = samples[:LONGEST * rate]
    if len(samples) < rate // 5 or np.abs(samples).max() < 1e-3:
        return None
    samples = samples - samples.mean()
    wide = resample(samples, int(rate * speed), 16000)
    wide = wide[:len(wide) // 320 * 320]
    return None if len(wide) < 1600 else wide / np.abs(wide).max() * 0.5


def label_batch(batch):
    """[(voice, samples, rate, speed)] -> [(voice, rate, 16 kHz signal, label, weight)]"""
    ready = [(voice, rate, prepare(samples, rate, speed)) for voice, samples, rate, speed in batch]
    ready = sorted((r for r in ready if r[2] is not None), key=lambda r: len(r[2]))
    out = []
    for i in range(0, len(ready), 32):
        part = ready[i:i + 32]
        edge = np.zeros(4800, np.float32)  # the teachers need some silence around a short clip
        tracks = teachers.speech_probability([np.concatenate([edge, r[2], edge]) for r in part])
        for (voice, rate, wide), track in zip(part, tracks):
            track = track[30:30 + len(wide) // 160]
            label, weight = frame_labels(wide, 16000, track)
            if label.mean() > 0.05:
                out.append((voice, rate, wide, label, weight))
    return out


def read_batch(clips):
    loaded = []
    for voice, path, speeds in clips:
        sound = read(path)
        if sound is not None and sound[1] >= 8000 and len(sound[0]) > 0.15 * sound[1]:
            loaded += [(voice, *sound, speed) for speed in speeds]
    return label_batch(loaded)


def pcm(samples):
    return np.clip(np.round(samples * 32767), -32768, 32767).astype(np.int16)


def write_speech(folder, labelled):
    """Natural clips with their labels, and every voice's dense speech."""
    clips, narrow, wide, label, weight = [], [], [], [], []
    at = 0
    for voice, rate, signal, on, trust in labelled:
        count = len(on) // 2 * 2
        signal = signal[:count * 160]
        active = signal.reshape(count, 160)[on[:count]]
        clips.append({"voice": voice, "start": at, "frames": count, "rate": rate, "level": rms(active)})
        wide.append(pcm(signal))
        narrow.append(pcm(resample(signal, 16000, 8000)))
        label.append(on[:count])
        weight.append(trust[:count])
        at += count
    np.save(folder / "speech-16000.npy", np.concatenate(wide))
    np.save(folder / "speech-8000.npy", np.concatenate(narrow))
    np.save(folder / "label.npy", np.concatenate(label))
    np.save(folder / "weight.npy", np.concatenate(weight).astype(np.float16))
    (folder / "clips.json").write_text(json.dumps(clips))


def write_dense(folder, labelled):
    by_voice = {}
    for voice, rate, signal, _, _ in labelled:
        if is_clean(signal, 16000):
            by_voice.setdefault(voice, []).append((rate, signal))
    for rate in (8000, 16000):
        voices, parts, at = [], [], 0
        for voice in sorted(by_voice):
            pieces, ends, length = [], [], 0
            for original, signal in by_voice[voice]:
                if rate == 16000 and original < 16000:
                    continue
                piece, stops = dense(resample(signal, 16000, rate), rate)
                if len(piece) < rate // 8:
                    continue
                pieces.append(piece)
                ends += [length + s for s in stops]
                length += len(piece)
            if length < 8 * rate:
                continue
            speech = np.concatenate(pieces)
            speech *= 0.06 / rms(speech)
            parts.append(pcm(speech))
            voices.append({"voice": voice, "start": at, "samples": length, "ends": ends})
            at += length
        np.save(folder / f"dense-{rate}.npy", np.concatenate(parts))
        (folder / f"voices-{rate}.json").write_text(json.dumps(voices))


def write_sounds(folder, name, paths, longest):
    """Sounds in a row, each with peak level 0.5, faded at both ends."""
    rows = {8000: [], 16000: []}
    for path in paths:
        sound = read(path)
        if sound is None or sound[1] < 8000 or len(sound[0]) < sound[1] // 20 or np.abs(sound[0]).max() < 1e-3:
            continue
        samples, rate = sound
        samples = samples[:longest * rate]
        for target, row in rows.items():
            signal = resample(samples, rate, target)
            fade = np.minimum(1, np.arange(len(signal)) / (0.005 * target))
            row.append(pcm(signal / np.abs(signal).max() * 0.5 * fade * fade[::-1]))
    for rate, row in rows.items():
        np.save(folder / f"{name}-{rate}.npy", np.concatenate(row))
        bounds = np.concatenate([[0], np.cumsum([len(r) for r in row])])
        np.save(folder / f"{name}-{rate}-bounds.npy", bounds)


def build(folder, package_root, versions, speakers, workers=2, smoke=False, most=None):
    """Everything below `folder`, which is kept when complete; `most`: of the packages' recordings, drawn by chance."""
    folder = Path(folder)
    read_aloud = [c for s in speakers for c in speaker_clips(s)]
    made = {"packages": versions, "speakers": [str(Path(s).resolve()) for s in speakers], "recordings": len(read_aloud), "smoke": smoke, "most": most}
    if stages.is_kept(folder, made):
        return
    folder.mkdir(parents=True, exist_ok=True)
    clips = list(package_clips(package_root))
    if most:
        clips = [clips[i] for i in np.sort(np.random.default_rng(2).permutation(len(clips))[:most])]
    clips += read_aloud
    clips = [clips[i] for i in np.random.default_rng(1).permutation(len(clips))]
    if smoke:
        clips = clips[:SMOKE_CLIPS]
    batches = [clips[i:i + 96] for i in range(0, len(clips), 96)]
    with ProcessPoolExecutor(workers) as pool:
        labelled = [r for part in pool.map(read_batch, batches) for r in part]
    spoken = [(voice, samples, rate, 1.0) for voice, samples, rate in synthesis.utterances(smoke)]
    labelled += label_batch(spoken)
    write_speech(folder, labelled)
    write_dense(folder, labelled)
    music = [p for package, inside in packages.MUSIC for p in files(Path(package_root) / package / inside)]
    effects = [p for package, inside in packages.EFFECTS for p in files(Path(package_root) / package / inside)]
    write_sounds(folder, "music", music, 90)
    write_sounds(folder, "effects", effects, 10)
    stages.keep(folder, made)
