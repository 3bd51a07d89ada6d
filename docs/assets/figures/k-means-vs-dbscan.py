"""k-means and DBSCAN on two half-moons with stray points (scikit-learn)."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import DBSCAN, KMeans
from sklearn.datasets import make_moons


def measure():
    """The points, and the cluster either algorithm gives them (-1: noise)."""
    moons, _ = make_moons(300, noise=0.06, random_state=5)
    stray = np.random.default_rng(8).uniform((-1.4, -1), (2.4, 1.5), (14, 2))
    points = np.vstack([moons, stray])
    return points, {
        "k-means, k = 2": KMeans(2, n_init=10, random_state=0).fit_predict(points),
        "DBSCAN, eps = 0.2, minPts = 8": DBSCAN(eps=0.2, min_samples=8).fit_predict(points),
    }


def draw(palette):
    """One panel for each algorithm."""
    points, found = measure()
    figure, panels = plt.subplots(1, 2, figsize=(7, 2.9), sharey=True)
    for axes, (name, cluster) in zip(panels, found.items(), strict=True):
        for index, mark in ((0, "o"), (1, "^")):
            axes.scatter(
                *points[cluster == index].T, s=13, marker=mark, color=palette.colors[index], linewidths=0
            )
        noise = points[cluster == -1]
        if len(noise):
            axes.scatter(
                *noise.T, s=26, marker="x", color=palette.text, linewidths=1.2, label=f"noise ({len(noise)})"
            )
            axes.legend(loc="upper right", fontsize=9, handletextpad=0.2, borderpad=0)
        axes.set_title(name, fontsize=10)
        axes.set_xticks([])
        axes.set_yticks([])
        for side in axes.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    return figure
