"""usage: study-sound TIMINGS SPEAKERS [--events FILE] [--seed N] [--smoke]

TIMINGS   conversations' timings, JSON lines, gzipped: {"id", "sides": [[[start, end, kind, act_end], ...], ...]}
SPEAKERS  a folder of recorded speech, a sub-folder per speaker, continuous and read
--events  where the events with their timing and sound are kept, or are read from if they are there
--smoke   few speakers and conversations, to try the recipe
Prints Markdown tables: what sound adds to timing in telling interruptions from backchannels, and what tells phrase ends from
cuts within phrases. Conversations and speakers that serve the benchmark's report are never read. Needs espeak-ng and flite.
"""
import argparse
import pickle
from pathlib import Path

from interruptions.calls import conversations

from . import newcomers, phrases
from .calls import events
from .speakers import speakers


def gathered(options):
    kept = options.events and Path(options.events)
    if kept and kept.exists():
        return pickle.loads(kept.read_bytes())
    cast = speakers(options.speakers, options.seed, options.smoke)
    print("speakers:", {f"{kind} {part}": len(found) for (kind, part), found in cast.items()}, flush=True)
    rows = conversations(options.timings)
    found = [e for r in (rows[:24] if options.smoke else rows) for e in events(r, cast, options.seed)]
    if kept:
        kept.write_bytes(pickle.dumps(found))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("timings")
    parser.add_argument("speakers")
    parser.add_argument("--events")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--smoke", action="store_true")
    options = parser.parse_args()
    newcomers.report(gathered(options), options.seed)
    phrases.report(options.speakers, options.seed, 40 if options.smoke else None)


if __name__ == "__main__":
    main()
