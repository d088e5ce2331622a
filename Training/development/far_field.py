"""Speech metres from the microphone: recordings of homes, put into simulated rooms with noise."""
import numpy as np

from detector import teachers
from detector.audio import decibels, files, read, resample, rms
from detector.recorded import half
from detector.rooms import convolved, image_response

SECONDS = 60


def dry(rng, clips):
    """Recordings one after another."""
    out, at = np.zeros(SECONDS * 16000, np.float32), int(rng.uniform(0, 1) * 16000)
    while at < len(out):
        clip = clips[rng.integers(len(clips))] * decibels(rng.uniform(-6, 3))
        out[at:at + len(clip)] += clip[:len(out) - at]
        at += len(clip) + int(rng.uniform(0.1, 1.5) * 16000)
    return out


def distant(rng, samples):
    """The samples in a room, with a fan's noise, at a low level."""
    response = image_response(rng, 16000, rng.uniform(1.5, 5), rng.uniform(0.25, 0.8))
    far = convolved(samples.astype(np.float64), response)
    frequency = np.maximum(np.fft.rfftfreq(len(far), 1 / 16000), 40)
    fan = np.fft.irfft(np.fft.rfft(rng.standard_normal(len(far))) * frequency ** -rng.uniform(0.3, 0.8), len(far))
    far = far / rms(far) + fan / rms(fan) * decibels(-rng.uniform(6, 25))
    return (far * decibels(rng.uniform(-48, -26))).astype(np.float32)


def streams(folder, report, count, seed=1):
    """[(16 kHz samples, truth a frame)]: Silero on the dry signal says what is speech."""
    clips = [resample(s, r, 16000) for s, r in (read(p) for p in half(files(folder), report))]
    clips = [c / max(rms(c), 1e-4) * 0.05 for c in clips]
    out = []
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        near = dry(rng, clips)
        truth = teachers.on_frames(teachers.silero([near])[0], teachers.CHUNK, SECONDS * 100)
        out.append((distant(rng, near), truth >= 0.5))
    return out
