"""Recall, hit rate, reciprocal rank and nDCG of three simulated retrievers."""

import matplotlib.pyplot as plt
import numpy as np

QUESTIONS, CHUNKS, RELEVANT, DEPTH = 400, 500, 3, 20
RERANKED = 20


def rankings():
    """Name -> matrix of booleans: is the chunk at this rank relevant?"""
    draw = np.random.default_rng(5)
    relevant = np.arange(CHUNKS) < RELEVANT
    vectors = draw.normal(relevant * 2.2, 1.0, (QUESTIONS, CHUNKS))
    words = draw.normal(relevant * 1.5, 1.0, (QUESTIONS, CHUNKS))
    judge = draw.normal(relevant * 2.6, 1.0, (QUESTIONS, CHUNKS))
    order = np.argsort(-vectors, axis=1)
    hybrid = np.argsort(-(vectors + 0.7 * words), axis=1)
    head = np.take_along_axis(judge, hybrid[:, :RERANKED], axis=1)
    reranked = np.take_along_axis(hybrid, np.argsort(-head, axis=1), axis=1)
    ranked = {
        "vectors": order[:, :DEPTH],
        "hybrid": hybrid[:, :DEPTH],
        "hybrid, top 20 reranked": reranked[:, :DEPTH],
    }
    return {name: relevant[places] for name, places in ranked.items()}


def recall_at(found):
    """Mean recall at each k."""
    return np.cumsum(found, axis=1).mean(axis=0) / RELEVANT


def scores(found, k=5):
    """Hit rate at k, mean reciprocal rank and nDCG at k."""
    hit = found[:, :k].any(axis=1).mean()
    first = np.where(found.any(axis=1), 1 / (found.argmax(axis=1) + 1), 0).mean()
    gain = 1 / np.log2(np.arange(2, k + 2))
    ideal = gain[: min(RELEVANT, k)].sum()
    return hit, first, (found[:, :k] * gain).sum(axis=1).mean() / ideal


def draw(palette):
    """Left: recall by k. Right: three more figures of the same rankings."""
    found = rankings()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    ks = np.arange(1, DEPTH + 1)
    for place, (name, matrix) in enumerate(found.items()):
        color = palette.colors[place]
        left.plot(ks, recall_at(matrix), ("-", "--", "-.")[place], color=color, linewidth=2, label=name)
        values = scores(matrix)
        right.bar(np.arange(3) + 0.27 * (place - 1), values, 0.25, color=color)
        for at, value in enumerate(values):
            right.text(
                at + 0.27 * (place - 1),
                value + 0.015,
                f"{value:.2f}",
                ha="center",
                color=palette.text,
                fontsize=8,
            )
    left.set_xticks((1, 5, 10, 15, 20))
    left.set_ylim(0, 1.0)
    left.set_xlabel("k")
    left.set_ylabel("recall@k")
    right.set_xticks(range(3), ["hit rate@5", "MRR", "nDCG@5"])
    right.set_ylim(0, 1.1)
    for axes in (left, right):
        axes.tick_params(colors=palette.text, length=0)
        axes.grid(axis="y", color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    left.legend(loc="lower right", fontsize=8)
    figure.tight_layout()
    return figure
