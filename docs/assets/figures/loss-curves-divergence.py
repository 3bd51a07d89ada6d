"""Loss of one small network at several learning rates, one of them until it is not finite."""

import matplotlib.pyplot as plt
import numpy as np

STEPS = 80
HIDDEN = 48
RUNS = (
    ("0.0005: crawls", 0.0005, None),
    ("0.03: converges", 0.03, None),
    ("0.12: spikes, then recovers", 0.12, None),
    ("0.18: diverges, not finite from step 9", 0.18, None),
    ("0.18, gradients clipped at norm 1", 0.18, 1.0),
)


def losses(rate, limit):
    """Mean squared error before each step of mini-batch descent, one hidden layer of ReLU."""
    draw = np.random.default_rng(8)
    inputs = draw.normal(size=(1024, 8))
    targets = np.sin(inputs[:, 0]) * 2 + inputs[:, 1] * inputs[:, 2] + 3.0
    parts = [
        draw.normal(scale=np.sqrt(2 / 8), size=(8, HIDDEN)), np.zeros(HIDDEN),
        draw.normal(scale=np.sqrt(2 / HIDDEN), size=HIDDEN), np.zeros(1),
    ]  # fmt: skip
    found = []
    with np.errstate(all="ignore"):
        for _ in range(STEPS):
            rows = draw.integers(0, 1024, 64)
            hidden = np.maximum(inputs[rows] @ parts[0] + parts[1], 0)
            error = hidden @ parts[2] + parts[3] - targets[rows]
            found.append(np.mean(error**2))
            error = 2 * error / len(rows)
            back = np.outer(error, parts[2]) * (hidden > 0)
            slopes = [inputs[rows].T @ back, back.sum(axis=0), hidden.T @ error, error.sum(keepdims=True)]
            if limit:
                length = np.sqrt(sum(np.sum(slope**2) for slope in slopes))
                slopes = [slope * min(1.0, limit / length) for slope in slopes]
            parts = [part - rate * slope for part, slope in zip(parts, slopes, strict=True)]
    return np.array(found)


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    colors = [palette.colors[place] for place in (0, 2, 4, 1, 3)]
    for (name, rate, limit), color in zip(RUNS, colors, strict=True):
        found = losses(rate, limit)
        good = np.isfinite(found) & (found < 1e12)
        end = len(found) if good.all() else int(np.argmin(good))
        axes.plot(np.arange(end), found[:end], color=color, linewidth=1.6, label=name)
        if end < len(found):
            axes.plot(end - 1, found[end - 1], "x", color=color, markersize=9, markeredgewidth=2)
    axes.set_yscale("log")
    axes.set_xlim(0, STEPS)
    axes.set_ylim(0.1, 1e12)
    axes.set_xlabel("step")
    axes.set_ylabel("training loss (mean squared error)")
    axes.grid(axis="y", linewidth=0.6)
    axes.legend(title="learning rate", loc="upper right", labelcolor=palette.text)
    return figure
