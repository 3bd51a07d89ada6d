"""Accuracy of six model families against the work of one prediction, all written in numpy.

Work is counted, not timed, so that the picture is the same on every machine: a
comparison in a tree and a multiplication elsewhere are one operation each.
"""

import matplotlib.pyplot as plt
import numpy as np

TRAIN, TEST, FEATURES = 1_500, 3_000, 8


def _data(rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Two classes with a linear part, an interaction and a threshold effect; 5% of labels flipped."""
    x = rng.normal(size=(count, FEATURES))
    score = 0.9 * x[:, 0] - 0.7 * x[:, 1] + 1.2 * x[:, 2] * x[:, 3] + 1.3 * (np.abs(x[:, 4]) > 1) - 0.4
    y = (score > 0) ^ (rng.random(count) < 0.05)
    return x, y.astype(float)


def _tree(rng, x, y, depth: int, tried: int = FEATURES, least: int = 8):
    """A regression tree as nested tuples (feature, threshold, left, right); leaves are means."""
    if depth == 0 or y.size < 2 * least or y.std() == 0:
        return float(y.mean())
    best = (np.inf, 0, 0.0)
    size = np.arange(1, y.size)  # rows on the left of each possible cut
    for feature in rng.permutation(FEATURES)[:tried]:
        order = np.argsort(x[:, feature], kind="stable")
        values, total = x[order, feature], np.cumsum(y[order])
        gain = total[:-1] ** 2 / size + (total[-1] - total[:-1]) ** 2 / (y.size - size)
        gain[(size < least) | (size > y.size - least) | (values[1:] == values[:-1])] = -np.inf
        cut = int(gain.argmax())
        best = min(best, (-float(gain[cut]), int(feature), float(values[cut : cut + 2].mean())))
    if best[0] == np.inf:
        return float(y.mean())
    left = x[:, best[1]] <= best[2]
    branches = (_tree(rng, x[side], y[side], depth - 1, tried, least) for side in (left, ~left))
    return (best[1], best[2], *branches)


def _walk(tree, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Predictions of a tree, and the comparisons each of them took."""
    if not isinstance(tree, tuple):
        return np.full(len(x), tree), np.zeros(len(x))
    left = x[:, tree[0]] <= tree[1]
    value, steps = np.empty(len(x)), np.empty(len(x))
    for side, branch in ((left, tree[2]), (~left, tree[3])):
        value[side], steps[side] = _walk(branch, x[side])
    return value, steps + 1


def _linear(x, y, test):
    """Logistic regression by gradient descent."""
    weights, bias = np.zeros(FEATURES), 0.0
    for _ in range(400):
        gap = 1 / (1 + np.exp(-(x @ weights + bias))) - y
        weights, bias = weights - 0.5 * x.T @ gap / y.size, bias - 0.5 * gap.mean()
    return test @ weights + bias > 0, FEATURES


def _forest(rng, x, y, test, trees: int, depth: int):
    """The mean of trees grown on resampled rows, with some of the features tried at each split."""
    value, steps = np.zeros(len(test)), np.zeros(len(test))
    for _ in range(trees):
        rows = rng.integers(y.size, size=y.size)
        got, took = _walk(_tree(rng, x[rows], y[rows], depth, tried=4, least=4), test)
        value, steps = value + got / trees, steps + took
    return value > 0.5, float(steps.mean())


def _boosted(rng, x, y, test, trees: int):
    """Trees of depth 3, each fitted to what the ones before left over."""
    fitted, value, steps = np.full(y.size, y.mean()), np.full(len(test), y.mean()), 0.0
    for _ in range(trees):
        tree = _tree(rng, x, y - fitted, 3)
        fitted = fitted + 0.2 * _walk(tree, x)[0]
        got, took = _walk(tree, test)
        value, steps = value + 0.2 * got, steps + float(took.mean())
    return value > 0.5, steps


def _neighbors(x, y, test, k: int = 15):
    """The majority among the k nearest training rows: every row is compared."""
    near = (x**2).sum(1)[None, :] - 2 * test @ x.T
    return y[np.argpartition(near, k, axis=1)[:, :k]].mean(1) > 0.5, TRAIN * FEATURES


def _network(rng, x, y, test, units: int):
    """One hidden layer, trained with Adam on batches."""
    parameters = [
        rng.normal(scale=0.5, size=(FEATURES, units)), np.zeros(units),
        rng.normal(scale=0.2, size=units), np.zeros(1),
    ]  # fmt: skip
    first, second = ([np.zeros_like(p) for p in parameters] for _ in range(2))
    for step in range(1, 2_001):
        rows = rng.integers(y.size, size=64)
        w1, b1, w2, b2 = parameters
        hidden = np.maximum(x[rows] @ w1 + b1, 0)
        gap = (1 / (1 + np.exp(-(hidden @ w2 + b2))) - y[rows]) / rows.size
        back = np.outer(gap, w2) * (hidden > 0)
        slopes = [x[rows].T @ back, back.sum(0), hidden.T @ gap, np.array([gap.sum()])]
        for i, slope in enumerate(slopes):
            slope = slope + 1e-3 * parameters[i]
            first[i] = 0.9 * first[i] + 0.1 * slope
            second[i] = 0.999 * second[i] + 0.001 * slope**2
            scaled = np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8
            parameters[i] = parameters[i] - 0.005 * first[i] / (1 - 0.9**step) / scaled
    w1, b1, w2, b2 = parameters
    return np.maximum(test @ w1 + b1, 0) @ w2 + b2 > 0, FEATURES * units + units


def measure() -> dict[str, tuple[float, float]]:
    """Operations per prediction and accuracy in percent on unseen rows."""
    rng = np.random.default_rng(5)
    x, y = _data(rng, TRAIN)
    test, truth = _data(rng, TEST)
    shallow, deep = (_walk(_tree(rng, x, y, depth), test) for depth in (3, 8))
    found = {
        "logistic regression": _linear(x, y, test),
        "tree, depth 3": (shallow[0] > 0.5, float(shallow[1].mean())),
        "tree, depth 8": (deep[0] > 0.5, float(deep[1].mean())),
        "forest, 40 trees": _forest(rng, x, y, test, 40, 10),
        "boosted, 80 trees": _boosted(rng, x, y, test, 80),
        "15 nearest neighbors": _neighbors(x, y, test),
        "network, 64 units": _network(rng, x, y, test, 64),
    }
    return {
        name: (work, 100 * float((guess == (truth > 0.5)).mean())) for name, (guess, work) in found.items()
    }


def draw(palette):
    found = measure()
    figure = plt.figure(figsize=(7, 3.6))
    axes = figure.add_subplot()
    readable = ("logistic regression", "tree, depth 3")
    for name, (work, accuracy) in found.items():
        color = palette.colors[0] if name in readable else palette.colors[1]
        axes.plot(work, accuracy, marker="o", markersize=8, color=color, linestyle="")
        last = name == "15 nearest neighbors"
        axes.annotate(
            name, (work, accuracy), xytext=(-8 if last else 8, -14 if "forest" in name else 5),
            textcoords="offset points", ha="right" if last else "left", color=palette.text, fontsize=9,
        )  # fmt: skip
    axes.plot([], [], marker="o", linestyle="", color=palette.colors[0], label="short enough to read")
    axes.plot([], [], marker="o", linestyle="", color=palette.colors[1], label="needs a tool to explain it")
    axes.set_xscale("log")
    axes.set_xlim(2, 40_000)
    axes.set_ylim(65, 95)
    axes.set_xlabel("operations for one prediction")
    axes.set_ylabel("accuracy, %")
    axes.tick_params(colors=palette.text, length=0, which="both")
    axes.grid(color=palette.grid, linewidth=0.6)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="lower right", fontsize=9)
    figure.tight_layout()
    return figure
