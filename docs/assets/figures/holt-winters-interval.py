"""A seasonal series, its additive Holt-Winters forecast and an 80% interval, computed with numpy."""

import matplotlib.pyplot as plt
import numpy as np

SEASON, TRAIN, HORIZON, PATHS = 12, 72, 24, 2_000


def _series(rng: np.random.Generator) -> np.ndarray:
    """Monthly demand: a trend, a yearly season and noise."""
    month = np.arange(TRAIN + HORIZON)
    season = 30 * np.sin(2 * np.pi * month / SEASON) + 14 * np.cos(4 * np.pi * month / SEASON)
    return 200 + 1.1 * month + season + rng.normal(scale=8, size=month.size)


def _fit(y: np.ndarray, alpha: float, beta: float, gamma: float):
    """One pass of additive Holt-Winters: the last state and the one-step errors."""
    first, second = y[:SEASON].mean(), y[SEASON : 2 * SEASON].mean()
    level, trend = first, (second - first) / SEASON
    season = list(y[:SEASON] - first)
    errors = []
    for t in range(SEASON, y.size):
        error = y[t] - (level + trend + season[t - SEASON])
        level, trend = level + trend + alpha * error, trend + alpha * beta * error
        season.append(season[t - SEASON] + gamma * (1 - alpha) * error)
        errors.append(error)
    return level, trend, np.array(season[-SEASON:]), np.array(errors)


def _best(y: np.ndarray) -> tuple[float, float, float]:
    """The smoothing weights with the smallest squared one-step error, on a grid."""
    grid = [
        (alpha, beta, gamma)
        for alpha in (0.05, 0.1, 0.2, 0.4, 0.7)
        for beta in (0.01, 0.05, 0.2)
        for gamma in (0.01, 0.1, 0.3, 0.6)
    ]
    return min(grid, key=lambda weights: float((_fit(y, *weights)[3] ** 2).sum()))


def _paths(rng: np.random.Generator, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The point forecast, and simulated futures that draw from past one-step errors."""
    alpha, beta, gamma = _best(y)
    level, trend, season, errors = _fit(y, alpha, beta, gamma)
    steps = np.arange(HORIZON)
    point = level + trend * (steps + 1) + season[steps % SEASON]
    levels, trends = np.full(PATHS, level), np.full(PATHS, trend)
    seasons = np.tile(season, (PATHS, 1))
    futures = np.empty((PATHS, HORIZON))
    for h in steps:
        error = rng.choice(errors - errors.mean(), size=PATHS)
        futures[:, h] = levels + trends + seasons[:, h % SEASON] + error
        levels, trends = levels + trends + alpha * error, trends + alpha * beta * error
        seasons[:, h % SEASON] += gamma * (1 - alpha) * error
    return point, futures


def draw(palette):
    rng = np.random.default_rng(3)
    y = _series(rng)
    point, futures = _paths(rng, y[:TRAIN])
    low, high = np.quantile(futures, [0.1, 0.9], axis=0)
    naive = y[TRAIN - SEASON : TRAIN][np.arange(HORIZON) % SEASON]
    months = np.arange(y.size)

    figure = plt.figure(figsize=(7, 3.6))
    axes = figure.add_subplot()
    axes.fill_between(
        months[TRAIN:], low, high, color=palette.colors[1], alpha=0.28, linewidth=0, label="80% interval"
    )
    axes.plot(months[:TRAIN], y[:TRAIN], color=palette.muted, linewidth=1.3, label="history")
    axes.plot(months[TRAIN:], point, color=palette.colors[1], linewidth=1.8, label="Holt-Winters")
    axes.plot(
        months[TRAIN:], naive, color=palette.colors[2], linewidth=1.3, linestyle=":", label="seasonal naive"
    )
    axes.plot(
        months[TRAIN:],
        y[TRAIN:],
        color=palette.text,
        linestyle="",
        marker="o",
        markersize=3,
        label="held out",
    )
    axes.axvline(TRAIN - 0.5, color=palette.muted, linewidth=0.8, linestyle="--")
    axes.set_xlim(24, y.size)
    axes.set_xlabel("month")
    axes.set_ylabel("units sold")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(color=palette.grid, linewidth=0.6)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper left", ncols=2, fontsize=9)
    figure.tight_layout()
    return figure
