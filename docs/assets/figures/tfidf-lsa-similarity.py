"""Cosine similarity of six short texts: as TF-IDF vectors, and in two latent dimensions (LSA)."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap

TEXTS = (
    "password reset link",
    "reset login password",
    "login account problem",
    "track parcel",
    "parcel delivery problem",
    "order delivery",
)


def _unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def similarities():
    """Two matrices of cosines: from TF-IDF rows, and from their projection on two singular vectors."""
    terms = sorted({term for text in TEXTS for term in text.split()})
    counts = np.array([[text.split().count(term) for term in terms] for text in TEXTS], dtype=float)
    documents = (counts > 0).sum(axis=0)
    rows = _unit(counts * (np.log((1 + len(TEXTS)) / (1 + documents)) + 1))
    left, values, _ = np.linalg.svd(rows, full_matrices=False)
    latent = _unit(left[:, :2] * values[:2])
    return rows @ rows.T, latent @ latent.T


def draw(palette):
    """Two heat maps with the cosine in each cell."""
    figure, panels = plt.subplots(1, 2, figsize=(7, 4.2))
    scale = LinearSegmentedColormap.from_list(
        "from nothing", [palette.colors[0] + "00", palette.colors[0] + "80"]
    )
    titles = ("TF-IDF, 10 dimensions", "LSA, 2 dimensions")
    for axes, title, matrix in zip(panels, titles, similarities(), strict=True):
        axes.imshow(np.clip(matrix, 0, 1), cmap=scale, vmin=0, vmax=1)
        for row in range(len(TEXTS)):
            for column in range(len(TEXTS)):
                value = round(float(matrix[row, column]), 2) + 0.0
                axes.text(
                    column, row, f"{value:.2f}", ha="center", va="center", color=palette.text, fontsize=8
                )
        axes.set_title(title, fontsize=10)
        axes.set_xticks(range(len(TEXTS)), "abcdef", color=palette.text)
        axes.set_yticks(range(len(TEXTS)), "abcdef", color=palette.text)
        axes.tick_params(length=0, labelsize=9)
        for side in axes.spines.values():
            side.set_color(palette.grid)
    legend = "     ".join(f"{letter}  {text}" for letter, text in zip("abc", TEXTS[:3], strict=True))
    legend += "\n" + "     ".join(f"{letter}  {text}" for letter, text in zip("def", TEXTS[3:], strict=True))
    figure.text(0.5, 0.02, legend, ha="center", color=palette.muted, fontsize=9)
    figure.tight_layout(rect=(0, 0.11, 1, 0.98))
    return figure
