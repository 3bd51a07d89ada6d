"""Relative cost of calls that share a long prompt prefix, with and without prompt caching.

Unit: the price of one uncached input token. The ratios below are assumptions that stand for
one kind of model; real ratios differ by model.
"""

import matplotlib.pyplot as plt
import numpy as np

PREFIX = 20_000  # tokens that stay the same
QUESTION = 300  # tokens that change
ANSWER = 400  # output tokens
WRITE, READ, OUTPUT = 1.25, 0.10, 5.0  # price of a token against an uncached input token
CALLS = np.arange(1, 11)


def totals():
    """Three ways to make n calls -> cumulative cost in thousands of input tokens."""
    rest = QUESTION + ANSWER * OUTPUT
    plain = CALLS * (PREFIX + rest)
    hits = PREFIX * WRITE + (CALLS - 1) * PREFIX * READ + CALLS * rest
    misses = CALLS * (PREFIX * WRITE + rest)
    return {
        "prefix changes: every call writes": misses,
        "no caching": plain,
        "same prefix: one write, then reads": hits,
    }


def draw(palette):
    """One line per way; the last value is written at the end of each line."""
    figure, axes = plt.subplots(figsize=(7, 3.6))
    styles = ((palette.colors[1], ":"), (palette.colors[2], "--"), (palette.colors[0], "-"))
    for (label, cost), (color, style) in zip(totals().items(), styles, strict=True):
        look = {"color": color, "linestyle": style, "linewidth": 2, "marker": "o", "markersize": 4}
        axes.plot(CALLS, cost / 1000, label=label, **look)
        said = f"{cost[-1] / 1000:.0f}"
        axes.text(CALLS[-1] + 0.15, cost[-1] / 1000, said, va="center", color=palette.text)
    axes.set_xlim(0.7, 10.9)
    axes.set_ylim(0, None)
    axes.set_xticks(CALLS)
    axes.set_xlabel("calls within the life of the cache entry")
    axes.set_ylabel("cost in 1,000 input tokens")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper left")
    figure.tight_layout()
    return figure
