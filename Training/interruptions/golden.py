"""Evidence and logits of scripted scenes, for the engine's tests to compare with."""
from pathlib import Path

import numpy as np

from . import credit
from .activity import Track
from .evidence import inputs, onsets
from .floor import Floor
from .network import logits

# Who speaks when, in frames: the agent's and the customer's intervals.
SCENES = [
    ([(0, 500)], [(300, 450)]),
    ([(50, 400)], [(300, 340)]),
    ([(0, 300), (330, 700)], [(100, 140), (260, 520)]),
    ([(20, 90), (200, 290), (310, 420), (431, 900)], [(100, 150), (240, 262), (300, 333), (500, 560), (590, 800)]),
    ([(0, 200), (205, 330), (500, 640)], [(198, 420), (560, 571), (600, 760)]),
    ([(0, 300), (340, 520), (640, 900)], [(150, 190), (310, 345), (560, 620), (760, 775)]),
    ([(0, 450), (600, 900)], [(150, 190), (212, 240), (265, 280), (312, 350), (650, 690)]),
]
FRAMES = 1000
LOOKS = (0, 6, 15, 30, 60, 120, 250)


def write_golden(path, network, last, backchannels):
    """A line each: scene, party, onset, settled frames, the evidence in frames, the logit; l: the last judgement; b: backchannels."""
    lines = ["# Written by Training/train-interruptions: scene, party, onset, settled frames, evidence, logit"]
    for number, scene in enumerate(SCENES):
        for party, spans in enumerate(scene):
            lines.append(f"scene {number} {party} " + " ".join(f"{a}-{b}" for a, b in spans))
        tracks = []
        for spans in scene:
            active = np.zeros(FRAMES, bool)
            for a, b in spans:
                active[a:b] = True
            tracks.append(Track(active))
        floor = Floor(tracks)
        for party in (0, 1):
            for onset in onsets(tracks, floor, party):
                for s in sorted({onset.opened + look for look in LOOKS} | {onset.settled}):
                    if s >= FRAMES or s > onset.settled:
                        continue
                    evidence = onset.at(s)
                    of = [("interruption", network), ("last", last)]
                    for name, weights in of if s == onset.settled else of[:1]:
                        logit = logits(weights, inputs(evidence))[0]
                        lines.append(f"{name} {number} {party} {onset.start} {s} "
                                     + " ".join(f"{v:.4f}" for v in evidence[0]) + f" {logit:.4f}")
            for i, start in enumerate(tracks[party].starts):
                row = credit.evidence(tracks[party], tracks[1 - party], i)
                if row is not None:
                    logit = logits(backchannels, credit.inputs(np.array([row], float)))[0]
                    lines.append(f"backchannel {number} {party} {start} 0 " + " ".join(f"{v:.4f}" for v in row)
                                 + f" {logit:.4f}")
    Path(path).write_text("\n".join(lines) + "\n")
