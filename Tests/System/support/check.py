"""Counting what holds and telling what does not."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]


class Check:
    """One check of several cases: a line when all hold, a line for each that does not."""

    def __init__(self):
        self.name = pathlib.Path(sys.argv[0]).name
        self.cases = 0
        self.failures = 0

    def that(self, holds, case, found=""):
        """Counts a case; one that does not hold is told with what was found."""
        self.cases += 1
        if not holds:
            self.failures += 1
            print(f"FAIL  {self.name}: {case}" + (f": {found}" if found != "" else ""), flush=True)
        return bool(holds)

    def end(self, figures=""):
        """Prints the line of a check that holds, and ends."""
        if self.failures == 0:
            print(f"ok    {self.name}: {figures or f'{self.cases} cases'}", flush=True)
        sys.exit(1 if self.failures else 0)
