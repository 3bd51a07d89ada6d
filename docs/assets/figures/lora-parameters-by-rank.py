"""Trainable parameters of LoRA by rank, for a decoder of about 6.7 billion parameters."""

import matplotlib.pyplot as plt

LAYERS, HIDDEN, INNER, WORDS = 32, 4096, 11008, 32_000
ATTENTION = [(HIDDEN, HIDDEN)] * 4  # query, key, value, output
FEED = [(HIDDEN, INNER)] * 2 + [(INNER, HIDDEN)]  # gate, up, down
TOTAL = LAYERS * sum(a * b for a, b in ATTENTION + FEED) + 2 * WORDS * HIDDEN
RANKS = [1, 2, 4, 8, 16, 32, 64, 128]


def trainable(rank, matrices):
    """Sum of rank times (inputs plus outputs) over the adapted matrices of all layers."""
    return LAYERS * sum(rank * (a + b) for a, b in matrices)


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for matrices, name, style, color in (
        (ATTENTION + FEED, "all linear layers", "^-", palette.colors[2]),
        (ATTENTION, "attention: q, k, v, o", "s-", palette.colors[1]),
        (ATTENTION[:2], "two attention matrices", "o-", palette.colors[0]),
    ):
        counts = [trainable(rank, matrices) / 1e6 for rank in RANKS]
        axes.plot(RANKS, counts, style, color=color, linewidth=2, label=name)
    axes.axhline(TOTAL / 1e6, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.5)
    axes.text(1, TOTAL / 1e6 * 0.55, f"full fine-tuning: {TOTAL / 1e9:.1f} billion", color=palette.text)
    axes.set_xscale("log", base=2)
    axes.set_yscale("log")
    axes.set_xticks(RANKS, [str(rank) for rank in RANKS])
    axes.set_yticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
    axes.set_xlabel("rank")
    axes.set_ylabel("trainable parameters, millions")
    axes.grid(linewidth=0.6)
    axes.legend(loc="lower right", labelcolor=palette.text)
    return figure
