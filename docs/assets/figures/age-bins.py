"""Two ways to cut the same ages into four bins.

Data: age in the diabetes data set bundled with scikit-learn (442 patients).
"""

import matplotlib.pyplot as plt
import numpy as np

AGES = """
59 48 72 24 50 23 36 66 60 29 22 56 53 50 61 34 47 68 38 41 35 25 25 61 31 30 19 42 63 67 32 42 58 57 53
62 52 46 48 48 50 21 32 54 61 56 33 27 67 37 58 65 34 46 35 37 37 41 60 66 29 37 41 39 67 36 46 60 59 53
48 48 66 52 52 46 40 22 50 20 68 52 44 38 49 61 29 61 34 36 52 61 43 35 27 29 64 41 49 48 53 53 23 65 41
55 22 56 54 59 60 54 25 54 55 40 62 65 33 53 35 66 62 50 47 47 24 58 34 51 31 22 53 37 28 47 23 50 58 55
60 41 60 40 57 37 40 33 32 35 55 49 39 60 67 41 44 48 45 47 46 36 34 53 61 37 33 68 49 48 55 43 60 31 53
67 61 62 60 42 38 62 61 61 53 28 26 30 50 48 51 47 64 51 30 56 42 62 34 60 64 39 71 48 79 40 49 51 57 59
51 74 67 49 57 56 52 69 37 24 55 36 42 21 41 57 20 67 34 41 38 51 52 67 61 67 56 64 58 55 62 57 20 53 32
41 60 26 37 45 67 34 50 71 57 49 35 41 70 52 60 62 44 28 58 39 34 65 66 51 50 59 52 69 53 47 52 39 67 59
51 23 68 44 60 52 38 61 68 28 65 69 51 29 55 34 67 49 55 59 53 48 52 69 60 46 51 67 49 46 47 75 28 65 42
51 53 54 73 54 42 75 55 68 57 48 61 69 38 45 51 71 57 56 32 50 43 54 31 56 44 57 64 43 19 71 50 59 57 49
41 25 52 34 42 28 47 32 43 59 53 60 54 35 49 58 36 46 44 46 54 63 41 28 19 61 48 54 53 48 53 29 62 50 58
55 54 36 63 47 51 42 37 28 58 32 25 63 52 65 42 53 79 43 44 62 33 56 66 34 46 50 69 34 71 47 41 34 51 43
55 59 27 51 49 27 57 39 62 37 46 68 51 41 53 45 33 60 47 60 36 36
"""


def _plain(axes, palette):
    """Axes without a frame, in the palette's colors."""
    axes.tick_params(colors=palette.text, length=0, labelsize=9)
    for side in axes.spines.values():
        side.set_visible(False)


def draw(palette):
    """Equal-width and quantile edges over one histogram; each bin with its count."""
    ages = np.array(AGES.split(), dtype=int)
    figure, rows = plt.subplots(2, 1, figsize=(7, 4.2), sharex=True)
    edges = {
        "equal width": np.linspace(ages.min(), ages.max(), 5),
        "quantiles": np.percentile(ages, (0, 25, 50, 75, 100)),
    }
    for axes, (name, cuts) in zip(rows, edges.items(), strict=True):
        which = np.clip(np.searchsorted(cuts, ages, side="right") - 1, 0, 3)
        for place in range(4):
            members = ages[which == place]
            color = palette.colors[place]
            axes.bar(*np.unique(members, return_counts=True), width=1, color=color)
            middle = (cuts[place] + cuts[place + 1]) / 2
            axes.text(middle, 20.5, f"{len(members)}", ha="center", color=palette.text, fontsize=10)
        for cut in cuts[1:-1]:
            axes.axvline(cut, color=palette.muted, linestyle="--", linewidth=1.2)
        inner = ", ".join(f"{cut:g}" for cut in cuts[1:-1])
        axes.set_ylim(0, 24)
        axes.set_ylabel("patients")
        axes.set_title(f"{name}: cut at {inner}", fontsize=10, loc="left")
        _plain(axes, palette)
        axes.grid(axis="y", color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
    rows[-1].set_xlabel("age in years")
    figure.tight_layout()
    return figure
