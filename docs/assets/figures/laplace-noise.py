"""Noise that differential privacy adds to a count, for three privacy budgets."""

import matplotlib.pyplot as plt
import numpy as np

BUDGETS = (1.0, 0.5, 0.1)
COUNT, SENSITIVITY = 130, 1


def density(epsilon, x):
    """Density of the published count: Laplace around the true one."""
    scale = SENSITIVITY / epsilon
    return np.exp(-np.abs(x - COUNT) / scale) / (2 * scale)


def draw(palette):
    """Three curves around the true count."""
    figure, axes = plt.subplots(figsize=(7, 3.4))
    x = np.linspace(COUNT - 30, COUNT + 30, 601)
    for color, epsilon in zip((0, 1, 2), BUDGETS, strict=True):
        deviation = np.sqrt(2) * SENSITIVITY / epsilon
        label = f"ε = {epsilon:g}: typical error {deviation:.1f}"
        axes.plot(x, density(epsilon, x), color=palette.colors[color], linewidth=2, label=label)
    axes.axvline(COUNT, color=palette.muted, linewidth=0.8, linestyle=":")
    axes.set_xlabel("published count, true count 130")
    axes.set_yticks([])
    axes.tick_params(colors=palette.text, length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper right", fontsize=9)
    figure.tight_layout()
    return figure
