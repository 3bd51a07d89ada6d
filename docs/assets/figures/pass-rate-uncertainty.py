"""95% Wilson interval of a pass rate of 92%, for growing test sets, against a gate at 90%."""

import matplotlib.pyplot as plt
import numpy as np

RATE, GATE, Z = 0.92, 0.90, 1.96


def wilson(rate, count):
    """Lower and upper end of the interval."""
    middle = rate + Z**2 / (2 * count)
    half = Z * np.sqrt(rate * (1 - rate) / count + Z**2 / (4 * count**2))
    return (middle - half) / (1 + Z**2 / count), (middle + half) / (1 + Z**2 / count)


def enough():
    """Smallest number of cases at which the whole interval lies above the gate."""
    counts = np.arange(25, 5000)
    low, _ = wilson(RATE, counts)
    return int(counts[np.argmax(low > GATE)])


def draw(palette):
    """A band that narrows, a line for the gate, and the count from which the gate can decide."""
    counts = np.arange(25, 1501)
    low, high = wilson(RATE, counts)
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.fill_between(counts, 100 * low, 100 * high, color=palette.colors[0], alpha=0.25, linewidth=0)
    axes.axhline(100 * RATE, color=palette.colors[0], linewidth=2)
    axes.axhline(100 * GATE, color=palette.colors[1], linewidth=2, linestyle="--")
    axes.axvline(enough(), color=palette.muted, linewidth=1, linestyle=":")
    axes.text(1500, 92.4, "measured: 92%", ha="right", color=palette.text, fontsize=9)
    axes.text(1500, 88.5, "gate: 90%", ha="right", color=palette.text, fontsize=9)
    axes.text(enough() + 15, 79, f"{enough()} cases", color=palette.text, fontsize=9)
    axes.set_xlim(25, 1500)
    axes.set_ylim(76, 100)
    axes.set_xlabel("test cases")
    axes.set_ylabel("pass rate, %")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(color=palette.grid, linewidth=0.6)
    for side in axes.spines.values():
        side.set_visible(False)
    figure.tight_layout()
    return figure
