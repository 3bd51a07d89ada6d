"""Residuals of a straight line on three data sets: sound, curved, fanning out."""

import matplotlib.pyplot as plt
import numpy as np

ROWS = 160


def sets():
    """Name -> (predictions, residuals, R squared) of a least-squares line."""
    draw = np.random.default_rng(2)
    inputs = np.sort(draw.uniform(0, 10, ROWS))
    noise = draw.normal(size=ROWS)
    targets = {
        "no pattern": 5 + 2 * inputs + 2.5 * noise,
        "curve": 5 + 0.22 * inputs**2 + 1.0 * noise,
        "funnel": 5 + 2 * inputs + 0.55 * inputs * noise,
    }
    found = {}
    for name, target in targets.items():
        predicted = np.polyval(np.polyfit(inputs, target, 1), inputs)
        score = 1 - np.sum((target - predicted) ** 2) / np.sum((target - target.mean()) ** 2)
        found[name] = (predicted, target - predicted, score)
    return found


def draw(palette):
    figure, rows = plt.subplots(1, 3, figsize=(7, 3.2), sharey=True)
    for axes, (name, (predicted, residuals, score)), color in zip(
        rows, sets().items(), palette.colors, strict=False
    ):
        axes.axhline(0, color=palette.muted, linewidth=1)
        axes.plot(predicted, residuals, "o", color=color, markersize=3.2, alpha=0.8)
        axes.set_title(f"{name}, $R^2$ = {score:.2f}", fontsize=10)
        axes.set_xlabel("prediction")
        axes.grid(linewidth=0.6)
    rows[0].set_ylabel("residual: actual - predicted")
    figure.tight_layout()
    return figure
