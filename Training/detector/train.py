"""Train the network on rendered features."""
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from .features import LOWER_BANDS, SILENCE
from .generate import open_files
from .network import LOOK_AHEAD, Detector, early, parameter_count, settled
from .weights import load

BATCH = 96
PEAK_RATE = 4e-3
LOG_EVERY = 50
KEEP_EVERY = 250
CARRIED = 0.5  # share of sequences that go on from the state of another one
ONSET_FRAMES, ONSET_WEIGHT, QUIET_BEFORE = 12, 2.0, 20
BOUND_FRAMES, BOUND_WEIGHT = 8, 2.0
BEGIN_FRAMES, BEGIN_WEIGHT = 40, 3.0  # of what is not speech where a stream begins


def normalisation(levels, seed):
    """Mean and deviation of every band; of the upper ones where there is something in them."""
    rows = np.sort(np.random.default_rng(seed).choice(len(levels), min(1500, len(levels)), replace=False))
    sample = np.asarray(levels[rows], np.float32).reshape(-1, levels.shape[-1])[::5]
    filled = np.where(sample > SILENCE + 0.05, sample, np.nan)
    mean, deviation = np.nanmean(filled, 0), np.nanstd(filled, 0)
    return mean.astype(np.float32), np.maximum(deviation, 0.3).astype(np.float32)


def augment(levels, generator):
    """Another gain, tilt and, at times, no upper bands: all constant over a sequence."""
    batch, _, bands = levels.shape
    normal = lambda *shape: torch.randn(*shape, generator=generator)
    gain = (torch.rand(batch, 1, 1, generator=generator) - 0.5) * 1.2
    tilt = normal(batch, 1, 1) * 0.12 * torch.linspace(-1, 1, bands)
    colour = functional.interpolate(normal(batch, 1, 7) * 0.12, size=bands, mode="linear", align_corners=True)
    shifted = torch.where(levels > SILENCE + 0.02, (levels + gain + tilt + colour).clamp(min=SILENCE), levels)
    narrow = torch.rand(batch, generator=generator) < 0.1
    shifted[narrow, :, LOWER_BANDS:] = SILENCE
    return shifted


def onset_weights(label):
    """Extra weight for the first frames of speech after a pause."""
    speech = label.bool()
    before = functional.pad(label, (QUIET_BEFORE, 0))
    heard = before.cumsum(1)
    recent = heard[:, QUIET_BEFORE - 1:-1] - functional.pad(heard, (1, 0))[:, :label.shape[1]]
    onset = speech & (recent == 0)
    onset[:, 0] = False
    spread = functional.max_pool1d(functional.pad(onset.float(), (ONSET_FRAMES - 1, 0))[:, None], ONSET_FRAMES, 1)[:, 0]
    return torch.where(speech & (spread > 0), ONSET_WEIGHT, 1.0)


def bound_weights(label):
    """Extra weight for the frames on both sides of a beginning or an end of speech."""
    changed = functional.pad((label[:, 1:] != label[:, :-1]).float(), (1, 0))
    spread = functional.max_pool1d(functional.pad(changed, (BOUND_FRAMES - 1, BOUND_FRAMES))[:, None], 2 * BOUND_FRAMES, 1)[:, 0]
    return torch.where(spread > 0, BOUND_WEIGHT, 1.0)


def loss_of(logits, label, weight):
    now = functional.binary_cross_entropy_with_logits(early(logits), label, weight * onset_weights(label), reduction="sum")
    cut = label.shape[1] - LOOK_AHEAD
    later = functional.binary_cross_entropy_with_logits(
        settled(logits), label[:, :cut], (weight * bound_weights(label))[:, :cut], reduction="sum")
    return (now + later) / weight.sum().clamp(min=1)


def begin_weights(label, carried):
    """Extra weight for the noise in which a stream begins."""
    first = torch.arange(label.shape[1]) < BEGIN_FRAMES
    return torch.where(~carried[:, None] & first & ~label.bool(), BEGIN_WEIGHT, 1.0)


