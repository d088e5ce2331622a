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

import curve
import labels
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


def plain(recording, work):
    """A copy of a recording as 16 bit WAV, which every tool reads."""
    samples, rate = soundfile.read(recording, dtype="int16", always_2d=True)
    if samples.shape[1] < 2:
        sys.exit(f"{recording}: one channel; name recordings with a channel for each party")
    copy = work / f"{recording.stem}.wav"
    soundfile.write(copy, samples[:, :2], rate, subtype="PCM_16")
    return copy


def references(folder, work, judged):
    """The recordings of a folder that have a reference, or labels of people, each with both."""
    found = []
    work.mkdir(parents=True, exist_ok=True)
    for recording in sorted({*folder.glob("*.wav"), *judged}):
        paths = [recording.with_suffix(suffix) for suffix in (".reference.json", ".json")]
        path = next((path for path in paths if path.exists()), None)
        if path or recording in judged:
            known = reference(path) if path and not (recording in judged and is_report(path)) else None
            found.append((plain(recording, work), known, judged.get(recording, [])))
    return found


def is_report(path):
    """Whether the file beside a recording is what the program says of it, and no reference."""
    try:
        return "summary" in json.loads(path.read_text())
    except ValueError:
        return False


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
        for recording, *_ in calls:
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
    parser.add_argument("folder", nargs="*", type=pathlib.Path)
    parser.add_argument(
        "--curve", action="store_true",
        help="delay against accuracy of Interject alone, over the calls of all folders")
    parser.add_argument(
        "--answers", nargs="+", default=[], type=pathlib.Path, metavar="FILE",
        help="files that pages of \"interject review\" have saved: labels beside references")
    parser.add_argument("--minutes", type=float, default=10, help="audio that speed is taken on")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many counts")
    parser.add_argument("--systems", help="only those whose names contain one of these")
    for name in ("--interject", "--work", "--default"):
        parser.add_argument(name, type=pathlib.Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not 0 < options.minutes <= 6000 or not 1 <= options.rounds <= 100:
        parser.error("--minutes must be above 0 and at most 6000, --rounds 1 to 100")
    if len(options.folder) > 1 and not options.curve:
        parser.error("only --curve takes several folders")
    folder = options.folder[0] if options.folder else options.default
    program = str(options.interject)
    if options.curve:
        calls = [
            call for number, each in enumerate(options.folder or [folder])
            for call in references(each, options.work / "calls" / str(number), {})]
        if not calls:
            sys.exit(f"{folder}: no NAME.wav with NAME.json or NAME.reference.json; name another folder")
        print(curve.table([(path, known) for path, known, _ in calls], options.work, program, progress))
        return
    judged, absent = {}, 0
    if options.answers:
        judged, absent = labels.by_recording(labels.read(options.answers, program), folder)
        if not judged:
            sys.exit(f"{folder}: none of the recordings that the answers are about; name their folder")
    calls = references(folder, options.work / "calls", judged)
    if not calls:
        sys.exit(f"{folder}: no NAME.wav with NAME.json or NAME.reference.json; name another folder")
    wanted = options.systems.lower().split(",") if options.systems else [""]
    names = [
        name for name in [*DETECTORS, *CALLS] if any(part in name.lower() for part in wanted)]

    scores, beside, failed = {}, {}, {}
    for name in names:
        progress(f"hearing {len(calls)} calls: {name}")
        score, heard = Score(), labels.Judged()
        try:
            for recording, known, own in calls:
                if name in CALLS:
                    _, speech, flags = run_call(CALLS[name], recording, program)
                else:
                    _, speech = run_detector(DETECTORS[name], recording)
                    flags = duration_rule(speech, HOLD)
                if known:
                    score.add(known, speech, flags)
                if own:
                    heard.add(own, flags)
            scores[name], beside[name] = score, heard
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

    known = [call[1]["duration"] for call in calls if call[1]]
    print(
        f"{len(known)} calls with a reference, {sum(known) / 60:.1f} minutes; "
        f"speed on {seconds / 60:.0f} minutes, median of {options.rounds}, one core. Detectors get "
        f"the usual rule: overlap for {HOLD} s.\n")
    print("| | speech F1 | overlap F1 | interruptions F1 | false an hour | x real time per channel |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, score in scores.items():
        speed = 2 * seconds / statistics.median(times[name])
        cells = [f"{value:.3f}" for value in score.row()[:3]] + [f"{score.row()[3]:.0f}"]
        print(f"| {name} | {' | '.join(cells if known else '–' * 4)} | {speed:,.0f} |")
    if judged:
        given = [label["label"] for own in judged.values() for label in own]
        print(
            f"\nBy ear: {len(given)} moments of {len(judged)} calls, {given.count('yes')} interruptions, "
            f"{given.count('no')} none, {given.count('unsure')} open; each counts for as many as it stands for.\n")
        print("\n".join(labels.table(beside)))
        if absent:
            print(f"{absent} labels of recordings that are not in {folder} are left out", file=sys.stderr)
    for name, reason in failed.items():
        print(f"{name} is left out: {reason}", file=sys.stderr)


if __name__ == "__main__":
    main()
