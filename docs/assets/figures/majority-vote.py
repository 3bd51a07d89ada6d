"""Accuracy of a majority vote by number of models, independent and correlated."""

import matplotlib.pyplot as plt
import numpy as np

COUNTS = np.arange(1, 32, 2)
ROWS = 40_000
ACCURACY = 0.70


def vote(shared):
    """Share of right votes if a part of each model's luck is common to all of them."""
    draw = np.random.default_rng(8)
    common = draw.normal(size=(ROWS, 1))
    own = draw.normal(size=(ROWS, COUNTS[-1]))
    luck = np.sqrt(shared) * common + np.sqrt(1 - shared) * own
    right = luck < 0.5244005  # the quantile of a normal that 70% stay below
    return np.array([(right[:, :count].sum(axis=1) * 2 > count).mean() for count in COUNTS])


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for shared, name, color in (
        (0.0, "independent errors", palette.colors[0]),
        (0.3, "scores correlated, 0.3", palette.colors[2]),
        (0.7, "scores correlated, 0.7", palette.colors[1]),
    ):
        axes.plot(COUNTS, vote(shared), "o-", markersize=4, color=color, linewidth=2, label=name)
    axes.axhline(ACCURACY, color=palette.text, linewidth=1, linestyle=(0, (4, 3)))
    axes.text(31, ACCURACY - 0.006, "one model", color=palette.text, ha="right", va="top")
    axes.set_ylim(0.66, 1.0)
    axes.set_xlim(0.5, 31.5)
    axes.set_yticks([0.7, 0.8, 0.9, 1.0], ["70%", "80%", "90%", "100%"])
    axes.set_xlabel("models that vote")
    axes.set_ylabel("accuracy of the majority")
    axes.grid(linewidth=0.6)
    axes.legend(loc="center right", bbox_to_anchor=(1, 0.7), labelcolor=palette.text)
    return figure
