"""Running the built command."""

import dataclasses
import json
import os
import subprocess

EXECUTABLE = os.environ["INTERJECT"]


@dataclasses.dataclass
class Outcome:
    """How a run ended and what it wrote."""

    code: int
    out: bytes
    err: str

    @property
    def events(self):
        """The lines of an event stream."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def summary(self):
        """The last line of an event stream."""
        return self.events[-1]

    def __str__(self):
        return f"exit {self.code}, {len(self.out)} bytes, stderr {self.err!r}"


def interject(*arguments, input=None, variables=None, prefix=(), **options):
    """Runs the command to its end, for at most two minutes."""
    run = subprocess.run(
        [*prefix, EXECUTABLE, *map(str, arguments)],
        input=b"" if input is None and "stdin" not in options else input,
        stdout=options.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE, timeout=120,
        env={**os.environ, **(variables or {})}, **options)
    return Outcome(run.returncode, run.stdout or b"", run.stderr.decode())


def analyze(*arguments, **options):
    """Analyzes recordings."""
    return interject("analyze", *arguments, **options)
