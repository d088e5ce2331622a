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
        flagged, yes, weight = np.array([row[:3] for row in self.rows], float).reshape(-1, 3).T
        places = [
            np.flatnonzero([row[3] == stratum for row in self.rows])
            for stratum in sorted({row[3] for row in self.rows})]
        rng = np.random.default_rng(1)
        drawn = []
        for number in range(DRAWS + 1):
            # First as it is, then each stratum drawn again with replacement.
            of = [part if number == 0 else rng.choice(part, len(part)) for part in places]
            of = np.concatenate(of) if of else np.empty(0, int)
            hits = (weight * flagged * yes)[of].sum()
            drawn.append((
                hits / all_flagged if (all_flagged := (weight * flagged)[of].sum()) else np.nan,
                hits / all_yes if (all_yes := (weight * yes)[of].sum()) else np.nan))
        return drawn[0], self._interval(drawn[1:]), int(flagged.sum()), self.unjudged

    @staticmethod
    def _interval(drawn):
        columns = [[value for value in column if not np.isnan(value)] for column in zip(*drawn)]
        return [np.quantile(column, (0.025, 0.975)) if column else (np.nan, np.nan) for column in columns]


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
