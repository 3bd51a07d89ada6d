"""Data drift, concept drift and label drift of one feature, with a fixed model."""

import matplotlib.pyplot as plt
import numpy as np

GRID = np.linspace(-4, 6, 1001)
STEP = GRID[1] - GRID[0]


def normal(mean, spread):
    """Density of a normal distribution on the grid."""
    return np.exp(-0.5 * ((GRID - mean) / spread) ** 2) / (spread * np.sqrt(2 * np.pi))


def wave(turn=1.0):
    """Share of positives for an input: most above the turn, few far above it."""
    return 0.05 + 0.85 / (1 + np.exp(-4 * (GRID - turn))) - 0.6 / (1 + np.exp(-4 * (GRID - 3.2)))


def classes(share):
    """Input density and share of positives, for two fixed classes and a class share."""
    negative, positive = (1 - share) * normal(0.0, 1.0), share * normal(2.4, 1.0)
    return negative + positive, positive / (negative + positive)


def accuracy(density, truth, answer):
    """Share of inputs on which the fixed answer is right."""
    return float((density * np.where(answer, truth, 1 - truth)).sum() * STEP)


def cases():
    """Name -> (density before, after, truth before, after)."""
    label_before, label_after = classes(0.2), classes(0.6)
    return {
        "Data drift": (normal(0.5, 1.0), normal(2.6, 1.0), wave(), wave()),
        "Concept drift": (normal(0.5, 1.0), normal(0.5, 1.0), wave(), wave(-0.2)),
        "Label drift": (label_before[0], label_after[0], label_before[1], label_after[1]),
    }


def draw(palette):
    figure, panels = plt.subplots(1, 3, figsize=(7, 3.6), sharey=True)
    for panel, (name, (before, after, truth, later)) in zip(panels, cases().items(), strict=True):
        answer = GRID[np.argmax(truth > 0.5)] < GRID  # one threshold, learned where training data lies
        scores = accuracy(before, truth, answer), accuracy(after, later, answer)
        panel.fill_between(GRID, before, color=palette.muted, alpha=0.35, linewidth=0)
        panel.plot(GRID, after, color=palette.colors[0], linewidth=2)
        panel.plot(GRID, truth, color=palette.muted, linewidth=1.6, linestyle=(0, (4, 2)))
        panel.plot(GRID, later, color=palette.colors[1], linewidth=1.8)
        panel.set_title(f"{name}\naccuracy {scores[0]:.2f} to {scores[1]:.2f}", fontsize=10)
        panel.set_xlim(-3, 5.5)
        panel.set_ylim(0, 1.02)
        panel.set_xlabel("input x")
        panel.grid(axis="y", linewidth=0.5)
    panels[0].set_ylabel("density, or share of positives")
    handles = [
        plt.Rectangle((0, 0), 1, 1, color=palette.muted, alpha=0.35),
        plt.Line2D([], [], color=palette.colors[0], linewidth=2),
        plt.Line2D([], [], color=palette.muted, linewidth=1.6, linestyle=(0, (4, 2))),
        plt.Line2D([], [], color=palette.colors[1], linewidth=1.8),
    ]
    names = ["inputs, training", "inputs, live", "P(y|x), training", "P(y|x), live"]
    figure.legend(handles, names, loc="lower center", ncols=4, fontsize=9, labelcolor=palette.text)
    figure.tight_layout(rect=(0, 0.09, 1, 1))
    return figure
