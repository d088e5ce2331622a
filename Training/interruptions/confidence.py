"""How far the reported confidence of flags can be believed, and what would make it more so.

usage: python -m interruptions.confidence CALLS EVENTS [CALLS EVENTS ...]     (in Training/)

CALLS holds call-K.json with the "overlaps" of simulated calls, EVENTS call-K.jsonl of `interject analyze --format jsonl`. A flag is
right when it stands to the end and an interruption of the same party begins within 0.3 s of it.
"""
import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

NEAR = 0.3
EDGES = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 1]


def flags(calls, events):
    """[[confidence, whether it is right]]"""
    out = []
    for reference in sorted(Path(calls).glob("call-*.json")):
        path = Path(events) / f"{reference.stem}.jsonl"
        if not path.exists():
            continue
        overlaps = json.loads(reference.read_text())["overlaps"]
        told = [json.loads(line) for line in path.read_text().splitlines()]
        retracted = {e["id"] for e in told if e["event"] == "retraction"}
        used = set()
        for flag in (e for e in told if e["event"] == "interruption"):
            party = ["agent", "customer"].index(flag["party"])
            near = [(abs(o["onset"] - flag["start"]), i) for i, o in enumerate(overlaps) if o["by"] == party and i not in used]
            distance, index = min(near, default=(NEAR + 1, None))
            right = False
            if distance <= NEAR:
                used.add(index)
                right = overlaps[index]["kind"] == "interruption" and flag["id"] not in retracted
            out.append((flag["confidence"], right))
    return out


def main():
    pairs = list(zip(sys.argv[1::2], sys.argv[2::2]))
    if not pairs:
        raise SystemExit(__doc__)
    rows = []
    for calls, events in pairs:
        found = np.array(flags(calls, events), float).reshape(-1, 2)
        rows.append(found)
        print(f"{Path(calls).name}: {len(found)} flags, confidence {found[:, 0].mean():.2f}, right {found[:, 1].mean():.2f}")
    confidence, right = np.concatenate(rows).T
    for low, high in zip(EDGES, EDGES[1:]):
        part = (confidence >= low) & (confidence < high)
        if part.any():
            print(f"{low:.1f}-{high:.1f}: {part.sum()} flags, confidence {confidence[part].mean():.2f}, right {right[part].mean():.2f}")
    odds = np.log(confidence / (1 - confidence))
    loss = lambda w: (np.logaddexp(0, w[0] + w[1] * odds) - right * (w[0] + w[1] * odds)).sum()
    offset, slope = minimize(loss, [0.0, 1.0]).x
    print(f"logit that fits best: {offset:+.2f} {slope:+.2f} x the reported one (0 and 1 where nothing is to be gained)")


if __name__ == "__main__":
    main()
