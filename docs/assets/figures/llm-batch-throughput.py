"""Throughput and time per token of a language model by batch size, from a plain model.

One step makes one token for each request of the batch. It must read all weights and
the cache of each request from GPU memory, and it computes two operations per
parameter and token. The slower of the two sets the time. Assumed: 8 billion
parameters in 2 bytes, 2,000 tokens per request, 3.35 TB/s of memory bandwidth,
990 TFLOPS and 80 GB, of which 90 percent may be used. Overheads are left out.
"""

import matplotlib.pyplot as plt
import numpy as np

PARAMETERS, BYTES = 8e9, 2
CACHE_PER_TOKEN = 2 * 32 * 1024 * 2
CONTEXT = 2000
BANDWIDTH, OPERATIONS, MEMORY = 3.35e12, 990e12, 80e9 * 0.9


def largest_batch():
    """Requests whose cache fits beside the weights."""
    return int((MEMORY - PARAMETERS * BYTES) // (CACHE_PER_TOKEN * CONTEXT))


def step_seconds(batch):
    """Time of one step: the slower of reading and computing."""
    read = (PARAMETERS * BYTES + batch * CONTEXT * CACHE_PER_TOKEN) / BANDWIDTH
    compute = 2 * PARAMETERS * batch / OPERATIONS
    return np.maximum(read, compute)


def draw(palette):
    """Tokens per second of all requests, and milliseconds per token of one."""
    limit = largest_batch()
    batch = np.arange(1, limit + 1)
    step = step_seconds(batch)
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    for axes, values, label, color in (
        (left, batch / step / 1000, "thousand tokens per second, all requests", palette.colors[0]),
        (right, step * 1000, "milliseconds per token, one request", palette.colors[1]),
    ):
        axes.plot(batch, values, color=color, linewidth=2)
        for mark in (1, 16, 64, limit):
            value = values[mark - 1]
            axes.plot(mark, value, "o", color=color, markersize=4)
            axes.annotate(
                f"{value:.1f}",
                (mark, value),
                xytext=(2, -14) if mark == limit else (6, -9),
                textcoords="offset points",
                ha="right" if mark == limit else "left",
                color=palette.text,
                fontsize=8,
            )
        axes.set_title(label, fontsize=9)
        axes.set_xlabel("requests in the batch")
        axes.set_ylim(0, max(values) * 1.12)
        axes.set_xlim(0, limit * 1.05)
        axes.tick_params(colors=palette.text, length=0)
        axes.grid(color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    return figure
