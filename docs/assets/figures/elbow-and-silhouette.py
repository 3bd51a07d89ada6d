"""Within-cluster sum of squares and mean silhouette for k from 1 to 9, on data with four clusters."""

import matplotlib.pyplot as plt
import numpy as np

COUNTS = range(1, 10)
CENTERS = ((0, 0), (5, 0.5), (1.5, 5), (6.5, 5.5))


def k_means(points, count, random):
    """The best of 40 runs: cluster of every point, and the sum of squared distances."""
    best = None, np.inf
    for _ in range(40):
        centroids = points[random.choice(len(points), count, replace=False)]
        for _ in range(40):
            distance = ((points[:, None] - centroids[None]) ** 2).sum(axis=2)
            cluster = distance.argmin(axis=1)
            centroids = np.array(
                [
                    points[cluster == index].mean(axis=0) if (cluster == index).any() else centroids[index]
                    for index in range(count)
                ]
            ).round(9)
        squares = distance.min(axis=1).sum()
        best = min(best, (cluster, squares), key=lambda run: run[1])
    return best


def silhouette(points, cluster):
    """Mean of (b - a) / max(a, b) over all points."""
    distance = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))
    sums = np.array([distance[:, cluster == index].sum(axis=1) for index in range(cluster.max() + 1)])
    sizes = np.bincount(cluster)
    rows = np.arange(len(points))
    own = sums[cluster, rows] / np.maximum(sizes[cluster] - 1, 1)
    others = sums / sizes[:, None]
    others[cluster, rows] = np.inf
    other = others.min(axis=0)
    return ((other - own) / np.maximum(own, other)).mean()


def measure():
    """Sum of squares for every k, and the silhouette from k = 2 on."""
    random = np.random.default_rng(7)
    points = np.vstack([random.normal(center, 1, (90, 2)) for center in CENTERS])
    runs = [k_means(points, count, random) for count in COUNTS]
    squares = [round(float(found), 1) for _, found in runs]
    return squares, [round(float(silhouette(points, cluster)), 3) for cluster, _ in runs[1:]]


def draw(palette):
    """Left the elbow, right the silhouette."""
    squares, silhouettes = measure()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.1))
    left.plot(COUNTS, squares, color=palette.colors[0], marker="o", markersize=4)
    left.annotate(
        "elbow", (4, squares[3]), (25, 35), textcoords="offset points", color=palette.text,
        arrowprops={"arrowstyle": "->", "color": palette.muted},
    )  # fmt: skip
    left.set_ylabel("within-cluster sum of squares")
    right.plot(COUNTS[1:], silhouettes, color=palette.colors[1], marker="s", markersize=4)
    right.annotate(
        "highest", (4, silhouettes[2]), (18, -2), textcoords="offset points", color=palette.text,
        arrowprops={"arrowstyle": "->", "color": palette.muted},
    )  # fmt: skip
    right.set_ylabel("mean silhouette")
    right.set_ylim(0, max(silhouettes) * 1.15)
    for axes in (left, right):
        axes.set_xlabel("k")
        axes.set_xticks(list(COUNTS))
        axes.grid(axis="y", linewidth=0.6)
    figure.tight_layout()
    return figure
