"""Sigmoid, tanh, ReLU and leaky ReLU, with their slopes."""

import matplotlib.pyplot as plt
import numpy as np


def curves():
    """Name -> (values, slopes) over a common axis."""
    x = np.linspace(-4, 4, 801)
    sigmoid = 1 / (1 + np.exp(-x))
    found = {
        "sigmoid": (sigmoid, sigmoid * (1 - sigmoid)),
        "tanh": (np.tanh(x), 1 - np.tanh(x) ** 2),
        "ReLU": (np.maximum(x, 0), (x > 0).astype(float)),
        "leaky ReLU": (np.where(x > 0, x, 0.1 * x), np.where(x > 0, 1.0, 0.1)),
    }
    return x, found


def draw(palette):
    x, found = curves()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    styles = ("solid", "solid", "solid", (0, (4, 2)))
    for (name, (values, slopes)), color, style in zip(found.items(), palette.colors, styles, strict=False):
        left.plot(x, values, color=color, linewidth=2, linestyle=style, label=name)
        right.plot(x, slopes, color=color, linewidth=2, linestyle=style)
    left.set_ylim(-1.3, 2.6)
    right.set_ylim(-0.1, 1.3)
    left.set_title("output", fontsize=11)
    right.set_title("slope passed back", fontsize=11)
    for axes in (left, right):
        axes.set_xlim(-4, 4)
        axes.set_xlabel("input of the unit")
        axes.grid(linewidth=0.6)
    left.legend(loc="upper left", labelcolor=palette.text)
    figure.tight_layout()
    return figure
