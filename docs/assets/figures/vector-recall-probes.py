"""Recall of an IVF index against the share of lists it probes, computed with numpy."""

import numpy as np
from matplotlib.figure import Figure

VECTORS, QUERIES, DIMENSIONS, LISTS, K = 12_000, 200, 32, 100, 10


def _grouped(rng: np.random.Generator, count: int, centers: np.ndarray) -> np.ndarray:
    """Vectors scattered around centers, as embeddings of related items are."""
    return centers[rng.integers(len(centers), size=count)] + rng.normal(size=(count, DIMENSIONS))


def _distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Squared Euclidean distances between the rows of a and of b."""
    return (a**2).sum(1)[:, None] - 2 * a @ b.T + (b**2).sum(1)[None, :]


def _k_means(rng: np.random.Generator, data: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Centers of the lists, and the list each vector belongs to."""
    centers = data[rng.choice(len(data), LISTS, replace=False)]
    for _ in range(12):
        member = _distances(data, centers).argmin(1)
        centers = np.stack(
            [data[member == i].mean(0) if (member == i).any() else centers[i] for i in range(LISTS)]
        )
    return centers, _distances(data, centers).argmin(1)


def _recall(
    rng: np.random.Generator, data: np.ndarray, queries: np.ndarray, probes: list[int]
) -> list[float]:
    """Share of the true K nearest vectors found, for each number of lists probed."""
    true = np.argsort(_distances(queries, data), axis=1)[:, :K]
    centers, member = _k_means(rng, data)
    order = np.argsort(_distances(queries, centers), axis=1)
    rank = np.argsort(order, axis=1)  # how many lists are nearer than the vector's own
    needed = np.take_along_axis(rank, member[true], axis=1)
    return [100 * float((needed < p).mean()) for p in probes]


def draw(palette) -> Figure:
    probes = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100]
    rng = np.random.default_rng(7)
    centers = rng.normal(scale=1.4, size=(400, DIMENSIONS))
    grouped = _recall(rng, _grouped(rng, VECTORS, centers), _grouped(rng, QUERIES, centers), probes)
    noise = _recall(
        rng,
        rng.normal(size=(VECTORS, DIMENSIONS)),
        rng.normal(size=(QUERIES, DIMENSIONS)),
        probes,
    )

    figure = Figure(figsize=(7, 3.6))
    axes = figure.add_subplot()
    share = [100 * p / LISTS for p in probes]
    axes.plot(share, grouped, color=palette.colors[0], marker="o", markersize=4, label="vectors in groups")
    axes.plot(
        share,
        noise,
        color=palette.colors[1],
        marker="s",
        markersize=4,
        linestyle="--",
        label="vectors without groups",
    )
    axes.axhline(100, color=palette.muted, linewidth=1, linestyle=":")
    axes.text(50, 101.5, "exact search", color=palette.muted, ha="center", va="bottom", fontsize=9)
    axes.set_xlabel("share of lists probed (%)")
    axes.set_ylabel("recall of the 10 nearest (%)")
    axes.set_xlim(0, 101)
    axes.set_ylim(0, 110)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.tick_params(colors=palette.text)
    for side in axes.spines.values():
        side.set_color(palette.grid)
    axes.legend(labelcolor=palette.text, loc="lower right")
    figure.tight_layout()
    return figure
