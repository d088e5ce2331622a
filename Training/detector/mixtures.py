"""Training mixtures: a few seconds of one channel of a call, with a label and a weight for every 10 ms."""
import gzip
import json
from pathlib import Path

import numpy as np

from . import effects, everyday, noise
from .audio import decibels, rms, runs
from .labels import BRIDGE
from .sources import held_out, reserved

SECONDS = 5
FRAMES = 100 * SECONDS
SILENT = 0.34  # share of mixtures without speech
DISTANT = 0.18  # share of those with speech in which the speaker is far from the microphone
ALONE = 0.4  # share of those without speech in which there is a sound and next to nothing else
RECORDED = 0.2  # share of recordings as they are that other microphones made
NOMINAL = 0.06  # rms of speech before the final gain


def load_timing(path):
    """[[[start, end], ...]] of every side of the conversations that neither report nor development uses."""
    sides = []
    with gzip.open(path, "rt") as lines:
        for line in lines:
            conversation = json.loads(line)
            if not reserved(conversation["id"]) and not development(conversation["id"]):
                sides += [np.array([unit[:2] for unit in side]) for side in conversation["sides"] if len(side) > 3]
    return sides


def development(conversation):
    return not reserved(conversation) and held_out(conversation) and conversation[-1] in "02468"


def held_out_music(index):
    return index % 6 == 5


class Store:
    """The sources at one rate; `recorded` is the folder of what others recorded."""

    def __init__(self, folder, recorded, rate, timing=None):
        folder, recorded = Path(folder), Path(recorded)
        array = lambda name: np.load(folder / f"{name}.npy", mmap_mode="r")
        self.rate = rate
        self.speech, self.label, self.weight = array(f"speech-{rate}"), np.load(folder / "label.npy"), np.load(folder / "weight.npy")
        self.clips = json.loads((folder / "clips.json").read_text())
        if (recorded / "clips.json").exists():
            self.add_speech(recorded)
        self.read_recorded(recorded)
        self.dense = array(f"dense-{rate}")
        self.voices = json.loads((folder / f"voices-{rate}.json").read_text())
        self.music, self.effects = array(f"music-{rate}"), array(f"effects-{rate}")
        self.effect_bounds = np.load(folder / f"effects-{rate}-bounds.npy")
        bounds = np.load(folder / f"music-{rate}-bounds.npy")
        self.pieces = [(a, b) for i, (a, b) in enumerate(zip(bounds, bounds[1:])) if not held_out_music(i)]
        self.timing = timing or []
        by_voice = {}
        for i, clip in enumerate(self.clips):
            if rate == 8000 or clip["rate"] > 8000:
                by_voice.setdefault(clip["voice"], []).append(i)
        self.by_voice = list(by_voice.values())
        duration = np.array([sum(self.clips[i]["frames"] for i in v) for v in self.by_voice], float)
        read = np.array([name.startswith("speaker-") for name in by_voice])
        self.chance = self.shares(np.sqrt(duration), read, 0.5)
        self.chance = self.shares(self.chance, np.array([name.startswith("recorded-") for name in by_voice]), RECORDED)
        read = np.array([v["voice"].startswith("speaker-") for v in self.voices])
        self.dense_chance = self.shares(np.sqrt([v["samples"] for v in self.voices]), read, 0.65)

    def add_speech(self, recorded):
        """Clips of another store behind those of the first."""
        moved = len(self.label)
        extra = json.loads((recorded / "clips.json").read_text())
        self.clips += [clip | {"start": clip["start"] + moved} for clip in extra]
        self.speech = np.concatenate([self.speech, np.load(recorded / f"speech-{self.rate}.npy")])
        self.label = np.concatenate([self.label, np.load(recorded / "label.npy")])
        self.weight = np.concatenate([self.weight, np.load(recorded / "weight.npy")])

    def read_recorded(self, recorded):
        row = lambda name: (np.load(recorded / f"{name}-{self.rate}.npy", mmap_mode="r"), np.load(recorded / f"{name}-{self.rate}-bounds.npy"))
        self.kinds = [row(f"sounds-{i}") for i in range(len(json.loads((recorded / "kinds.json").read_text())))]
        rooms, bounds = row("rooms")
        decay = np.load(recorded / "rooms-decay.npy")
        self.rooms = [(np.asarray(rooms[a:b], np.float64), d) for a, b, d in zip(bounds, bounds[1:], decay)]

    @staticmethod
    def shares(size, read, share):
        """Chances in proportion to size, with `share` of them for those that `read` names."""
        size = np.asarray(size, float).copy()
        if read.any() and not read.all():
            size[read] *= share / size[read].sum()
            size[~read] *= (1 - share) / size[~read].sum()
        return size / size.sum()


