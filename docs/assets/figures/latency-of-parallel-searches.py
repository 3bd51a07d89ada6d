"""95th percentile of several searches, one after the other and in parallel, simulated."""

import matplotlib.pyplot as plt
import numpy as np

MEDIAN, SPREAD, RUNS = 100.0, 0.5, 40_000  # milliseconds, sigma of the logarithm, trials


def measure(largest=8):
    """Number of searches -> (p95 in sequence, p95 in parallel), in milliseconds."""
    times = MEDIAN * np.exp(SPREAD * np.random.default_rng(32).standard_normal((RUNS, largest)))
    return {
        n: (
            float(np.percentile(times[:, :n].sum(axis=1), 95)),
            float(np.percentile(times[:, :n].max(axis=1), 95)),
        )
        for n in range(1, largest + 1)
    }


def draw(palette):
    """Two lines over the number of searches."""
    found = measure()
    counts = list(found)
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for place, name in enumerate(("one after the other", "in parallel")):
        values = [found[n][place] for n in counts]
        color = palette.colors[1 - place]
        axes.plot(counts, values, color=color, linewidth=2, marker="o", label=name)
        axes.text(8.15, values[-1], f"{values[-1]:,.0f}", color=palette.text, va="center")
    axes.set_xlim(0.7, 8.9)
    axes.set_ylim(0, None)
    axes.set_xlabel("searches for one question")
    axes.set_ylabel("95th percentile, ms")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(color=palette.grid, linewidth=0.6)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper left")
    figure.tight_layout()
    return figure
