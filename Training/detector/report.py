"""A text report of a trained network: size, calls, non-speech and natural recordings, beside other detectors."""
from pathlib import Path

from . import checks, evaluate
from .gate import Gate
from .network import multiply_adds, parameter_count

PEERS = ["silero", "earshot", "fast-vad", "webrtc3"]


def calls_part(network, folders, peers):
    lines = ["Calls (10 ms frames; delays in seconds; false starts an hour)"]
    for folder in folders:
        calls = evaluate.read_calls(folder)
        name = Path(folder).name
        lines.append(evaluate.line(f"{name}: ours", evaluate.measure(calls, evaluate.ours(network, calls), Gate())))
        for peer in PEERS if peers else []:
            lines.append(evaluate.line(f"{name}: {peer}", evaluate.measure_peer(calls, peer)))
    return lines


def silence_part(network, store, seconds):
    lines = [f"Non-speech called speech, per cent at 0.5 over {seconds} s (early, settled, settled in the first 2 s)"]
    for rate in (8000, 16000):
        for name, shares in checks.false_speech(network, rate, seconds, store).items():
            lines.append(f"{rate} {name}".ljust(24) + " ".join(f"{100 * s:.2f}" for s in shares))
    return lines


def natural_part(network, speakers, peers, most):
    lines = ["Held-out speakers' recordings: frame AUC against the teachers' labels of the clean signal"]
    tracks = {"ours, 16 kHz": checks.our_track(network, 16000), "ours, 8 kHz": checks.our_track(network, 8000)}
    if peers:
        tracks.update({name: checks.peer_track(name) for name in ("silero", "earshot")})
    for folder in speakers:
        sets = checks.natural_sets(folder, most=most)
        if not sets["clean"]:
            lines.append(f"{folder}: no speaker of it is held out")
            continue
        for name, track in tracks.items():
            values = " ".join(f"{k} {v:.4f}" for k, v in checks.agreement(sets, track).items())
            lines.append(name.ljust(24) + values)
    return lines


def report(network, store, speakers, calls, peers, facts, smoke=False):
    """`facts`: what the network was made from, a line each."""
    lines = [f"{parameter_count(network)} parameters, {multiply_adds()} multiply-adds per 20 ms", *facts, ""]
    seconds, most = (20, 3) if smoke else (600, None)
    for part in (calls_part(network, calls, peers), silence_part(network, store, seconds), natural_part(network, speakers, peers, most)):
        lines += part + [""]
    return "\n".join(lines)
