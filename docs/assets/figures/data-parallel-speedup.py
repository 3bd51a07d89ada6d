"""Speed-up of data parallel training by number of GPUs: a model of compute and all-reduce."""

import matplotlib.pyplot as plt
import numpy as np

GPUS = np.array([1, 2, 4, 8, 16, 32, 64])
COMPUTE = 1.60  # seconds of one step on one GPU for the whole global batch of 1,024 rows
GRADIENT = 0.7  # gigabytes of gradients: 350 million parameters of 2 bytes
INSIDE, FAST, SLOW = 200.0, 50.0, 6.0  # gigabytes per second between two workers
GPUS_PER_NODE = 8


def step_time(count, between):
    """Seconds of a step: a share of the compute, then a ring all-reduce over the slowest link."""
    link = INSIDE if count <= GPUS_PER_NODE else between
    return COMPUTE / count + 2 * (count - 1) / count * GRADIENT / link


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.plot(GPUS, GPUS, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.5, label="ideal")
    for between, name, color in (
        (FAST, "fast links between nodes", palette.colors[0]),
        (SLOW, "slow links between nodes", palette.colors[1]),
    ):
        gain = [step_time(1, between) / step_time(count, between) for count in GPUS]
        axes.plot(GPUS, gain, "o-", color=color, linewidth=2, label=name)
    axes.axvline(GPUS_PER_NODE, color=palette.text, linewidth=1)
    axes.text(GPUS_PER_NODE * 1.06, 1.1, "more than one node", color=palette.text)
    axes.set_xscale("log", base=2)
    axes.set_yscale("log", base=2)
    axes.set_xticks(GPUS, [str(count) for count in GPUS])
    axes.set_yticks([1, 2, 4, 8, 16, 32, 64], ["1x", "2x", "4x", "8x", "16x", "32x", "64x"])
    axes.set_xlabel("GPUs, same global batch")
    axes.set_ylabel("speed-up")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