class Training:
    """A training that can be put on disk between any two steps and taken up again."""

    def __init__(self, network, rows, steps, seed, peak, made):
        self.network, self.rows, self.steps, self.made = network, rows, steps, made
        self.optimiser = torch.optim.AdamW(network.parameters(), lr=peak, weight_decay=5e-3)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, peak, total_steps=steps, pct_start=0.15, final_div_factor=1000)
        self.order, self.generator = np.random.default_rng(seed), torch.Generator().manual_seed(seed)
        self.queue, self.state, self.last, self.done = np.empty(0, int), None, None, 0

    def batch(self):
        if len(self.queue) < BATCH:
            self.queue = np.concatenate([self.queue, self.order.permutation(self.rows)])
        rows, self.queue = np.sort(self.queue[:BATCH]), self.queue[BATCH:]
        return rows[self.order.permutation(BATCH)]

    def step(self, levels, label, weight):
        levels = augment(levels, self.generator)
        carried = torch.rand(BATCH, generator=self.generator) < CARRIED
        if self.state is None:
            carried[:] = False
            self.state = tuple(torch.zeros(1, BATCH, self.network.gru1.hidden_size) for _ in range(2))
            self.last = torch.full_like(levels[:, :2], SILENCE)
        state = tuple(s * carried[None, :, None] for s in self.state)
        before = torch.where(carried[:, None, None], self.last, torch.tensor(SILENCE))
        logits, state = self.network(levels, state, before)
        self.state, self.last = tuple(s.detach() for s in state), levels[:, -2:]
        loss = loss_of(logits, label, weight * begin_weights(label, carried))
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.done += 1
        return loss.item()

    def keep(self, path):
        kept = {"made": self.made, "network": self.network.state_dict(), "optimiser": self.optimiser.state_dict(),
                "schedule": self.schedule.state_dict(), "order": self.order.bit_generator.state, "generator": self.generator.get_state(),
                "queue": torch.from_numpy(self.queue), "state": self.state, "last": self.last, "done": self.done}
        part = Path(path).with_suffix(".part")
        torch.save(kept, part)
        part.rename(path)

    def resume(self, path):
        """Goes on from what `keep` wrote, if that is of the same training."""
        if not Path(path).exists():
            return
        kept = torch.load(path, weights_only=True)
        if kept["made"] != self.made:
            raise SystemExit(f"{path} is of another training, {kept['made']} instead of {self.made}: remove it, or name another --work")
        self.network.load_state_dict(kept["network"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.schedule.load_state_dict(kept["schedule"])
        self.order.bit_generator.state = kept["order"]
        self.generator.set_state(kept["generator"])
        self.queue, self.state, self.last, self.done = kept["queue"].numpy(), kept["state"], kept["last"], kept["done"]


def train(folder, count, steps, seed, threads=2, log=print, start=None, peak=PEAK_RATE, kept=None):
    """`start`: a checkpoint or a C source to go on from; `peak`: the highest learning rate; `kept`: the file to resume from."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    files = {name: np.array(values) for name, values in open_files(folder, count, "r").items()}
    mean, deviation = normalisation(files["levels"], seed)
    network = load(start, mean, deviation) if start else Detector(mean, deviation)
    log(f"{parameter_count(network)} parameters")
    made = {"mixtures": count, "steps": steps, "seed": seed, "peak": peak, "start": str(start)}
    training = Training(network, len(files["levels"]), steps, seed, peak, made)
    if kept:
        training.resume(kept)
    started, total = time.time(), 0.0
    while training.done < steps:
        rows = training.batch()
        total += training.step(*(torch.from_numpy(np.asarray(files[k][rows], np.float32)) for k in ("levels", "label", "weight")))
        if training.done % LOG_EVERY == 0:
            log(f"step {training.done} of {steps}: loss {total / LOG_EVERY:.4f}, {time.time() - started:.0f} s")
            total = 0.0
        if kept and training.done % KEEP_EVERY == 0:
            training.keep(kept)
    return network


if __name__ == "__main__":
    import sys
    folder, count, steps, seed, out = sys.argv[1:6]
    torch.save(train(folder, int(count), int(steps), int(seed), log=lambda *a: print(*a, flush=True)).state_dict(), out)
