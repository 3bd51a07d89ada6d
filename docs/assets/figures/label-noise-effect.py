"""Test accuracy against the share of wrong training labels, for three models.

Two overlapping clouds of points. Training labels are flipped at random, test
labels stay right. Nearest neighbors and logistic regression in NumPy.
"""

import matplotlib.pyplot as plt
import numpy as np

SHARES = np.arange(0, 0.46, 0.05)
REPEATS, TRAIN, TEST = 12, 300, 1000


def _points(draw, count):
    y = draw.integers(0, 2, count)
    return draw.normal(size=(count, 2)) + np.where(y[:, None] == 1, 1.5, -1.5) * (1, 0.5), y


def _neighbors(k):
    def predict(x, y, new):
        distance = ((new[:, None, :] - x[None, :, :]) ** 2).sum(axis=2)
        nearest = np.argpartition(distance, k - 1, axis=1)[:, :k]
        return (y[nearest].mean(axis=1) > 0.5).astype(int)

    return predict


def _logistic(x, y, new, steps=200, rate=0.5):
    x, new = (np.column_stack([part, np.ones(len(part))]) for part in (x, new))
    weights = np.zeros(3)
    for _ in range(steps):
        weights -= rate * x.T @ (1 / (1 + np.exp(-x @ weights)) - y) / len(y)
    return (new @ weights > 0).astype(int)


MODELS = {
    "1 nearest neighbor": _neighbors(1),
    "15 nearest neighbors": _neighbors(15),
    "logistic regression": _logistic,
}


def measure():
    """Model -> mean accuracy for each share of wrong labels."""
    found = {name: [] for name in MODELS}
    for share in SHARES:
        scores = {name: [] for name in MODELS}
        for seed in range(REPEATS):
            draw = np.random.default_rng(seed)
            x, y = _points(draw, TRAIN)
            new, truth = _points(draw, TEST)
            noisy = np.where(draw.random(TRAIN) < share, 1 - y, y)
            for name, predict in MODELS.items():
                scores[name].append(np.mean(predict(x, noisy, new) == truth))
        for name, values in scores.items():
            found[name].append(float(np.mean(values)))
    return found


def draw(palette):
    """One curve for each model."""
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for (name, scores), color, mark in zip(measure().items(), palette.colors, "os^", strict=False):
        axes.plot(100 * SHARES, scores, "-" + mark, color=color, linewidth=2, markersize=5, label=name)
    axes.set_xlabel("wrong training labels, percent")
    axes.set_ylabel("accuracy on clean test data")
    axes.set_ylim(0.45, 1)
    axes.tick_params(colors=palette.text)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.legend(loc="lower left")
    figure.tight_layout()
    return figure
