"""Chance that MinHash with banding compares two texts, by their Jaccard similarity."""

import matplotlib.pyplot as plt
import numpy as np

SETTINGS = ((32, 4), (16, 8), (9, 14))  # bands, rows in each band


def candidate(similarity, bands, rows):
    """Chance that all rows of at least one band agree."""
    return 1 - (1 - similarity**rows) ** bands


def draw(palette):
    """One curve for each setting."""
    figure, axes = plt.subplots(figsize=(7, 3.6))
    similarity = np.linspace(0, 1, 201)
    for (bands, rows), color, line in zip(SETTINGS, palette.colors, ("--", "-", "-."), strict=False):
        name = f"{bands} bands of {rows} rows"
        axes.plot(similarity, candidate(similarity, bands, rows), line, color=color, linewidth=2, label=name)
    axes.set_xlabel("Jaccard similarity of two texts")
    axes.set_ylabel("chance that the pair is found")
    axes.tick_params(colors=palette.text)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.legend(loc="upper left")
    figure.tight_layout()
    return figure
