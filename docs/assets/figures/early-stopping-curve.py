"""Training and validation loss of a small network on few noisy rows, epoch by epoch."""

import matplotlib.pyplot as plt
import numpy as np

EPOCHS = 300
PATIENCE = 20
HIDDEN = 64


def _rows(draw, count):
    inputs = draw.normal(size=(count, 10))
    signal = np.sin(inputs[:, 0]) + inputs[:, 1] * inputs[:, 2] * 0.7
    return inputs, (signal + draw.normal(scale=1.0, size=count) > 0).astype(float)


def _loss(logits, labels):
    return np.mean(np.logaddexp(0, logits) - labels * logits)


def train():
    """Losses after each epoch of mini-batch descent with momentum, one hidden layer."""
    draw = np.random.default_rng(4)
    inputs, labels = _rows(draw, 300)
    held_inputs, held_labels = _rows(draw, 2000)
    first = draw.normal(scale=np.sqrt(2 / 10), size=(10, HIDDEN))
    bias = np.zeros(HIDDEN)
    last = draw.normal(scale=np.sqrt(1 / HIDDEN), size=HIDDEN)
    speed = [np.zeros_like(first), np.zeros_like(bias), np.zeros_like(last)]
    found = []
    for _ in range(EPOCHS):
        order = draw.permutation(300)
        for start in range(0, 300, 30):
            rows = order[start : start + 30]
            hidden = np.maximum(inputs[rows] @ first + bias, 0)
            error = (1 / (1 + np.exp(-(hidden @ last))) - labels[rows]) / len(rows)
            back = np.outer(error, last) * (hidden > 0)
            slopes = (inputs[rows].T @ back, back.sum(axis=0), hidden.T @ error)
            for place, slope in enumerate(slopes):
                speed[place] = 0.9 * speed[place] - 0.004 * slope
            first, bias, last = first + speed[0], bias + speed[1], last + speed[2]
        found.append(
            [
                _loss(np.maximum(x @ first + bias, 0) @ last, y)
                for x, y in ((inputs, labels), (held_inputs, held_labels))
            ]
        )
    return np.array(found)


def draw(palette):
    found = train()
    best = int(found[:, 1].argmin())
    figure, axes = plt.subplots(figsize=(7, 3.6))
    epochs = np.arange(1, EPOCHS + 1)
    axes.plot(epochs, found[:, 0], color=palette.colors[0], linewidth=2, label="training loss")
    axes.plot(epochs, found[:, 1], color=palette.colors[1], linewidth=2, label="validation loss")
    axes.axvline(best + 1, color=palette.text, linewidth=1.2)
    axes.axvline(best + 1 + PATIENCE, color=palette.text, linewidth=1.2, linestyle=(0, (4, 3)))
    axes.plot(best + 1, found[best, 1], "o", color=palette.accent, markersize=8, zorder=3)
    axes.text(
        best + 1 + PATIENCE + 3, 0.95, f"best epoch {best + 1},\nstop {PATIENCE} epochs later",
        color=palette.text, va="bottom",
    )  # fmt: skip
    axes.set_xlim(0, EPOCHS)
    axes.set_ylim(0, 1.1)
    axes.set_xlabel("epoch")
    axes.set_ylabel("loss (cross-entropy)")
    axes.grid(axis="y", linewidth=0.6)
    axes.legend(loc="lower right", labelcolor=palette.text)
    return figure
