"""Timing alone, timing and sound, and sound without its speaker, on conversations and speakers held out."""
import numpy as np
from interruptions.calls import fold
from interruptions.fit import FOLDS
from interruptions.network import fit, logits

from .calls import HORIZONS
from .cues import GROUPS, OF, relative
from .scores import Bootstrap, auc, best_f1, gain, header, row, with_interval

MEMBERS, HIDDEN, EPOCHS, RATE, DECAY = 2, 16, 50, 8e-3, 0.3
VOICES = {"espeak": "espeak-ng", "flite": "flite", "recorded": "recorded"}


def strangers(rng, speakers, within):
    """For every event another one of the same group whose speaker is another; itself where the group has one speaker only."""
    chosen = np.arange(len(speakers))
    for group in np.unique(within):
        members = np.flatnonzero(within == group)
        if len(set(speakers[members])) == 1:
            continue
        for i in members:
            while speakers[chosen[i]] == speakers[i]:
                chosen[i] = members[rng.integers(len(members))]
    return chosen


class Study:
    """Events as arrays, and the held-out scores of classifiers of one kind on any choice of inputs."""

    def __init__(self, events, seed=1):
        self.seed = seed
        column = lambda name: np.array([getattr(e, name) for e in events])
        self.conversation, self.speaker, self.voice = column("conversation"), column("speaker"), column("voice")
        self.kind, self.words = column("kind"), column("words")
        self.timing, sound, usual = column("timing"), column("sound"), column("usual")
        self.label = self.kind == "interruption"
        self.fold = np.array([fold(c) for c in self.conversation])
        other = strangers(np.random.default_rng(seed), self.speaker,
                          np.array([f"{k} {v}" for k, v in zip(self.fold, self.voice)]))
        self.other, self.ending = column("other"), column("ending")
        self.sound = relative(sound, usual[:, None])
        self.unrelated = relative(sound, usual[other][:, None])      # against another speaker's usual
        self.shuffled = self.sound[other]                            # of another speaker's event of any class
        same_voice = strangers(np.random.default_rng(seed), self.conversation,
                               np.array([f"{k} {v}" for k, v in zip(self.fold, self.other)]))
        self.other_ending = self.ending[same_voice]                  # of another conversation's event

    def scores(self, inputs, learned=None):
        """A held-out logit for every event; learned: the events to learn from, all of them by default."""
        learned = np.ones(len(self.label), bool) if learned is None else learned
        out = np.zeros(len(self.label))
        for k in range(FOLDS):
            rows, labels = inputs[learned & (self.fold != k)], self.label[learned & (self.fold != k)]
            for i in range(MEMBERS):
                network = fit(rows, labels.astype(float), np.ones(len(rows)), self.seed + i, epochs=EPOCHS, rate=RATE,
                              hidden=HIDDEN, decay=DECAY)
                out[self.fold == k] += logits(network, inputs[self.fold == k]) / MEMBERS
        return out

    def variants(self, at):
        both = lambda sound: np.concatenate([self.timing[:, at], sound[:, at]], axis=1)
        return {"timing": self.timing[:, at], "sound": both(self.sound), "unrelated": both(self.unrelated),
                "shuffled": both(self.shuffled)}

    def with_cues(self, at, group):
        return np.concatenate([self.timing[:, at], self.sound[:, at][:, OF == group]], axis=1)


def compared(bootstrap, of, scores, labels, groups=None):
    """Cells: timing, then what every other choice of inputs adds to it."""
    base, resampled = bootstrap.measure(of, scores["timing"], labels, groups)
    cells = [with_interval(base, resampled)]
    for name in list(scores)[1:]:
        value, values = bootstrap.measure(of, scores[name], labels, groups)
        cells.append(gain(value - base, values - resampled))
    return cells


def report(events, seed=1):
    study = Study(events, seed)
    counts = {(v, k): int(((study.voice == v) & (study.kind == k)).sum())
              for v in VOICES for k in ("interruption", "backchannel", "terminal")}
    print("events:", counts, "conversations:", len(set(study.conversation)), "speakers:", len(set(study.speaker)), flush=True)
    scores = {h: {name: study.scores(x) for name, x in study.variants(at).items()} for at, h in enumerate(HORIZONS)}
    all_events(study, scores)
    beginnings(study, scores)
    same_words(study)
    transfer(study)
    endings(study)


