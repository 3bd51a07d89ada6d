"""Accuracy on new rows by the number of training rows: three problems, one kind of model (scikit-learn)."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.svm import SVC

ROWS = (10, 20, 50, 100, 200, 500, 1_000, 2_000)
REPEATS = 6


def straight(points, _):
    """One straight line separates the classes."""
    return (points[:, 0] + points[:, 1] > 0).astype(int)


def curved(points, _):
    """The class depends on two features at once, in a checkerboard."""
    return ((np.floor(points[:, 0] * 1.5) + np.floor(points[:, 1] * 1.5)) % 2).astype(int)


def noisy(points, draw):
    """The checkerboard, with a fifth of the labels wrong."""
    right = curved(points, draw)
    return np.where(draw.random(len(points)) < 0.2, 1 - right, right)


def measure():
    """Problem -> mean accuracy for every number of rows."""
    found = {}
    problems = {
        "straight boundary": straight,
        "checkerboard": curved,
        "checkerboard, 20% wrong labels": noisy,
    }
    for name, rule in problems.items():
        scores = np.zeros((REPEATS, len(ROWS)))
        for repeat in range(REPEATS):
            draw = np.random.default_rng(repeat)
            new = draw.uniform(-1.33, 1.33, (1_000, 2))
            truth = rule(new, draw)
            old = draw.uniform(-1.33, 1.33, (max(ROWS), 2))
            labels = rule(old, draw)
            for place, count in enumerate(ROWS):
                model = SVC(gamma=3, C=2).fit(old[:count], labels[:count])
                scores[repeat, place] = model.score(new, truth)
        found[name] = scores.mean(axis=0).round(4)
    return found


def draw(palette):
    """One line for each problem."""
    figure, axes = plt.subplots(figsize=(7, 3.4))
    for (name, scores), color, mark in zip(measure().items(), palette.colors, "os^", strict=False):
        axes.plot(ROWS, scores, color=color, marker=mark, markersize=4)
        axes.text(
            ROWS[-1] * 1.12, scores[-1], name.replace(", ", ",\n"), color=color, va="center", fontsize=9.5
        )
    axes.axhline(0.8, color=palette.muted, linestyle=":", linewidth=1)
    text = "best possible with a fifth of the labels wrong"
    axes.text(ROWS[-1], 0.805, text, color=palette.muted, fontsize=9, ha="right", va="bottom")
    axes.set_xscale("log")
    axes.set_xticks(ROWS, [f"{count:,}" for count in ROWS])
    axes.minorticks_off()
    axes.set_xlabel("labeled rows for training")
    axes.set_ylabel("share of right answers, new rows")
    axes.set_ylim(0.45, 1.02)
    axes.grid(axis="y", linewidth=0.6)
    figure.tight_layout()
    return figure