def excerpt(rng, row, count):
    first = int(rng.integers(0, max(1, len(row) - count)))
    piece = np.asarray(row[first:first + count], np.float64) / 32768
    return np.pad(piece, (0, count - len(piece)))


def natural_track(rng, store):
    """Recordings as they are, of one voice or of several in turn, with pauses between them."""
    count = SECONDS * store.rate
    hop = store.rate // 100
    samples, label, weight = np.zeros(count), np.zeros(FRAMES, bool), np.ones(FRAMES)
    pick = lambda: store.by_voice[rng.choice(len(store.by_voice), p=store.chance)]
    clips, several, level = pick(), rng.random() < 0.2, 1.0
    at = int(rng.integers(-100, 120))
    begin = 0
    if at < 0:
        at, begin = 0, int(rng.integers(0, 200))
    while at < FRAMES:
        clip = store.clips[clips[rng.integers(len(clips))]]
        begin = min(begin, clip["frames"] // 2)
        length = min(clip["frames"] - begin, FRAMES - at)
        first = clip["start"] + begin
        piece = np.asarray(store.speech[first * hop:(first + length) * hop], np.float64) / 32768
        samples[at * hop:(at + length) * hop] = piece * (level * NOMINAL / max(clip["level"], 1e-4))
        label[at:at + length] = store.label[first:first + length]
        weight[at:at + length] = store.weight[first:first + length]
        at += length + int(100 * min(4.0, rng.lognormal(-0.7, 1.0)))
        begin = 0
        if several:
            clips, level = pick(), decibels(rng.uniform(-8, 4))
    return samples, label, weight


def unit_times(rng, store):
    """Speech units within a window, in seconds."""
    if store.timing and rng.random() < 0.85:
        for _ in range(3):
            side = store.timing[rng.integers(len(store.timing))]
            start = rng.uniform(0, side[-1, 1] - SECONDS)
            units = side[(side[:, 1] > start) & (side[:, 0] < start + SECONDS)] - start
            if len(units):
                return units
    units, at = [], rng.uniform(-1.0, 1.5)
    while at < SECONDS:
        end = at + min(6.0, rng.lognormal(-0.3, 0.9)) + 0.06
        if end > 0:
            units.append((at, end))
        at = end + min(4.0, rng.lognormal(-0.9, 1.1)) + 0.02
    return np.array(units).reshape(-1, 2)


def unit_track(rng, store):
    """Stretches of pause-free speech of one voice with exact bounds."""
    count, hop = SECONDS * store.rate, store.rate // 100
    samples, covered = np.zeros(count), np.zeros(count + 1)
    voice = store.voices[rng.choice(len(store.voices), p=store.dense_chance)]
    ends = np.array(voice["ends"])
    for start, end in unit_times(rng, store):
        first, last = max(0, int(start * store.rate)), min(count, int(end * store.rate))
        length = last - first
        if end - start < 0.08 or length < hop:
            continue
        length = min(length, voice["samples"])
        stops = ends[ends >= length]
        if len(stops) and rng.random() < 0.6:
            begin = int(rng.choice(stops)) - length
        else:
            begin = int(rng.integers(0, voice["samples"] - length + 1))
        piece = np.asarray(store.dense[voice["start"] + begin:voice["start"] + begin + length], np.float64) / 32768
        fade = min(length // 2, store.rate // 200)
        piece[:fade] *= np.linspace(0, 1, fade)
        piece[-fade:] *= np.linspace(1, 0, fade)
        samples[first:first + length] += piece
        covered[first:first + length] = 1
    label = covered[:count].reshape(FRAMES, hop).mean(1) >= 0.5
    weight = np.ones(FRAMES)
    for first, end in runs(~label):
        if first > 0 and end < FRAMES and end - first < BRIDGE:
            weight[first:end] = 0
    return samples, label, weight


def babble(rng, store):
    count = SECONDS * store.rate
    total = np.zeros(count)
    for _ in range(rng.integers(4, 9)):
        voice = store.voices[rng.choice(len(store.voices), p=store.dense_chance)]
        total += np.resize(excerpt(rng, store.dense[voice["start"]:voice["start"] + voice["samples"]], count), count) * decibels(rng.uniform(-3, 3))
    if rng.random() < 0.3:
        total = effects.reverberate(total, effects.room_response(rng, store.rate)[0])
    return noise.unit(total)


def gated(rng, store, label):
    """Noise that a suppressor lets through together with speech."""
    open_ = np.zeros(FRAMES)
    before, after = int(rng.uniform(0, 8)), int(rng.uniform(5, 45))
    for first, end in runs(label):
        open_[max(0, first - before):end + after] = 1
    if rng.random() < 0.3:  # and sometimes by itself
        first = int(rng.integers(0, FRAMES))
        open_[first:first + int(rng.integers(10, 100))] = 1
    closed = decibels(rng.uniform(-60, -20))
    gate = np.repeat(closed + (1 - closed) * open_, store.rate // 100)
    if rng.random() < 0.5:
        size = int(rng.uniform(0.002, 0.03) * store.rate)
        gate = np.convolve(gate, np.ones(size) / size, "same")
    return noise.coloured(rng, len(gate), store.rate) * gate


def sounds(rng, store):
    """Recorded sounds: several of one kind, one after another; peak near 1."""
    count = SECONDS * store.rate
    out = np.zeros(count)
    bounds = store.effect_bounds
    near = int(rng.integers(len(bounds) - 1))
    at, pace = int(rng.uniform(0, 1.5) * store.rate), rng.uniform(0.05, 1.5)
    while at < count:
        i = int(np.clip(near + rng.integers(-3, 4), 0, len(bounds) - 2))
        piece = np.asarray(store.effects[bounds[i]:bounds[i + 1]][:count - at], np.float64) / 16384
        out[at:at + len(piece)] += piece * rng.uniform(0.3, 1)
        at += int((rng.exponential(pace) + min(0.1, len(piece) / store.rate)) * store.rate) + 1
    return out / max(1.0, np.abs(out).max())


def music(rng, store):
    if rng.random() < 0.35:
        return noise.melody(rng, SECONDS * store.rate, store.rate)
    first, end = store.pieces[rng.integers(len(store.pieces))]
    piece = excerpt(rng, store.music[first:end], SECONDS * store.rate)
    return piece / max(rms(piece), 0.003)


def recorded_sound(rng, store):
    """Real sounds of one kind, as long as they are or one after another; peak near 1."""
    count = SECONDS * store.rate
    out = np.zeros(count)
    row, bounds = store.kinds[rng.integers(len(store.kinds))]
    one = int(rng.integers(len(bounds) - 1))
    at, several, pause = int(rng.uniform(-1, 3) * store.rate), rng.random() < 0.5, rng.uniform(0.05, 1.5)
    while at < count:
        piece = row[bounds[one]:bounds[one + 1]]
        begin = int(rng.integers(0, max(1, len(piece) - count))) if len(piece) > count else 0
        piece = np.asarray(piece[begin:begin + count], np.float64) / 16384 * rng.uniform(0.3, 1)
        if at < 0:
            piece, at = piece[-at:], 0
        piece = piece[:count - at]
        out[at:at + len(piece)] += piece
        at += len(piece) + int(rng.exponential(pause) * store.rate) + 1
        if several:
            one = int(rng.integers(len(bounds) - 1))
    return out / max(1e-3, np.abs(out).max())


def events(rng, store):
    """Sounds of everyday life, recorded or synthetic; peak near 1."""
    if store.kinds and rng.random() < 0.5:
        return recorded_sound(rng, store)
    return everyday.draw(rng)(rng, SECONDS * store.rate, store.rate)


STEADY = ["coloured", "modulated", "hum", "babble", "music", "tones"]
BURSTS = ["sounds", "breath", "thumps", "clicks"]


def background(rng, store, kind):
    if kind in ("babble", "sounds", "music"):
        return {"babble": babble, "sounds": sounds, "music": music}[kind](rng, store)
    return getattr(noise, kind)(rng, SECONDS * store.rate, store.rate)


def switched(rng, samples):
    """The samples, sometimes only from or until some moment."""
    if rng.random() < 0.25:
        edge = int(rng.integers(0, len(samples)))
        samples = samples.copy()
        if rng.random() < 0.5:
            samples[:edge] = 0
        else:
            samples[edge:] = 0
    return samples


def add_noise(rng, store, samples, label, speaking):
    """samples plus what is around the speaker."""
    if speaking:
        steady = rng.choice(["none", "coloured", "gated", "babble", "modulated", "hum", "music", "tones"],
                            p=[0.18, 0.28, 0.13, 0.25, 0.05, 0.04, 0.05, 0.02])
    else:
        steady = rng.choice(["none"] + STEADY, p=[0.13, 0.15, 0.07, 0.08, 0.21, 0.28, 0.08])
    if steady != "none":
        low = {"babble": 3, "music": 5, "gated": 0, "tones": 5}.get(steady, -3)
        ratio = rng.uniform(low, 15) if rng.random() < 0.6 else rng.uniform(12, 35)
        if not speaking:
            ratio = rng.uniform(3 if steady == "babble" else -10, 35)
        sound = gated(rng, store, label) if steady == "gated" else background(rng, store, steady)
        samples = samples + (sound if steady == "gated" else switched(rng, sound)) * NOMINAL * decibels(-ratio)
    if rng.random() < (0.22 if speaking else 0.5):
        kind = BURSTS[rng.integers(len(BURSTS))]
        samples = samples + background(rng, store, kind) * NOMINAL * decibels(rng.uniform(-22, 12 if speaking else 20))
    if rng.random() < (0.2 if speaking else 0.6):
        samples = samples + switched(rng, events(rng, store)) * NOMINAL * decibels(rng.uniform(-22, 8 if speaking else 22))
    return samples


def at_a_distance(rng, store, samples, label, weight):
    """A speaker metres from the microphone, with the noise of a room; what only reverberates weighs little."""
    response, decay_time = store.rooms[rng.integers(len(store.rooms))]
    samples = effects.reverberate(samples, response)
    weight = weight.copy()
    for _, end in runs(label):
        after = slice(end, end + int(min(0.25, decay_time * 0.4) * 100))
        weight[after] = np.where(label[after], weight[after], 0.2 * weight[after])
    around = noise.coloured(rng, len(samples), store.rate) * NOMINAL * decibels(-rng.uniform(3, 30))
    return samples + around, weight


def add_other_voice(rng, store, samples, label, weight):
    """Another voice far below the main one: to be ignored, or left open where it is not that far."""
    other, active, _ = (natural_track if rng.random() < 0.5 else unit_track)(rng, store)
    level = rng.uniform(-42, -15)
    if rng.random() < 0.5:
        other = effects.reverberate(other, effects.room_response(rng, store.rate)[0])
    weight = weight.copy()
    heard = np.cumsum(label) >= 50
    open_ = active & ~label & (~heard | (level > -28))
    weight[open_] = 0
    return samples + other * decibels(level), weight


def floor_noise(rng, count, rate, faint):
    if rng.random() < (0.2 if faint else 0.08):
        return np.zeros(count)
    level = rng.uniform(-66, -48) if not faint and rng.random() < 0.7 else rng.uniform(-85, -60)
    return noise.coloured(rng, count, rate) * decibels(level)


def mixture(rng, store):
    """(samples, label, weight)"""
    rate, count = store.rate, SECONDS * store.rate
    speaking = rng.random() > SILENT
    samples, label, weight = np.zeros(count), np.zeros(FRAMES, bool), np.ones(FRAMES)
    dry_units = distant = False
    if speaking:
        dry_units = rng.random() < 0.65
        samples, label, weight = (unit_track if dry_units else natural_track)(rng, store)
        samples = samples * decibels(rng.uniform(-6, 6))
        distant = rng.random() < DISTANT
        if distant:
            samples, weight = at_a_distance(rng, store, samples, label, weight)
        elif rng.random() < (0.12 if dry_units else 0.4):
            response, decay_time = effects.room_response(rng, rate)
            samples = effects.reverberate(samples, response)
            if decay_time > 0.25:
                for _, end in runs(label):
                    after = slice(end, end + int(min(0.2, decay_time * 0.4) * 100))
                    weight[after] = np.where(label[after], weight[after], 0.2 * weight[after])
        if rng.random() < 0.13:
            samples, weight = add_other_voice(rng, store, samples, label, weight)
    alone = not speaking and rng.random() < ALONE
    if alone:
        samples = events(rng, store) * NOMINAL * decibels(rng.uniform(-16, 22))
    elif speaking or rng.random() > 0.1:
        samples = add_noise(rng, store, samples, label, speaking)
    if rng.random() < (0.25 if dry_units else 0.6):
        samples = effects.equalise(rng, samples, rate, telephone=rng.random() < 0.35)
    samples = samples + floor_noise(rng, count, rate, alone)
    if rng.random() < 0.07:
        samples = effects.pump(rng, samples, rate)
    gain = rng.normal(0, 4) if dry_units else rng.normal(-3, 9)
    if distant:
        gain -= rng.uniform(0, 18)
    samples = samples * decibels(float(np.clip(gain, -32, 14)))
    if rng.random() < 0.04:
        samples = samples + rng.uniform(-0.05, 0.05)
    samples = np.clip(samples, -1, 1)
    if rng.random() < 0.03:
        limit = max(1e-3, np.abs(samples).max() * rng.uniform(0.2, 0.8))
        samples = np.clip(samples, -limit, limit)
    codec = rng.choice(["none", "mu-law", "a-law", "gsm"], p=[0.46, 0.27, 0.17, 0.10] if rate == 8000 else [0.94, 0.03, 0.03, 0])
    samples = {"none": lambda x: x, "mu-law": effects.mu_law, "a-law": effects.a_law, "gsm": effects.gsm}[codec](samples)
    if rng.random() < 0.06:
        samples = effects.lose_packets(rng, samples, rate)
    return np.round(np.clip(samples, -1, 1) * 32767) / 32768, label, weight
