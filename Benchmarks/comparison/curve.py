"""Delay against accuracy: Interject with more and with less caution, and on the references' segments."""

import json
import subprocess

import numpy as np
from scipy.optimize import linear_sum_assignment

from scoring import MATCH, OPEN, f1

# Values of turns.interruption_caution; 0 is what the program decides with.
CAUTIONS = (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5)
RESAMPLES = 200
PARTIES = ("agent", "customer")


class Flag:
    """What became of one flag: of whom, where, when it was raised, and whether it stands."""

    def __init__(self, event):
        self.party, self.start, self.at = PARTIES.index(event["party"]), event["start"], event["at"]
        self.stands = True


def flags(recording, segments, caution, program):
    options = ["--segments", segments] if segments else []
    output = subprocess.run(
        [program, "analyze", "--format", "jsonl", "--set", f"turns.interruption_caution={caution}",
         *options, str(recording)], check=True, capture_output=True).stdout
    found = {}
    for line in output.splitlines():
        event = json.loads(line)
        if event["event"] == "interruption":
            found[event["id"]] = Flag(event)
        elif event["event"] == "retraction":
            found[event["id"]].stands = False
    return list(found.values())


def counts(overlaps, chosen):
    """Hits, false ones and missed ones of one call, and the delays of the hits."""
    hits, false, delays = 0, 0, []
    distance = np.array([
        [abs(flag.start - each["onset"]) if flag.party == each["by"] else np.inf for each in overlaps]
        for flag in chosen]).reshape(len(chosen), len(overlaps))
    rows, columns = linear_sum_assignment(np.where(distance <= MATCH, distance, 9.0))
    onsets = {row: overlaps[column] for row, column in zip(rows, columns) if distance[row, column] <= MATCH}
    for row, flag in enumerate(chosen):
        onset = onsets.get(row)
        if onset and onset["kind"] == "interruption":
            hits += 1
            delays.append(flag.at - onset["onset"])
        elif not onset or onset["kind"] not in OPEN:
            false += 1
    return (hits, false, sum(each["kind"] == "interruption" for each in overlaps) - hits), delays


def cells(calls, decided):
    """One row: delays, then F1 with its interval and false flags an hour, first and standing."""
    hours = sum(known["duration"] for _, known in calls) / 3600
    scored = {
        when: [
            counts(known["overlaps"], [flag for flag in each if when == "first" or flag.stands])
            for (_, known), each in zip(calls, decided)]
        for when in ("first", "standing")}
    delays = [delay for _, each in scored["first"] for delay in each]
    median, late = np.quantile(delays, (0.5, 0.9)) if delays else (np.nan, np.nan)
    row = [f"{median:.2f} / {late:.2f}"]
    for when in ("first", "standing"):
        each = np.array([count for count, _ in scored[when]])
        # The same resamples of the calls in every row.
        drawn = np.random.default_rng(1).integers(0, len(each), (RESAMPLES, len(each)))
        low, high = np.quantile([f1(*each[index].sum(0)) for index in drawn], (0.025, 0.975))
        row += [f"{f1(*each.sum(0)):.3f} [{low:.2f}, {high:.2f}]", f"{each[:, 1].sum() / hours:.1f}"]
    return row


def table(calls, work, program, progress):
    """Calls are (recording, reference); a file of segments for each is written below `work`."""
    exact = []
    for number, (recording, known) in enumerate(calls):
        path = work / f"segments-{number}.rttm"
        path.write_text("".join(
            f"SPEAKER {recording.stem} 1 {start:.3f} {end - start:.3f} <NA> <NA> {name} <NA> <NA>\n"
            for name, speech in zip(PARTIES, known["speech"]) for start, end in speech))
        exact.append(path)
    lines = [
        f"{len(calls)} calls, {sum(known['duration'] for _, known in calls) / 3600:.1f} h\n",
        "| segments | caution | flagged after, s: median / 90 % | F1 at the flag | false per hour | F1, standing | false per hour |",
        "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, given in (("detected", [None] * len(calls)), ("of the references", exact)):
        for caution in CAUTIONS:
            progress(f"hearing {len(calls)} calls: segments {name}, caution {caution}")
            decided = [
                flags(recording, segments, caution, program)
                for (recording, _), segments in zip(calls, given)]
            lines.append("| " + " | ".join([name, f"{caution:g}", *cells(calls, decided)]) + " |")
    for path in exact:
        path.unlink()
    progress("")
    return "\n".join(lines)
