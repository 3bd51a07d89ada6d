"""Recall at k of four retrievers on synthetic chunks: vectors, keywords, both, and both reranked."""

import matplotlib.pyplot as plt
import numpy as np

CHUNKS, QUESTIONS, SIZE = 2_000, 600, 48
KS = [1, 2, 3, 5, 10, 20, 50]
CANDIDATES = 50
FUSION = 60


def _ranks(scores):
    """Rank of each chunk for each question, from 1."""
    order = np.argsort(-scores, axis=1)
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, scores.shape[1] + 1)[None, :], axis=1)
    return ranks


def measure():
    """Name -> recall at each k. Question i is answered by chunk i alone."""
    draw = np.random.default_rng(11)
    chunks = draw.normal(size=(CHUNKS, SIZE))
    chunks /= np.linalg.norm(chunks, axis=1, keepdims=True)
    kind = draw.random(QUESTIONS)
    blur = np.where(kind < 0.25, 0.45, 0.20)  # a quarter asks for codes: vectors blur them
    # three tenths paraphrase: keywords miss them
    loose = np.where(kind > 0.70, 0.60, np.where(kind < 0.25, 0.15, 0.30))
    asked = chunks[:QUESTIONS] + blur[:, None] * draw.normal(size=(QUESTIONS, SIZE))
    dense = (asked / np.linalg.norm(asked, axis=1, keepdims=True)) @ chunks.T
    words = draw.normal(size=(QUESTIONS, CHUNKS)) * loose[:, None]
    words[np.arange(QUESTIONS), np.arange(QUESTIONS)] += 1.0
    by_vector, by_word = _ranks(dense), _ranks(words)
    fused = 1.0 / (FUSION + by_vector) + 1.0 / (FUSION + by_word)
    both = _ranks(fused)
    judge = 0.19 * draw.normal(size=(QUESTIONS, CHUNKS))
    judge[np.arange(QUESTIONS), np.arange(QUESTIONS)] += 0.62
    judged = _ranks(np.where(both <= CANDIDATES, judge, -10.0 - both))
    found = {"vectors": by_vector, "keywords": by_word, "hybrid": both, "hybrid, reranked": judged}
    rows = np.arange(QUESTIONS)
    return {name: [float(np.mean(ranks[rows, rows] <= k)) for k in KS] for name, ranks in found.items()}


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    styles = ("s--", "^:", "o-", "D-")
    for (name, values), style, color in zip(measure().items(), styles, palette.colors, strict=False):
        axes.plot(KS, [100 * value for value in values], style, color=color, linewidth=2, label=name)
    axes.set_xscale("log")
    axes.set_xticks(KS, [str(k) for k in KS])
    axes.minorticks_off()
    axes.set_ylim(0, 103)
    axes.set_xlabel("k, passages returned")
    axes.set_ylabel("recall@k, percent")
    axes.grid(linewidth=0.6)
    axes.legend(loc="lower right", labelcolor=palette.text)
    return figure
