"""GPU memory that a language model of 8 billion parameters needs, by precision and open tokens.

Computed, not measured: weights = parameters x bytes, cache = 2 x layers x width of
keys and values x bytes per token. The shape is that of Llama 3 8B: 32 layers and
8 key-value heads of 128 numbers.
"""

import matplotlib.pyplot as plt
import numpy as np

PARAMETERS = 8e9
LAYERS, WIDTH = 32, 8 * 128
# name -> (bytes per weight, bytes per number in the cache)
PRECISIONS = {
    "BF16 weights, BF16 cache": (2, 2),
    "FP8 weights, BF16 cache": (1, 2),
    "FP8 weights, FP8 cache": (1, 1),
    "INT4 weights, BF16 cache": (0.5, 2),
}
GPUS = (24, 48, 80)


def memory(tokens, weight_bytes, cache_bytes):
    """Gigabytes for the weights and the cache of so many open tokens."""
    return (PARAMETERS * weight_bytes + tokens * 2 * LAYERS * WIDTH * cache_bytes) / 1e9


def draw(palette):
    """One line per precision over the tokens of all open requests."""
    tokens = np.linspace(0, 500_000, 101)
    figure, axes = plt.subplots(figsize=(7, 3.6))
    styles = ("-", "--", "-.", ":")
    for index, (name, (weight, cache)) in enumerate(PRECISIONS.items()):
        axes.plot(
            tokens / 1000,
            memory(tokens, weight, cache),
            styles[index],
            color=palette.colors[index],
            linewidth=2,
            label=name,
        )
    for size in GPUS:
        axes.axhline(size, color=palette.muted, linewidth=0.9, linestyle=(0, (2, 3)))
        axes.text(498, size + 0.8, f"{size} GB GPU", ha="right", color=palette.muted, fontsize=8)
    axes.set_xlim(0, 500)
    axes.set_ylim(0, 112)
    axes.set_xlabel("thousand tokens of all open requests")
    axes.set_ylabel("gigabytes")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(axis="x", color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper left", fontsize=8, ncol=2)
    figure.tight_layout()
    return figure
