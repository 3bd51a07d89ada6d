"""Four published data sets with the same summary and quite different pictures.

Data: F. J. Anscombe, Graphs in Statistical Analysis, The American Statistician 27 (1973).
"""

import matplotlib.pyplot as plt
import numpy as np

X = (10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5)
SETS = (
    (X, (8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68)),
    (X, (9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74)),
    (X, (7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73)),
    ((8,) * 7 + (19,) + (8,) * 3, (6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89)),
)
NAMES = ("roughly linear", "curved", "one outlier", "one point decides")


def _plain(axes, palette):
    """Axes without a frame, in the palette's colors."""
    axes.tick_params(colors=palette.text, length=0, labelsize=9)
    for side in axes.spines.values():
        side.set_visible(False)


def draw(palette):
    """Four scatter plots, each with its line of least squares and its numbers."""
    figure, grid = plt.subplots(2, 2, figsize=(7, 4.4), sharex=True, sharey=True)
    for number, (axes, (x, y), name) in enumerate(zip(grid.flat, SETS, NAMES, strict=True)):
        x, y = np.array(x, dtype=float), np.array(y)
        slope, start = np.polyfit(x, y, 1)
        ends = np.array((3.0, 20.0))
        axes.plot(ends, start + slope * ends, color=palette.muted, linewidth=1.2)
        axes.scatter(x, y, s=26, color=palette.colors[number], zorder=3)
        r = np.corrcoef(x, y)[0, 1]
        axes.set_title(f"{name}: r = {r:.2f}, mean {y.mean():.1f}, sd {y.std(ddof=1):.1f}", fontsize=9)
        axes.grid(color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        _plain(axes, palette)
    figure.tight_layout()
    return figure
