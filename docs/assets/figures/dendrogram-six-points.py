"""Agglomerative clustering with average linkage, on the six points of k-means-six-points (SciPy)."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import dendrogram, linkage

POINTS = {"A": (1, 1), "B": (3, 0), "C": (2, 5), "D": (7, 6), "E": (8, 9), "F": (9, 6)}


def merges():
    """One row for each merge: the two clusters, the height, the size."""
    return linkage(np.array(list(POINTS.values()), float), method="average").round(4)


def draw(palette):
    """The tree of merges, with the height of each and two cuts."""
    table = merges()
    figure, axes = plt.subplots(figsize=(7, 3.4))
    tree = dendrogram(
        table, labels=list(POINTS), ax=axes, color_threshold=0, above_threshold_color=palette.text
    )
    for across, heights in zip(tree["icoord"], tree["dcoord"], strict=True):
        axes.annotate(
            f"{heights[1]:.2f}", (sum(across[1:3]) / 2, heights[1]), (5, 2),
            textcoords="offset points", ha="left", va="bottom", fontsize=9, color=palette.muted,
        )  # fmt: skip
    for height, text, color in (
        (6.5, "cut here: 2 clusters", palette.colors[0]),
        (3.8, "cut here: 3 clusters", palette.colors[1]),
    ):
        axes.axhline(height, color=color, linestyle="--", linewidth=1)
        axes.text(58, height + 0.12, text, va="bottom", color=color, fontsize=9)
    axes.set_ylabel("average distance at the merge")
    axes.set_xlim(0, 77)
    axes.set_ylim(0, table[-1, 2] * 1.12)
    axes.tick_params(axis="x", labelsize=11, labelcolor=palette.text)
    figure.tight_layout()
    return figure
