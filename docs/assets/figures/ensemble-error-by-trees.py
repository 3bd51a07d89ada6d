"""Test error of a random forest and of gradient boosting by number of trees."""

import matplotlib.pyplot as plt
import numpy as np

TREES = 200
FEATURES = 8


def _rows(draw, count):
    inputs = draw.random((count, FEATURES))
    signal = 10 * np.sin(np.pi * inputs[:, 0] * inputs[:, 1]) + 20 * (inputs[:, 2] - 0.5) ** 2
    signal += 10 * inputs[:, 3] + 5 * inputs[:, 4]
    return inputs, signal + draw.normal(scale=3.0, size=count)


def _split(inputs, target):
    """Best (feature, threshold) by squared error, or none."""
    best, gain = None, 1e-9
    count = len(target)
    for feature in range(inputs.shape[1]):
        order = np.argsort(inputs[:, feature], kind="stable")
        values, sums = inputs[order, feature], np.cumsum(target[order])
        left = np.arange(1, count)
        found = sums[:-1] ** 2 / left + (sums[-1] - sums[:-1]) ** 2 / (count - left) - sums[-1] ** 2 / count
        found[values[1:] == values[:-1]] = 0
        place = int(found.argmax())
        if found[place] > gain:
            gain, best = found[place], (feature, (values[place] + values[place + 1]) / 2)
    return best


def grow(inputs, target, tests, depth, smallest, choice=None, draw=None):
    """Predictions for the tests of one regression tree."""
    output = np.full(len(tests), target.mean())
    if depth == 0 or len(target) < 2 * smallest or not len(tests):
        return output
    columns = np.arange(FEATURES) if choice is None else draw.choice(FEATURES, choice, replace=False)
    found = _split(inputs[:, columns], target)
    if found is None:
        return output
    feature, threshold = columns[found[0]], found[1]
    for side in (True, False):
        rows, asked = (inputs[:, feature] <= threshold) == side, (tests[:, feature] <= threshold) == side
        output[asked] = grow(inputs[rows], target[rows], tests[asked], depth - 1, smallest, choice, draw)
    return output


def forest():
    """Mean squared error on the test rows after each tree."""
    draw = np.random.default_rng(1)
    (inputs, target), (tests, wanted) = _rows(draw, 250), _rows(draw, 1000)
    total, found = np.zeros(len(wanted)), []
    for tree in range(1, TREES + 1):
        rows = draw.integers(0, len(target), len(target))
        total += grow(inputs[rows], target[rows], tests, 12, 2, 3, draw)
        found.append(np.mean((total / tree - wanted) ** 2))
    return np.array(found)


def boosting(rate):
    draw = np.random.default_rng(1)
    (inputs, target), (tests, wanted) = _rows(draw, 250), _rows(draw, 1000)
    both = np.vstack([inputs, tests])
    fit = np.full(len(both), target.mean())
    found = []
    for _ in range(TREES):
        fit += rate * grow(inputs, target - fit[: len(target)], both, 4, 2)
        found.append(np.mean((fit[len(target) :] - wanted) ** 2))
    return np.array(found)


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    trees = np.arange(1, TREES + 1)
    for values, name, color in (
        (forest(), "random forest", palette.colors[0]),
        (boosting(0.6), "boosting, learning rate 0.6", palette.colors[1]),
        (boosting(0.05), "boosting, learning rate 0.05", palette.colors[2]),
    ):
        axes.plot(trees, values, color=color, linewidth=2.2, label=name)
        least = int(values.argmin())
        axes.plot(least + 1, values[least], "o", color=color, markersize=7)
    axes.set_xlim(0, TREES)
    axes.set_ylim(12, 24)
    axes.set_xlabel("trees (rounds)")
    axes.set_ylabel("test error (MSE)")
    axes.grid(axis="y", linewidth=0.6)
    axes.legend(loc="upper right", labelcolor=palette.text)
    return figure
