"""400 handwritten digits of 8 x 8 pixels, brought from 64 dimensions to 2 by PCA and by t-SNE.

t-SNE is written out here and rounds every step, so that every machine draws the same picture.
"""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

PERPLEXITY = 25
STEPS = 450


def pca(rows):
    """The two directions of greatest variance, with a fixed sign, and their share of the variance."""
    centered = rows - rows.mean(axis=0)
    _, spread, directions = np.linalg.svd(centered, full_matrices=False)
    for direction in directions[:2]:
        direction *= np.sign(direction[np.abs(direction).argmax()])
    share = (spread[:2] ** 2).sum() / (spread**2).sum()
    return (centered @ directions[:2].T).round(4), share


def _similarities(rows):
    """Probability that two rows are neighbors; each row's width is set by the perplexity."""
    distance = ((rows[:, None] - rows[None]) ** 2).sum(axis=2)
    np.fill_diagonal(distance, np.inf)
    result = np.zeros_like(distance)
    for index, row in enumerate(distance):
        low, high = 1e-6, 1.0
        for _ in range(50):
            beta = (low + high) / 2
            weight = np.exp(-beta * (row - row.min()))
            weight /= weight.sum()
            entropy = -(weight[weight > 0] * np.log(weight[weight > 0])).sum()
            low, high = (beta, high) if entropy > np.log(PERPLEXITY) else (low, beta)
        result[index] = weight
    return ((result + result.T) / (2 * len(rows))).round(12)


def t_sne(rows, start):
    """Gradient descent on the divergence of the two sets of similarities."""
    wanted = _similarities(rows)
    place = (start / start[:, 0].std() * 1e-2).round(6)
    step = np.zeros_like(place)
    for number in range(STEPS):
        push = 12 if number < 120 else 1
        difference = place[:, None] - place[None]
        kernel = 1 / (1 + (difference**2).sum(axis=2))
        np.fill_diagonal(kernel, 0)
        slope = 4 * (((push * wanted - kernel / kernel.sum()) * kernel)[:, :, None] * difference).sum(axis=1)
        step = (0.5 if number < 120 else 0.8) * step - 60 * slope
        place = (place + step).round(6)
    return (place - place.mean(axis=0)).round(3)


def measure():
    """Both maps, the digits, and the share of the variance that PCA keeps."""
    digits = load_digits()
    rows, labels = digits.data[:400], digits.target[:400]
    flat, share = pca(rows)
    return flat, t_sne(rows, flat), labels, share


def draw(palette):
    """Every image is written as its digit."""
    flat, curved, labels, share = measure()
    figure, panels = plt.subplots(1, 2, figsize=(7, 3.7))
    for axes, places, title in (
        (panels[0], flat, f"PCA: {share:.0%} of the variance"),
        (panels[1], curved, "t-SNE"),
    ):
        for (across, up), digit in zip(places, labels, strict=True):
            weight, color = "bold" if digit > 5 else "normal", palette.colors[digit % 6]
            axes.text(
                across, up, str(digit), fontsize=6.5, color=color, weight=weight, ha="center", va="center"
            )
        axes.set_xlim(places[:, 0].min() * 1.05, places[:, 0].max() * 1.05)
        axes.set_ylim(places[:, 1].min() * 1.05, places[:, 1].max() * 1.05)
        axes.set_title(title, fontsize=10)
        axes.set_xticks([])
        axes.set_yticks([])
        for side in axes.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    return figure
