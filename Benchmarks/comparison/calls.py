"""Tools that analyze whole calls: from a file to speech and interruptions of both parties."""

import json
import subprocess

from scoring import duration_rule


def call_ai_metrics(path, _):
    from call_ai_metrics import CallAnalyzer

    result = CallAnalyzer().analyze(path)
    names = list(result.speakers)
    speech = [[], []]
    for segment in result.segments:
        speech[names.index(segment.speaker)].append((segment.start_s, segment.end_s))
    flags = [
        (names.index(event.by), getattr(event, "time_s", getattr(event, "time", None)))
        for event in result.interruption_events
    ]
    return speech, flags


def auditok(path, _):
    import auditok as package

    region = package.load(path)
    speech = [
        [
            (part.start, part.end)
            for part in package.split(
                region, use_channel=channel, min_dur=0.1, max_dur=3600, max_silence=0.18,
                max_trailing_silence=0, validator="otsu")
        ]
        for channel in (0, 1)
    ]
    return speech, duration_rule(speech, 0.5)


def interject(path, program):
    """The program as a user runs it: its event stream, what it took back left out."""
    output = subprocess.run(
        [program, "analyze", "--format", "jsonl", path], check=True, capture_output=True).stdout
    parties = {"agent": 0, "customer": 1}
    speech, flags, gone = [[], []], {}, set()
    for line in output.splitlines():
        event = json.loads(line)
        if event["event"] == "speech":
            speech[parties[event["party"]]].append((event["start"], event["end"]))
        elif event["event"] == "interruption":
            flags[event["id"]] = (parties[event["party"]], event["start"])
        elif event["event"] == "retraction":
            gone.add(event["id"])
    return speech, [flag for number, flag in flags.items() if number not in gone]


CALLS = {"call-ai-metrics": call_ai_metrics, "auditok, Otsu": auditok, "Interject": interject}
