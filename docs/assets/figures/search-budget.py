"""Best score so far by training epochs spent: grid, random, Bayesian and Hyperband search."""

import matplotlib.pyplot as plt
import numpy as np

EPOCHS = 27  # a full run
BUDGET = 36 * EPOCHS
RUNS = 60


def final(points):
    """Score of a full run in three settings, of which two matter."""
    first, second, third = points[..., 0], points[..., 1], points[..., 2]
    bend = 1.8 * (first - 0.66) ** 2 + 0.9 * (second - 0.3) ** 2 + 0.05 * (third - 0.5) ** 2
    return 0.94 - bend - 0.6 * np.abs(first - 0.66) * np.abs(second - 0.3)


def after(points, epochs):
    """Score after some epochs: runs approach their final score at a common pace."""
    return final(points) - 0.35 * np.exp(-epochs / 6)


def _trace(spent, values):
    """Best score found at every unit of the budget."""
    found = np.full(BUDGET + 1, np.nan)
    found[0] = best = 0.3  # an untrained model
    for at, value in zip(spent, values, strict=True):
        if at <= BUDGET:
            best = max(best, value)
            found[at] = best
    for at in range(1, BUDGET + 1):
        if np.isnan(found[at]):
            found[at] = found[at - 1]
    return found


def _full_runs(points):
    return _trace(np.arange(1, len(points) + 1) * EPOCHS, after(points, EPOCHS))


def by_grid(draw):
    marks = (np.arange(3) + 0.5) / 3
    points = np.array([(a, b, c) for a in marks for b in marks for c in marks])
    return _full_runs(draw.permutation(points))


def by_random(draw):
    return _full_runs(draw.random((BUDGET // EPOCHS, 3)))


def by_bayesian(draw):
    points = draw.random((5, 3))
    while len(points) < BUDGET // EPOCHS:
        values = after(points, EPOCHS)
        center, scale = values.mean(), values.std() + 1e-9
        candidates = draw.random((500, 3))
        near = np.exp(-((points[:, None] - points[None]) ** 2).sum(axis=2) / (2 * 0.35**2))
        inverse = np.linalg.inv(near + 1e-4 * np.eye(len(points)))
        across = np.exp(-((candidates[:, None] - points[None]) ** 2).sum(axis=2) / (2 * 0.35**2))
        mean = across @ inverse @ ((values - center) / scale)
        spread = np.sqrt(np.maximum(1 - np.einsum("ij,jk,ik->i", across, inverse, across), 0))
        points = np.vstack([points, candidates[np.argmax(mean + spread)]])
    return _full_runs(points)


def by_hyperband(draw):
    """Brackets of successive halving by three: many short runs, then fewer and longer ones."""
    used, spent, values = 0, [], []
    while used < BUDGET:
        for rounds in (3, 2, 1, 0):
            count = int(np.ceil(4 / (rounds + 1) * 3**rounds))
            points = draw.random((count, 3))
            before = 0
            for stage in range(rounds + 1):
                epochs = EPOCHS // 3 ** (rounds - stage)
                for point in points:
                    used += epochs - before
                    spent.append(used)
                    values.append(after(point, epochs))
                before = epochs
                points = points[np.argsort(-after(points, epochs))[: max(len(points) // 3, 1)]]
    return _trace(spent, values)


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    spent = np.arange(BUDGET + 1) / EPOCHS
    for search, name, color, style in (
        (by_grid, "grid, 27 points", palette.muted, (0, (2, 2))),
        (by_random, "random", palette.colors[1], "solid"),
        (by_bayesian, "Bayesian", palette.colors[0], "solid"),
        (by_hyperband, "Hyperband", palette.colors[2], (0, (6, 2))),
    ):
        paths = np.array([search(np.random.default_rng(seed)) for seed in range(RUNS)])
        axes.plot(spent, np.mean(paths, axis=0), color=color, linewidth=2.2, linestyle=style, label=name)
    axes.set_xlim(1, BUDGET / EPOCHS)
    axes.set_ylim(0.6, 0.95)
    axes.set_xlabel("compute spent, in full training runs")
    axes.set_ylabel("best score so far, mean of 60")
    axes.grid(linewidth=0.6)
    axes.legend(loc="lower right", labelcolor=palette.text)
    return figure
