"""Where grid, random and Bayesian search place 16 trials on one computed surface."""

import matplotlib.pyplot as plt
import numpy as np

TRIALS = 16


def score(first, second):
    """Validation score on the unit square: the first setting matters far more than the second."""
    peak = 0.92 - 2.4 * (first - 0.75) ** 2 - 0.12 * (second - 0.35) ** 2
    return peak - 0.05 * np.cos(9 * first) * (1 - first)


def grid_trials():
    marks = (np.arange(4) + 0.5) / 4
    return np.array([(first, second) for first in marks for second in marks])


def random_trials(draw):
    return draw.random((TRIALS, 2))


def bayesian_trials(draw, start=4):
    """A Gaussian process over past trials picks the next by its upper confidence bound."""
    points = draw.random((start, 2))
    while len(points) < TRIALS:
        values = score(points[:, 0], points[:, 1])
        center, scale = values.mean(), values.std() + 1e-9
        candidates = draw.random((1500, 2))

        def kernel(one, two):
            return np.exp(-((one[:, None, :] - two[None, :, :]) ** 2).sum(axis=2) / (2 * 0.25**2))

        inverse = np.linalg.inv(kernel(points, points) + 1e-4 * np.eye(len(points)))
        across = kernel(candidates, points)
        mean = across @ inverse @ ((values - center) / scale)
        spread = np.sqrt(np.maximum(1 - np.einsum("ij,jk,ik->i", across, inverse, across), 0))
        points = np.vstack([points, candidates[np.argmax(mean + 1.5 * spread)]])
    return points


def average(search):
    """Best score of a search, mean of 100 repetitions."""
    best = []
    for seed in range(100):
        points = search(np.random.default_rng(seed))
        best.append(score(points[:, 0], points[:, 1]).max())
    return np.mean(best)


def draw(palette):
    figure, panels = plt.subplots(1, 3, figsize=(7, 3.2), sharey=True)
    axis = np.linspace(0, 1, 121)
    surface = score(*np.meshgrid(axis, axis))
    chosen = (
        ("grid", lambda _: grid_trials()),
        ("random", random_trials),
        ("Bayesian", bayesian_trials),
    )
    for axes, (name, search) in zip(panels, chosen, strict=True):
        points = search(np.random.default_rng(6))
        axes.contour(axis, axis, surface, levels=9, colors=palette.muted, linewidths=0.7, alpha=0.8)
        axes.scatter(points[:, 0], points[:, 1], s=26, color=palette.colors[0], zorder=3)
        found = score(points[:, 0], points[:, 1])
        best = points[found.argmax()]
        axes.scatter(*best, s=110, marker="*", color=palette.colors[1], zorder=4)
        axes.set_title(f"{name}: {average(search):.3f}", fontsize=11)
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.set_xlabel("matters much")
        axes.set_aspect("equal")
    panels[0].set_ylabel("matters little")
    figure.tight_layout()
    return figure
