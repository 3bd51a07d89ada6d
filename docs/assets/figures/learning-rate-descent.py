"""Gradient descent on one logistic regression with four learning rates."""

import matplotlib.pyplot as plt
import numpy as np

STEPS = 60
RATES = (0.02, 0.3, 2.5, 9.0)
NAMES = ("0.02: crawls", "0.3: steady", "2.5: fast", "9: overshoots")


def _data():
    draw = np.random.default_rng(7)
    inputs = draw.normal(size=(400, 4)) * np.array([1.0, 1.0, 0.6, 1.4])
    inputs = np.hstack([inputs, np.ones((400, 1))])
    chance = 1 / (1 + np.exp(-inputs @ np.array([1.5, -1.0, 0.8, 0.6, 0.2])))
    return inputs, (draw.random(400) < chance).astype(float)


def losses(rate):
    """Cross-entropy before each step of full-batch gradient descent."""
    inputs, labels = _data()
    weights, found = np.zeros(inputs.shape[1]), []
    for _ in range(STEPS + 1):
        logits = inputs @ weights
        found.append(np.mean(np.logaddexp(0, logits) - labels * logits))
        weights -= rate * inputs.T @ (1 / (1 + np.exp(-logits)) - labels) / len(labels)
    return np.array(found)


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    styles = ("solid", "solid", "solid", (0, (4, 1.5)))
    for rate, name, color, style in zip(RATES, NAMES, palette.colors, styles, strict=False):
        axes.plot(losses(rate), color=color, linewidth=2, linestyle=style, label=name)
    axes.set_xlim(0, STEPS)
    axes.set_ylim(0.35, 1.1)
    axes.set_xlabel("step")
    axes.set_ylabel("training loss (cross-entropy)")
    axes.grid(axis="y", linewidth=0.6)
    axes.legend(title="learning rate", loc="upper right", labelcolor=palette.text, ncols=2)
    return figure
