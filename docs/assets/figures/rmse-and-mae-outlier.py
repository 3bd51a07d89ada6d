"""MAE, RMSE and the huge share of one error among twenty."""

import matplotlib.pyplot as plt
import numpy as np

SMALL = 10.0  # size of nineteen errors
COUNT = 20


def scores(large):
    """MAE and RMSE of nineteen errors of 10 and one of the given size."""
    errors = np.full((COUNT, len(large)), SMALL)
    errors[0] = large
    return np.abs(errors).mean(axis=0), np.sqrt((errors**2).mean(axis=0))


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    large = np.linspace(10, 200, 200)
    mean, root = scores(large)
    axes.plot(large, root, color=palette.colors[1], linewidth=2, label="RMSE")
    axes.plot(large, mean, color=palette.colors[0], linewidth=2, label="MAE")
    axes.axhline(SMALL, color=palette.muted, linewidth=1, linestyle=(0, (4, 3)))
    axes.text(198, SMALL - 2.6, "median absolute error", color=palette.text, ha="right")
    axes.set_xlim(10, 200)
    axes.set_ylim(0, 50)
    axes.set_xlabel("size of the one large error (the other nineteen are 10)")
    axes.set_ylabel("score")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
