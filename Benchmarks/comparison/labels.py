"""What people have judged by ear: a label for each moment, and what a system's flags are worth by it."""

import json
import pathlib
import subprocess

import numpy as np

from scoring import MATCH

PARTIES = {"agent": 0, "customer": 1}
DRAWS = 1000


def read(files, program):
    """The labels that the program makes of files of answers, each moment once."""
    command = [program, "review", "--answers", *map(str, files), "--format", "json"]
    told = subprocess.run(command, capture_output=True, text=True)
    if told.returncode:
        raise SystemExit(told.stderr.strip() or f"{command}: exit {told.returncode}")
    content = json.loads(told.stdout)
    for note in content["notes"]:
        print(note)
    return content["labels"]


def by_recording(labels, folder):
    """The labels of each recording of a folder, and how many belong to recordings that are not there."""
    there = {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}
    found, absent = {}, 0
    for label in labels:
        path = there.get(pathlib.PurePath(label["source"]).name)
        if path is None:
            absent += 1
        else:
            found.setdefault(path, []).append(label)
    return found, absent


class Judged:
    """Flags of a system beside labels: which judged moments it flags, and how many flags nobody has judged."""

    def __init__(self):
        self.rows, self.unjudged = [], 0

    def add(self, labels, flags):
        free = list(flags)
        for label in labels:
            party = PARTIES[label["party"]]
            near = [flag for flag in free if flag[0] == party and abs(flag[1] - label["start"]) <= MATCH]
            if near:
                free.remove(min(near, key=lambda flag: abs(flag[1] - label["start"])))
            if label["label"] != "unsure":
                self.rows.append((bool(near), label["label"] == "yes", label["weight"], label["stratum"]))
        self.unjudged += len(free)

    def row(self):
        """Precision and recall with 95 % intervals, flags that were judged and that were not."""
        found, drawn = np.zeros(4), np.zeros((DRAWS, 4))
        rng = np.random.default_rng(1)
        for stratum in sorted({row[3] for row in self.rows}):
            own = [row for row in self.rows if row[3] == stratum]
            # Flagged and right, flagged and wrong, missed, rightly not flagged.
            counts = np.bincount([2 * (not flagged) + (flagged != yes if flagged else not yes)
                                  for flagged, yes, *_ in own], minlength=4)
            stands_for = sum(row[2] for row in own)
            found += stands_for * counts / counts.sum()
            # One answer more, spread over all four, keeps what was not seen possible.
            drawn += stands_for * rng.dirichlet(counts + 0.25, DRAWS)
        intervals = [np.quantile(values, (0.025, 0.975)) for values in self._shares(drawn.T)]
        return self._shares(found), intervals, sum(row[0] for row in self.rows), self.unjudged

    @staticmethod
    def _shares(cells):
        right, wrong, missed, _ = cells
        with np.errstate(invalid="ignore"):
            return right / (right + wrong), right / (right + missed)


def table(systems):
    """Lines of a table of systems' flags beside labels."""
    lines = [
        "| | flags right, of those judged | interruptions heard, flagged | flags judged | not judged |",
        "| --- | --- | --- | --- | --- |"]
    for name, judged in systems.items():
        (precision, recall), intervals, count, unjudged = judged.row()
        cells = [
            "–" if np.isnan(value) else f"{value:.2f} [{low:.2f}, {high:.2f}]"
            for value, (low, high) in zip((precision, recall), intervals)]
        lines.append(f"| {name} | {cells[0]} | {cells[1]} | {count} | {unjudged} |")
    return lines
