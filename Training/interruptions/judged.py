"""Moments of real calls that people have judged by ear, as calls to learn from.

The labels are what `interject review --answers FILE... --format json` says of the files that its pages save; beside them is a folder
with NAME.frames.csv and NAME.jsonl of `interject analyze --format frames,jsonl --output FOLDER` for each recording NAME. Only judged
onsets over the other's speech are learned from: what nobody has judged is open, and starts in silence are no case of the network's.
"""
import json
import sys
from pathlib import Path, PurePath

import numpy as np

from .activity import FRAME, Track, from_segments
from .calls import Call

PARTIES = {"agent": 0, "customer": 1}
KINDS = {"yes": "interruption", "no": "none", "unsure": "unlabelled"}


def judged(path, folder):
    """The calls of labels, in the order of their recordings; each label counts for as many moments as it stands for."""
    content = json.loads(Path(path).read_text())
    if content.get("interject") != "labels":
        sys.exit(f"{path}: no labels; make them by interject review --answers FILE... --format json")
    labels = [label for label in content["labels"] if label["stratum"] != "silence"]
    if not labels:
        sys.exit(f"{path}: no judged onset over the other's speech")
    mean = np.mean([label["weight"] for label in labels])
    by_recording = {}
    for label in labels:
        by_recording.setdefault(PurePath(label["source"]).stem, []).append(label)
    absent = [name for name in by_recording if not (Path(folder) / f"{name}.frames.csv").exists()]
    if absent:
        print(f"{folder}: no analysis of {len(absent)} judged recordings, such as {absent[0]}", file=sys.stderr)
    found = [name for name in sorted(by_recording) if name not in absent]
    return [call(Path(folder) / name, by_recording[name], mean, place) for place, name in enumerate(found)]


def call(path, labels, mean, place):
    p = np.loadtxt(path.with_name(path.name + ".frames.csv"), delimiter=",", skiprows=1)
    events = [json.loads(line) for line in path.with_name(path.name + ".jsonl").read_text().splitlines()]
    speech = [[(e["start"], e["end"]) for e in events if e["event"] == "speech" and e["party"] == party]
              for party in PARTIES]
    tracks = [Track(from_segments(speech[party], p[:, 1 + party])) for party in (0, 1)]
    overlaps = [{"onset": label["start"], "by": PARTIES[label["party"]], "kind": KINDS[label["label"]],
                 "outcome": None, "weight": label["weight"] / mean} for label in labels]
    # The four parts of the train split in turn, whole calls each.
    return Call(f"judged {2 * (place % 4 + 1)}", tracks, overlaps, [], len(p) * FRAME, elsewhere="unlabelled")
