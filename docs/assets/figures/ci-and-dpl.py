"""CI follows the sizes of two groups, DPL the labels inside them."""

import matplotlib.pyplot as plt
import numpy as np

ROWS, RATE_A, RATE_D = 1000, 0.6, 0.4


def metrics(rows_d, rate_d):
    """(CI, DPL) of a table in which group d has these rows and this rate of positive labels."""
    rows_a = ROWS - rows_d
    return (rows_a - rows_d) / ROWS, RATE_A - rate_d


def draw(palette):
    """Left: the size of group d changes. Right: its rate of positive labels changes."""
    figure, panels = plt.subplots(1, 2, figsize=(7, 3.6), sharey=True)
    sizes, rates = np.linspace(20, 980, 97), np.linspace(0, 1, 101)
    left = np.array([metrics(size, RATE_D) for size in sizes])
    right = np.array([metrics(300, rate) for rate in rates])
    for axes, places, values, label in (
        (panels[0], sizes / ROWS, left, "share of rows in group d"),
        (panels[1], rates, right, "positive labels in group d, share"),
    ):
        axes.axhline(0, color=palette.muted, linewidth=1)
        axes.plot(places, values[:, 0], color=palette.colors[0], linewidth=2, label="CI")
        axes.plot(places, values[:, 1], "--", color=palette.colors[1], linewidth=2, label="DPL")
        axes.set_xlabel(label)
        axes.set_ylim(-1.05, 1.05)
        axes.tick_params(colors=palette.text)
        axes.grid(color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
    panels[0].plot([0.3, 0.3], metrics(300, RATE_D), "o", color=palette.text, markersize=5)
    panels[1].plot([RATE_D, RATE_D], metrics(300, RATE_D), "o", color=palette.text, markersize=5)
    panels[0].set_ylabel("value of the metric")
    panels[0].legend(loc="lower left")
    figure.tight_layout()
    return figure
