"""An imbalanced training set before and after random over-, random undersampling and SMOTE."""

import matplotlib.pyplot as plt
import numpy as np

MAJORITY, MINORITY, NEIGHBORS = 300, 24, 5


def training_set():
    """Points of the majority and of the minority class."""
    draw = np.random.default_rng(3)
    many = draw.normal((0, 0), (1.2, 1.0), (MAJORITY, 2))
    bend = draw.uniform(0, np.pi / 2, MINORITY)
    few = 2.6 * np.column_stack((np.cos(bend), np.sin(bend))) + draw.normal(0, 0.22, (MINORITY, 2))
    return many, few


def smote(points, wanted, neighbors, draw):
    """New points between a minority point and one of its nearest minority neighbors."""
    far = ((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)
    np.fill_diagonal(far, np.inf)
    near = np.argsort(far, axis=1)[:, :neighbors]
    start = draw.integers(len(points), size=wanted)
    end = near[start, draw.integers(neighbors, size=wanted)]
    step = draw.random((wanted, 1))
    return points[start] + step * (points[end] - points[start])


def draw(palette):
    """Four panels of the same set."""
    chance = np.random.default_rng(8)
    many, few = training_set()
    missing = len(many) - len(few)
    repeated = few[chance.integers(len(few), size=missing)]
    kept = many[chance.choice(len(many), len(few), replace=False)]
    panels = (
        ("As collected", many, few, None),
        ("Random oversampling", many, few, repeated),
        ("Random undersampling", kept, few, None),
        ("SMOTE", many, few, smote(few, missing, NEIGHBORS, chance)),
    )
    figure, axes = plt.subplots(2, 2, figsize=(7, 4.6), sharex=True, sharey=True)
    for panel, (title, majority, minority, added) in zip(axes.flat, panels, strict=True):
        panel.scatter(*majority.T, s=9, color=palette.muted, alpha=0.55, linewidths=0, label="majority")
        if added is not None:
            # Copies lie on one another: a ring grows with the number of copies.
            places, copies = np.unique(added, axis=0, return_counts=True)
            ring = copies.max() > 1
            panel.scatter(
                *places.T,
                s=12 + 9 * copies if ring else 9,
                linewidths=0.9 if ring else 0,
                facecolors="none" if ring else palette.colors[1],
                edgecolors=palette.colors[1],
            )
        panel.scatter(*minority.T, s=16, marker="D", color=palette.colors[0], linewidths=0)
        total = len(minority) + (0 if added is None else len(added))
        panel.set_title(f"{title}: {len(majority)} and {total}", fontsize=9.5)
        panel.set_xticks([])
        panel.set_yticks([])
        for side in panel.spines.values():
            side.set_color(palette.grid)
            side.set_visible(True)
    handles = [
        plt.Line2D([], [], linestyle="", marker="o", markersize=4, color=palette.muted, label="majority"),
        plt.Line2D(
            [],
            [],
            linestyle="",
            marker="D",
            markersize=4,
            color=palette.colors[0],
            label="minority, collected",
        ),
        plt.Line2D(
            [],
            [],
            linestyle="",
            marker="o",
            markersize=6,
            markerfacecolor="none",
            color=palette.colors[1],
            label="minority, added (rings: copies)",
        ),
    ]
    figure.legend(handles=handles, loc="lower center", ncol=3, fontsize=9)
    figure.tight_layout(rect=(0, 0.06, 1, 1))
    return figure
