"""The stages' folders below WORK: each holds what it was made of, so that none is taken for another's."""
import json
from pathlib import Path

NAME = "made.json"


def is_kept(folder, made):
    """Whether the folder is complete and made of `made`; ends the program where it is made of something else."""
    record = Path(folder) / NAME
    if not record.exists():
        return False
    before = json.loads(record.read_text())
    other = [key for key in sorted({*before, *made}) if before.get(key) != made.get(key)]
    if other:
        changes = ", ".join(f"{key} {brief(before.get(key))} instead of {brief(made.get(key))}" for key in other)
        raise SystemExit(f"{folder} was made with {changes}: remove it, or name another --work")
    return True


def brief(value):
    text = json.dumps(value)
    return text if len(text) <= 80 else text[:77] + "..."


def keep(folder, made):
    """Notes that the folder is complete."""
    (Path(folder) / NAME).write_text(json.dumps(made, indent=1, sort_keys=True) + "\n")
