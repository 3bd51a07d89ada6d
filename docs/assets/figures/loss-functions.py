"""What each loss charges: regression losses by error, classification losses by margin."""

import matplotlib.pyplot as plt
import numpy as np


def draw(palette):
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    error = np.linspace(-4, 4, 801)
    size = np.abs(error)
    huber = np.where(size <= 1, 0.5 * error**2, size - 0.5)
    for values, name, color, style in (
        (0.5 * error**2, "squared, halved", palette.colors[0], "solid"),
        (size, "absolute", palette.colors[1], (0, (4, 2))),
        (huber, "Huber, delta 1", palette.colors[2], "solid"),
    ):
        left.plot(error, values, color=color, linewidth=2, linestyle=style, label=name)
    left.set_ylim(0, 6)
    left.set_xlabel("prediction minus target")
    left.set_title("regression", fontsize=11)
    margin = np.linspace(-3, 3, 601)
    for values, name, color, style in (
        (np.logaddexp(0, -margin), "cross-entropy", palette.colors[0], "solid"),
        (np.maximum(0, 1 - margin), "hinge", palette.colors[1], "solid"),
        ((margin < 0).astype(float), "wrong or right", palette.muted, (0, (2, 2))),
    ):
        right.plot(margin, values, color=color, linewidth=2, linestyle=style, label=name)
    right.set_ylim(0, 4)
    right.set_xlabel("score times true sign")
    right.set_title("two classes", fontsize=11)
    for axes in (left, right):
        axes.grid(linewidth=0.6)
    left.legend(loc="upper center", labelcolor=palette.text)
    right.legend(loc="upper right", labelcolor=palette.text)
    figure.tight_layout()
    return figure
