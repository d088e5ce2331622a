"""The detector network: a dense layer, two recurrent layers and four logits every 20 ms."""
import torch
from torch import nn

from .features import BANDS, SILENCE

FRAMES_PER_STEP = 2
LOOK_AHEAD = 3  # a step settles the frames this many before its own two
STACKED = 2 * FRAMES_PER_STEP * BANDS  # the previous step's frames, then the new ones
HIDDEN = 48
OUTPUTS = 4  # early 0, early 1, settled 0, settled 1


class Detector(nn.Module):
    def __init__(self, mean=None, deviation=None):
        super().__init__()
        self.register_buffer("mean", torch.zeros(BANDS) if mean is None else torch.as_tensor(mean).float())
        self.register_buffer("deviation", torch.ones(BANDS) if deviation is None else torch.as_tensor(deviation).float())
        self.input = nn.Linear(STACKED, HIDDEN)
        self.gru1 = nn.GRU(HIDDEN, HIDDEN, batch_first=True)
        self.gru2 = nn.GRU(HIDDEN, HIDDEN, batch_first=True)
        self.head = nn.Linear(2 * HIDDEN, OUTPUTS)

    def stack(self, levels, before):
        """(batch, frames, BANDS) levels -> (batch, steps, STACKED); `before` holds the two frames before the first."""
        batch, frames, bands = levels.shape
        steps = frames // FRAMES_PER_STEP
        both = torch.cat([before, levels[:, :steps * FRAMES_PER_STEP]], 1)
        both = ((both - self.mean) / self.deviation).reshape(batch, steps + 1, FRAMES_PER_STEP * bands)
        return torch.cat([both[:, :-1], both[:, 1:]], 2)

    def forward(self, levels, state=(None, None), before=None):
        """Levels straight from the features -> logits (batch, steps, OUTPUTS) and the state after them."""
        if before is None:  # a stream begins after silence
            before = torch.full_like(levels[:, :FRAMES_PER_STEP], SILENCE)
        dense = torch.relu(self.input(self.stack(levels, before)))
        first, state1 = self.gru1(dense, state[0])
        second, state2 = self.gru2(first, state[1])
        return self.head(torch.cat([first, second], 2)), (state1, state2)


def early(logits):
    """(batch, steps, OUTPUTS) -> (batch, frames) logits of the newest frames."""
    return logits[:, :, :2].reshape(logits.shape[0], -1)


def settled(logits):
    """(batch, steps, OUTPUTS) -> (batch, frames - LOOK_AHEAD) logits of frames 0, 1, ..."""
    return logits[:, :, 2:].reshape(logits.shape[0], -1)[:, LOOK_AHEAD:]


def parameter_count(network):
    return sum(p.numel() for p in network.parameters())


def multiply_adds():
    """Per 20 ms step."""
    return STACKED * HIDDEN + 4 * 3 * HIDDEN * HIDDEN + 2 * HIDDEN * OUTPUTS
