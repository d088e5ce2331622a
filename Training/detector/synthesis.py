"""Short synthetic utterances and acknowledgements from espeak-ng and flite, in many voices."""
import subprocess
import tempfile
from pathlib import Path

from .audio import read

LANGUAGES = ["en-us", "en-gb", "de", "fr", "es", "it", "pt-br", "nl", "sv", "pl", "ru", "tr", "hi", "cmn", "ar", "fi", "el", "hu", "cs", "id"]
VARIANTS = ["m1", "m3", "m5", "m7", "f1", "f2", "f3", "f4", "f5", "croak", "whisper"]
FLITE = ["slt", "awb", "rms", "kal16"]
ACKNOWLEDGEMENTS = ["mm-hm", "uh-huh", "mhm", "yeah", "right", "okay", "hm", "oh", "ha ha ha ha", "aha", "no", "sure", "yes", "ah", "hey", "hello"]
SENTENCES = [
    "I called last week about the invoice, and nobody has answered me since.",
    "Could you give me the number on the back of the card, please?",
    "One moment, I am looking at your order. It left our warehouse on the third of May.",
    "That is not what they told me, and I would like to speak to somebody else.",
    "We can send a technician tomorrow between eight and twelve, or on Friday afternoon.",
]


def speak(command, path):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return read(path)


def utterances(smoke=False):
    """Yields (voice, samples, rate)."""
    languages, variants, flite = (LANGUAGES[:2], VARIANTS[:2], FLITE[:2]) if smoke else (LANGUAGES, VARIANTS, FLITE)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.wav"
        number = 0
        for language in languages:
            for variant in variants:
                number += 1
                words = [SENTENCES[number % len(SENTENCES)]] + [ACKNOWLEDGEMENTS[(number + i) % len(ACKNOWLEDGEMENTS)] for i in (0, 5, 9)]
                for i, text in enumerate(words):
                    speed, pitch = 130 + (number * 17 + i * 31) % 80, 20 + (number * 29 + i * 13) % 60
                    command = ["espeak-ng", "-v", f"{language}+{variant}", "-s", str(speed), "-p", str(pitch), "-w", str(path), text]
                    yield f"espeak-{language}-{variant}", *speak(command, path)
        for voice in flite:
            for text in SENTENCES + ACKNOWLEDGEMENTS:
                yield f"flite-{voice}", *speak(["flite", "-voice", voice, "-t", text, "-o", str(path)], path)
