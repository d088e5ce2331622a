"""Train the network on rendered features."""
import time

import numpy as np
import torch
from torch.nn import functional

from .features import LOWER_BANDS, SILENCE
from .generate import open_files
from .network import LOOK_AHEAD, Detector, early, parameter_count, settled

BATCH = 96
PEAK_RATE = 4e-3
LOG_EVERY = 50
CARRIED = 0.5  # share of sequences that go on from the state of another one
ONSET_FRAMES, ONSET_WEIGHT, QUIET_BEFORE = 12, 2.0, 20
BOUND_FRAMES, BOUND_WEIGHT = 8, 2.0


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


def train(folder, count, steps, seed, threads=2, log=print, start=None, peak=PEAK_RATE):
    """`start`: a checkpoint to go on from; `peak`: the highest learning rate."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    files = {name: np.array(values) for name, values in open_files(folder, count, "r").items()}
    network = Detector(*normalisation(files["levels"], seed))
    if start:
        network.load_state_dict(torch.load(start, weights_only=True))
    log(f"{parameter_count(network)} parameters")
    optimiser = torch.optim.AdamW(network.parameters(), lr=peak, weight_decay=5e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak, total_steps=steps, pct_start=0.15, final_div_factor=1000)
    order, generator = np.random.default_rng(seed), torch.Generator().manual_seed(seed)
    queue, state, last = np.empty(0, int), None, None
    started, total = time.time(), 0.0
    for step in range(steps):
        if len(queue) < BATCH:
            queue = np.concatenate([queue, order.permutation(len(files["levels"]))])
        rows, queue = np.sort(queue[:BATCH]), queue[BATCH:]
        rows = rows[order.permutation(BATCH)]
        levels, label, weight = (torch.from_numpy(np.asarray(files[k][rows], np.float32)) for k in ("levels", "label", "weight"))
        levels = augment(levels, generator)
        carried = torch.rand(BATCH, generator=generator) < CARRIED
        if state is None:
            carried[:] = False
            state = tuple(torch.zeros(1, BATCH, network.gru1.hidden_size) for _ in range(2))
            last = torch.full_like(levels[:, :2], SILENCE)
        state = tuple(s.detach() * carried[None, :, None] for s in state)
        before = torch.where(carried[:, None, None], last, torch.tensor(SILENCE))
        logits, state = network(levels, state, before)
        last = levels[:, -2:]
        loss = loss_of(logits, label, weight)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total += loss.item()
        if (step + 1) % LOG_EVERY == 0:
            log(f"step {step + 1} of {steps}: loss {total / LOG_EVERY:.4f}, {time.time() - started:.0f} s")
            total = 0.0
    return network


if __name__ == "__main__":
    import sys
    folder, count, steps, seed, out = sys.argv[1:6]
    torch.save(train(folder, int(count), int(steps), int(seed), log=lambda *a: print(*a, flush=True)).state_dict(), out)
