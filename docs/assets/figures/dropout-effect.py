"""The same network with and without dropout: training and validation loss."""

import matplotlib.pyplot as plt
import numpy as np

EPOCHS = 250
HIDDEN = 128


def _rows(draw, count):
    inputs = draw.normal(size=(count, 10))
    signal = np.sin(inputs[:, 0]) + inputs[:, 1] * inputs[:, 2] * 0.7
    return inputs, (signal + draw.normal(scale=1.0, size=count) > 0).astype(float)


def _loss(logits, labels):
    return np.mean(np.logaddexp(0, logits) - labels * logits)


def train(rate):
    """Losses per epoch; units are dropped in training only, and the rest scaled up."""
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
            kept = (draw.random((len(rows), HIDDEN)) >= rate) / (1 - rate)
            hidden = np.maximum(inputs[rows] @ first + bias, 0)
            dropped = hidden * kept
            error = (1 / (1 + np.exp(-(dropped @ last))) - labels[rows]) / len(rows)
            back = np.outer(error, last) * (hidden > 0) * kept
            slopes = (inputs[rows].T @ back, back.sum(axis=0), dropped.T @ error)
            for place, slope in enumerate(slopes):
                speed[place] = 0.9 * speed[place] - 0.01 * slope
            first, bias, last = first + speed[0], bias + speed[1], last + speed[2]
        found.append(
            [
                _loss(np.maximum(x @ first + bias, 0) @ last, y)
                for x, y in ((inputs, labels), (held_inputs, held_labels))
            ]
        )
    return np.array(found)


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for rate, color in ((0.0, palette.colors[1]), (0.5, palette.colors[0])):
        found = train(rate)
        name = f"dropout {rate}" if rate else "no dropout"
        axes.plot(found[:, 1], color=color, linewidth=2.2, label=f"{name}, validation")
        axes.plot(found[:, 0], color=color, linewidth=1.5, linestyle=(0, (4, 2)), label=f"{name}, training")
    axes.set_xlim(0, EPOCHS)
    axes.set_ylim(0, 1.4)
    axes.set_xlabel("epoch")
    axes.set_ylabel("loss (cross-entropy)")
    axes.grid(axis="y", linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text, ncols=2)
    return figure
