"""What unlabeled points add to six labels: a supervised and a semi-supervised classifier (scikit-learn)."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_moons
from sklearn.semi_supervised import LabelSpreading
from sklearn.svm import SVC

LABELED = 6


def measure():
    """Points, known labels (-1: unknown), a grid, and for both ways the regions and the accuracy."""
    points, truth = make_moons(240, noise=0.09, random_state=2)
    chosen = np.concatenate([np.flatnonzero(truth == kind)[: LABELED // 2] for kind in (0, 1)])
    known = np.full(len(points), -1)
    known[chosen] = truth[chosen]
    across, up = np.meshgrid(np.linspace(-1.5, 2.5, 130), np.linspace(-1, 1.5, 100))
    grid = np.column_stack([across.ravel(), up.ravel()])
    found = {}
    for name, model in (
        (f"{LABELED} labels only", SVC(gamma=1).fit(points[chosen], truth[chosen])),
        (
            f"{LABELED} labels, {len(points) - LABELED} unlabeled",
            LabelSpreading(gamma=25, alpha=0.2).fit(points, known),
        ),
    ):
        found[name] = model.predict(grid).reshape(across.shape), model.score(points, truth)
    return points, known, across, up, found


def draw(palette):
    """Left without, right with the unlabeled points."""
    points, known, across, up, found = measure()
    figure, panels = plt.subplots(1, 2, figsize=(7, 2.9))
    for number, (axes, (name, (regions, score))) in enumerate(zip(panels, found.items(), strict=True)):
        axes.contourf(across, up, regions, levels=[-0.5, 0.5, 1.5], colors=palette.colors[:2], alpha=0.22)
        axes.contour(across, up, regions, levels=[0.5], colors=[palette.text], linewidths=1)
        unknown = points[known == -1]
        axes.scatter(*unknown.T, s=7, color=palette.muted, alpha=0.25 if number == 0 else 0.9, linewidths=0)
        for kind, mark in ((0, "o"), (1, "^")):
            axes.scatter(
                *points[known == kind].T,
                s=65,
                marker=mark,
                color=palette.colors[kind],
                edgecolor=palette.text,
                zorder=3,
            )
        axes.set_title(f"{name}\n{score:.0%} of all points right", fontsize=10)
        axes.set_xticks([])
        axes.set_yticks([])
        for side in axes.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    return figure