def all_events(study, scores):
    columns = ("timing alone", "with sound", "sound against another's usual", "sound shuffled")
    for of, name in ((auc, "AUC"), (best_f1, "best F1")):
        print(f"\n{name}, interruptions against all else\n\n" + header("voices", "s", *columns))
        for voice, label in VOICES.items():
            chosen = study.voice == voice
            bootstrap = Bootstrap(study.conversation[chosen])
            for h in HORIZONS:
                cells = compared(bootstrap, of, {n: s[chosen] for n, s in scores[h].items()}, study.label[chosen])
                print(row(label, h, *cells), flush=True)


def beginnings(study, scores):
    """AUC against backchannels by how the interruptions begin."""
    print("\nAUC, interruptions against backchannels, by how the interruption begins\n\n"
          + header("voices", "begins", "s", "timing alone", "with sound", "sound against another's usual", "sound shuffled"))
    for voice in ("espeak", "flite"):
        for begins, wanted in (("with the same word", study.words != ""), ("otherwise", study.words == "")):
            chosen = (study.voice == voice) & ((study.kind == "backchannel") | (study.label & wanted))
            bootstrap = Bootstrap(study.conversation[chosen])
            words = study.words[chosen] if begins != "otherwise" else None
            for h in HORIZONS:
                cells = compared(bootstrap, auc, {n: s[chosen] for n, s in scores[h].items()}, study.label[chosen], words)
                print(row(VOICES[voice], begins, h, *cells), flush=True)


def same_words(study):
    """Learned and tried where all begin with the same words: what is left when the words cannot be it."""
    print("\nAUC, same words, learned from such events of espeak-ng alone\n\n"
          + header("s", "timing alone", "with sound", "against another's usual", "shuffled", *GROUPS))
    chosen = (study.voice == "espeak") & (study.words != "") & (study.kind != "terminal")
    bootstrap = Bootstrap(study.conversation[chosen])
    for at, h in enumerate(HORIZONS):
        inputs = study.variants(at)
        for group in GROUPS:
            inputs[group] = study.with_cues(at, group)
        found = {name: study.scores(x, chosen)[chosen] for name, x in inputs.items()}
        print(row(h, *compared(bootstrap, auc, found, study.label[chosen], study.words[chosen])), flush=True)


def transfer(study):
    """What sound adds when it was learned from the one synthesizer and is tried on the other."""
    print("\nAUC, same words, learned from such events of one synthesizer and tried on another\n\n"
          + header("learned from", "tried on", "s", "timing alone", "with sound", "with pitch"))
    said = (study.words != "") & (study.kind != "terminal")
    for source, target in (("espeak", "flite"), ("flite", "espeak")):
        chosen = said & (study.voice == target)
        bootstrap = Bootstrap(study.conversation[chosen])
        for at, h in enumerate(HORIZONS[:2]):
            inputs = {name: x for name, x in study.variants(at).items() if name in ("timing", "sound")}
            inputs["pitch"] = study.with_cues(at, "pitch")
            found = {name: study.scores(x, said & (study.voice == source))[chosen] for name, x in inputs.items()}
            cells = compared(bootstrap, auc, found, study.label[chosen], study.words[chosen])
            print(row(VOICES[source], VOICES[target], h, *cells), flush=True)


def endings(study):
    """What the sound of the other's speech adds where it is recorded and ends where its speaker paused."""
    chosen = study.other == "recorded"
    bootstrap = Bootstrap(study.conversation[chosen])
    print(f"\nThe half second of the other's recorded speech before the horizon, {chosen.sum()} events\n\n"
          + header("measure", "s", "timing alone", "with the other's sound", "the other's shuffled"))
    for at, h in enumerate(HORIZONS):
        both = lambda sound: np.concatenate([study.timing[:, at], sound[:, at]], axis=1)
        found = {name: study.scores(x, chosen)[chosen] for name, x in (
            ("timing", study.timing[:, at]), ("ending", both(study.ending)), ("shuffled", both(study.other_ending)))}
        for of, name in ((auc, "AUC"), (best_f1, "best F1")):
            print(row(name, h, *compared(bootstrap, of, found, study.label[chosen])), flush=True)
