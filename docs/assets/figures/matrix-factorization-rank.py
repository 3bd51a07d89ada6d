"""Error of a matrix factorization by number of factors: alternating least squares in numpy."""

import matplotlib.pyplot as plt
import numpy as np

USERS, ITEMS, TRUE_RANK, SHOWN, NOISE, ROUNDS, SETS = 200, 120, 4, 0.18, 0.5, 15, 3


def _ratings(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ratings made of a few hidden tastes plus noise, and masks of the known and the held-out ones."""
    taste = rng.normal(size=(USERS, TRUE_RANK))
    trait = rng.normal(size=(ITEMS, TRUE_RANK))
    full = 3 + taste @ trait.T / np.sqrt(TRUE_RANK) + rng.normal(scale=NOISE, size=(USERS, ITEMS))
    known = rng.random((USERS, ITEMS)) < SHOWN
    test = known & (rng.random((USERS, ITEMS)) < 0.2)
    return full, known & ~test, test


def _solve(target: np.ndarray, mask: np.ndarray, fixed: np.ndarray, ridge: float) -> np.ndarray:
    """One side of ALS: a small ridge regression for every row, the other side held fixed."""
    rank = fixed.shape[1]
    squares = (fixed[:, :, None] * fixed[:, None, :]).reshape(-1, rank * rank)
    gram = (mask @ squares).reshape(-1, rank, rank) + ridge * np.eye(rank)
    return np.linalg.solve(gram, ((mask * target) @ fixed)[:, :, None])[:, :, 0]


def _errors(full, train, test, rank: int, ridge: float) -> tuple[float, float]:
    """RMSE on the ratings used and on the held-out ones."""
    rng = np.random.default_rng(rank)
    mean = full[train].mean()
    items = rng.normal(scale=0.3, size=(ITEMS, rank))
    for _ in range(ROUNDS):
        users = _solve(full - mean, train, items, ridge)
        items = _solve((full - mean).T, train.T, users, ridge)
    gap = full - mean - users @ items.T
    return tuple(float(np.sqrt((gap[mask] ** 2).mean())) for mask in (train, test))


def measure() -> dict[float, list[np.ndarray]]:
    """For a weak and a stronger penalty: training and held-out error at each rank, mean of some sets."""
    sets = [_ratings(np.random.default_rng(seed)) for seed in range(SETS)]
    return {
        ridge: [np.mean([_errors(*data, rank, ridge) for data in sets], axis=0) for rank in range(1, 11)]
        for ridge in (0.5, 4.0)
    }


def draw(palette):
    found = measure()
    ranks = range(1, 11)
    figure = plt.figure(figsize=(7, 3.6))
    axes = figure.add_subplot()
    for color, (ridge, errors) in zip(palette.colors, found.items(), strict=False):
        name = "weak penalty" if ridge < 1 else "stronger penalty"
        axes.plot(
            ranks, [test for _, test in errors], color=color, marker="o", markersize=4,
            label=f"held out, {name}",
        )  # fmt: skip
        axes.plot(
            ranks, [train for train, _ in errors], color=color, linestyle="--", linewidth=1.2,
            label=f"training, {name}",
        )  # fmt: skip
    axes.axvline(TRUE_RANK, color=palette.muted, linewidth=0.8, linestyle=":")
    axes.text(TRUE_RANK + 0.1, 0.06, "factors in the data", color=palette.muted, fontsize=9)
    axes.set_ylim(0, 1.75)
    axes.set_xticks(list(ranks))
    axes.set_xlabel("number of factors")
    axes.set_ylabel("RMSE")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(color=palette.grid, linewidth=0.6)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper left", fontsize=9, ncols=2)
    figure.tight_layout()
    return figure
