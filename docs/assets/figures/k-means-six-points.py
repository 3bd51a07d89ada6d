"""k-means with k = 2 on six points, step by step, from a poor start."""

import matplotlib.pyplot as plt
import numpy as np

POINTS = {"A": (1, 1), "B": (3, 0), "C": (2, 5), "D": (7, 6), "E": (8, 9), "F": (9, 6)}


def steps():
    """(centroids, cluster of every point) of each round, until no point changes its cluster."""
    points = np.array(list(POINTS.values()), float)
    centroids, found = points[:2], []
    while True:
        distance = ((points[:, None] - centroids[None]) ** 2).sum(axis=2)
        cluster = distance.argmin(axis=1)
        if found and (found[-1][1] == cluster).all():
            return [*found, (centroids, cluster)]
        found.append((centroids, cluster))
        centroids = np.array([points[cluster == index].mean(axis=0) for index in (0, 1)])


def draw(palette):
    """One panel for each round: where the centroids stand and who belongs to them."""
    rounds = steps()
    points = np.array(list(POINTS.values()), float)
    figure, panels = plt.subplots(1, len(rounds), figsize=(7, 2.9), sharey=True)
    for number, (axes, (centroids, cluster)) in enumerate(zip(panels, rounds, strict=True), 1):
        for index, mark in ((0, "o"), (1, "s")):
            color = palette.colors[index]
            for point in points[cluster == index]:
                axes.plot(*zip(point, centroids[index], strict=True), color=color, linewidth=0.8, alpha=0.7)
            axes.scatter(*points[cluster == index].T, s=34, marker=mark, color=color, zorder=3)
            axes.scatter(*centroids[index], s=110, marker="X", color=color, edgecolor=palette.text, zorder=4)
        for name, (across, up) in POINTS.items():
            shift = (-12, -4) if name in "AD" else (6, 4)
            axes.annotate(name, (across, up), shift, textcoords="offset points", fontsize=9)
        axes.set_title(f"Round {number}", fontsize=10)
        axes.set_xlim(-0.5, 10.5)
        axes.set_ylim(-1, 10.5)
        axes.set_xticks([0, 5, 10])
        axes.set_yticks([0, 5, 10])
        axes.set_aspect("equal")
        axes.grid(linewidth=0.5)
        axes.set_axisbelow(True)
    figure.tight_layout()
    return figure
