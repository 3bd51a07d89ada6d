"""Semantic chunking of a computed text: similarity of neighboring sentences, and the cuts at a percentile."""

import matplotlib.pyplot as plt
import numpy as np

SENTENCES, DIMENSIONS, TOPIC_STARTS = 41, 64, (9, 16, 27, 33)
THRESHOLD = 90


def similarities():
    """Cosine of each sentence with the next; sentences are noisy copies of their topic's vector."""
    chance = np.random.default_rng(12)
    rows, topic = [], None
    for sentence in range(SENTENCES):
        if topic is None or sentence in TOPIC_STARTS:
            topic = chance.normal(size=DIMENSIONS)
        rows.append(topic + chance.normal(scale=0.75, size=DIMENSIONS))
    rows = np.array(rows)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows[:-1] * rows[1:]).sum(axis=1)


def breakpoints():
    """Pairs less similar than the threshold's share of all pairs."""
    values = similarities()
    least = round(len(values) * (100 - THRESHOLD) / 100)
    return sorted(int(pair) for pair in np.argsort(values)[:least])


def draw(palette):
    """One bar for each pair of neighbors; the cut ones stand out."""
    values, cuts = similarities(), breakpoints()
    figure, axes = plt.subplots(figsize=(7, 3.4))
    colors = [palette.colors[1] if pair in cuts else palette.colors[0] for pair in range(len(values))]
    axes.bar(np.arange(1, len(values) + 1), values, color=colors, width=0.75)
    for pair in cuts:
        axes.axvline(pair + 1, ymin=0.35, color=palette.colors[1], linewidth=0.8, linestyle=":")
        axes.text(pair + 1, 0.86, "cut", ha="center", color=palette.text, fontsize=9)
    axes.set_ylim(-0.15, 0.92)
    axes.set_xlabel("pair of neighboring sentences")
    axes.set_ylabel("cosine similarity")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(axis="y", color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    figure.tight_layout()
    return figure
