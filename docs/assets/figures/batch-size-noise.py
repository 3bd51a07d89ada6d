"""Spread of the mini-batch gradient around the true one, and loss per epoch, by batch size."""

import matplotlib.pyplot as plt
import numpy as np

ROWS = 4096
SIZES = (1, 4, 16, 64, 256, 1024)
RUNS = ((1, "batch 1"), (32, "batch 32"), (ROWS, "whole set"))


def _data():
    draw = np.random.default_rng(3)
    inputs = draw.normal(size=(ROWS, 8))
    return inputs, inputs @ draw.normal(size=8) + draw.normal(scale=1.0, size=ROWS)


def spread(size):
    """Mean distance of the gradient of a batch from the full one, relative to its length."""
    inputs, target = _data()
    draw = np.random.default_rng(11)
    each = inputs * (inputs @ np.zeros(8) - target)[:, None]
    full = each.mean(axis=0)
    errors = [
        np.linalg.norm(each[draw.choice(ROWS, size, replace=False)].mean(axis=0) - full) for _ in range(300)
    ]
    return np.mean(errors) / np.linalg.norm(full)


def descent(size, epochs=4, rate=0.03):
    """Loss on the whole set after every tenth of an epoch."""
    inputs, target = _data()
    draw = np.random.default_rng(5)
    weights, found = np.zeros(8), []
    every = max(ROWS // size // 10, 1)
    steps = 0
    for _ in range(epochs):
        order = draw.permutation(ROWS)
        for start in range(0, ROWS, size):
            if steps % every == 0:
                found.append((steps * size / ROWS, np.mean((inputs @ weights - target) ** 2)))
            rows = order[start : start + size]
            weights -= rate * inputs[rows].T @ (inputs[rows] @ weights - target[rows]) / len(rows)
            steps += 1
    found.append((steps * size / ROWS, np.mean((inputs @ weights - target) ** 2)))
    return np.array(found)


def draw(palette):
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    left.plot(SIZES, [spread(size) for size in SIZES], "o-", color=palette.colors[0], linewidth=2)
    left.set_xscale("log", base=4)
    left.set_yscale("log")
    left.set_xticks(SIZES, [str(size) for size in SIZES])
    left.set_yticks([0.1, 0.3, 1, 3], ["10%", "30%", "100%", "300%"])
    left.minorticks_off()
    left.set_xlabel("batch size")
    left.set_title("gradient error", fontsize=11)
    left.grid(linewidth=0.6)
    for (size, name), color in zip(RUNS, palette.colors, strict=False):
        path = descent(size)
        right.plot(path[:, 0], path[:, 1], color=color, linewidth=1.8, label=name)
    right.set_ylim(0.8, 9)
    right.set_xlabel("epoch")
    right.set_title("loss, same learning rate", fontsize=11)
    right.set_xticks(range(5))
    right.grid(linewidth=0.6)
    right.legend(loc="center right", labelcolor=palette.text)
    figure.tight_layout()
    return figure
