"""Prints accuracy and speed of public tools and of Interject on one folder of calls."""

import argparse
import json
import math
import pathlib
import resource
import statistics
import sys
import time

import numpy as np
import soundfile
from scipy.signal import resample_poly

from calls import CALLS
from detectors import DETECTORS
from scoring import Score, duration_rule

HOLD = 0.8
REMEDIES = {
    ModuleNotFoundError: "{}; run it again where PyPI can be reached",
    OSError: "{}; ten-vad needs libc++1 of Debian",
}


def progress(text):
    """Tells on a terminal what is going on."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def reference(path):
    """What a reference says, as far as it is needed here."""
    try:
        content = json.loads(path.read_text())
        if len(content["speech"]) == 2 and content["duration"] > 0:
            return {"overlaps": [], **content}
    except (ValueError, KeyError, TypeError):
        pass
    sys.exit(f"{path}: not a reference; give JSON with \"duration\" and \"speech\" of two parties")


def references(folder, work):
    """The recordings of a folder as 16 bit WAV, which every tool reads, with their references."""
    found = []
    work.mkdir(parents=True, exist_ok=True)
    for recording in sorted(folder.glob("*.wav")):
        for suffix in (".reference.json", ".json"):
            path = recording.with_suffix(suffix)
            if path.exists():
                samples, rate = soundfile.read(recording, dtype="int16", always_2d=True)
                copy = work / f"{recording.stem}.wav"
                soundfile.write(copy, samples[:, :2], rate, subtype="PCM_16")
                found.append((copy, reference(path)))
                break
    return found


def at_rate(samples, rate, wanted):
    if rate == wanted:
        return samples
    divisor = math.gcd(rate, wanted)
    moved = resample_poly(samples.astype(np.float64), wanted // divisor, rate // divisor, axis=0)
    return np.clip(np.round(moved), -32768, 32767).astype(np.int16)


def processor_time():
    """Seconds of this process and of the children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def long_recording(calls, seconds, path):
    """All calls one after the other until they last long enough; the length in seconds."""
    rate = soundfile.info(calls[0][0]).samplerate
    parts, length = [], 0
    while length < seconds * rate:
        for recording, _ in calls:
            samples, own = soundfile.read(recording, dtype="int16", always_2d=True)
            parts.append(at_rate(samples[:, :2], own, rate))
            length += len(parts[-1])
    soundfile.write(path, np.concatenate(parts), rate, subtype="PCM_16")
    return length / rate


def run_detector(make, recording):
    """The time of both channels, without reading and resampling; speech of both parties."""
    samples, rate = soundfile.read(recording, dtype="int16", always_2d=True)
    detector = make(rate if rate in (8000, 16000, 32000, 48000) else 16000)
    heard = at_rate(samples, rate, detector.rate)
    channels = [np.ascontiguousarray(heard[:, channel]) for channel in (0, 1)]
    begun = processor_time()
    speech = [detector.segments(channel) for channel in channels]
    return processor_time() - begun, speech


def run_call(analyze, recording, program):
    begun = processor_time()
    speech, flags = analyze(str(recording), program)
    return processor_time() - begun, speech, flags


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/compare")
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=10, help="audio that speed is taken on")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many counts")
    parser.add_argument("--systems", help="only those whose names contain one of these")
    for name in ("--interject", "--work", "--default"):
        parser.add_argument(name, type=pathlib.Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not 0 < options.minutes <= 6000 or not 1 <= options.rounds <= 100:
        parser.error("--minutes must be above 0 and at most 6000, --rounds 1 to 100")
    folder = options.folder or options.default
    calls = references(folder, options.work / "calls")
    if not calls:
        sys.exit(f"{folder}: no NAME.wav with NAME.json or NAME.reference.json; name another folder")
    program = str(options.interject)
    wanted = options.systems.lower().split(",") if options.systems else [""]
    names = [
        name for name in [*DETECTORS, *CALLS] if any(part in name.lower() for part in wanted)]

    scores, failed = {}, {}
    for name in names:
        progress(f"hearing {len(calls)} calls: {name}")
        score = Score()
        try:
            for recording, reference in calls:
                if name in CALLS:
                    _, speech, flags = run_call(CALLS[name], recording, program)
                else:
                    _, speech = run_detector(DETECTORS[name], recording)
                    flags = duration_rule(speech, HOLD)
                score.add(reference, speech, flags)
            scores[name] = score
        except Exception as error:  # A tool that fails must not take the others with it.
            failed[name] = REMEDIES.get(type(error), "{}").format(error)

    recording = options.work / "long.wav"
    seconds = long_recording(calls, options.minutes * 60, recording)
    times = {name: [] for name in scores}
    for number in range(options.rounds):
        progress(f"timing: round {number + 1} of {options.rounds}")
        # One after the other in every round: what else the machine does falls on all.
        for name in scores:
            if name in CALLS:
                times[name].append(run_call(CALLS[name], recording, program)[0])
            else:
                times[name].append(run_detector(DETECTORS[name], recording)[0])
    recording.unlink()
    progress("")

    print(
        f"{len(calls)} calls, {sum(score[1]['duration'] for score in calls) / 60:.1f} minutes; "
        f"speed on {seconds / 60:.0f} minutes, median of {options.rounds}, one core. Detectors get "
        f"the usual rule: overlap for {HOLD} s.\n")
    print("| | speech F1 | overlap F1 | interruptions F1 | false an hour | x real time per channel |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, score in scores.items():
        speech, overlap, flags, false = score.row()
        speed = 2 * seconds / statistics.median(times[name])
        print(f"| {name} | {speech:.3f} | {overlap:.3f} | {flags:.3f} | {false:.0f} | {speed:,.0f} |")
    for name, reason in failed.items():
        print(f"{name} is left out: {reason}", file=sys.stderr)


if __name__ == "__main__":
    main()
