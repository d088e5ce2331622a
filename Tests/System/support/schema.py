"""What the check `schema` does, with the Python that has jsonschema."""

import copy
import json
import sys

sys.path.insert(0, "Tests/System")
sys.argv[0] = "schema"
from jsonschema import Draft202012Validator

from support.check import ROOT, Check
from support.command import analyze, interject
from support.sound import SAMPLE, folder

check = Check()
validators = {}
for name in "events", "summary", "report", "worker":
    schema = json.loads(interject("schema", name).out)
    Draft202012Validator.check_schema(schema)
    validators[name] = Draft202012Validator(schema)


def validates(name, value, case):
    faults = [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in validators[name].iter_errors(value)]
    check.that(not faults, case, faults[:3])


samples = sorted((ROOT / "samples").glob("*.wav"))
texts = [analyze("--format", "jsonl", sample).out.decode() for sample in samples]
texts += [path.read_text() for path in sorted((ROOT / "samples").glob("*.events.jsonl"))]
texts.append(interject("monitor", "--jsonl", "--replay", SAMPLE, "--speed", 0).out.decode())
place = folder()
rttm = place / "call.rttm"
rttm.write_bytes(analyze("--format", "rttm", SAMPLE).out)
texts.append(analyze("--format", "jsonl", "--segments", rttm).out.decode())
words = ["--transcript", SAMPLE.with_suffix(".vtt")]
for arguments in [], words, [*words, "--words-in-reports"]:
    validates("report", json.loads(analyze("--format", "json", *arguments, SAMPLE).out), f"report {arguments}")
    texts.append(analyze("--format", "jsonl", *arguments, SAMPLE).out.decode())
for sample in samples:
    validates("report", json.loads(analyze("--format", "json", sample).out), f"report of {sample.name}")
seen = set()
for text in texts:
    for line in map(json.loads, text.splitlines()):
        seen.add(line["event"])
        validates("events", line, f"events: {line['event']}")
        if line["event"] == "summary":
            validates("summary", line, "summary")
for arguments in [], ["--report"]:
    requests = [*map(str, samples), str(place / "none.wav"), "{"]
    for answer in interject("worker", *arguments, input="\n".join(requests).encode()).events:
        validates("worker", answer, f"worker {arguments}")

# A validator that takes anything would prove nothing.
for line in map(json.loads, texts[0].splitlines()):
    for name in list(line):
        if name in ("event", "labels") or line["event"] in ("metrics", "summary") and name not in ("duration", "unknown"):
            continue
        broken = copy.deepcopy(line)
        broken[name] = {"wrong": True} if not isinstance(line[name], dict) else "wrong"
        check.that(
            not validators["events"].is_valid(broken), f"{line['event']}.{name}: nonsense is refused")
check.that({"speech", "interruption", "metrics", "warning", "summary"} <= seen, "events of all sorts", seen)
check.end(f"{check.cases} cases, events: {len(seen)}")
