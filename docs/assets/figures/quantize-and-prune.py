"""A small network trained on handwritten digits, then quantized to few bits and pruned.

The network is trained with NumPy and rounds its weights each step, so that every machine
draws the same picture.
"""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

HIDDEN, STEPS, RATE = 48, 400, 0.5
BITS = [8, 7, 6, 5, 4, 3, 2]
SHARES = [0, 30, 50, 60, 70, 80, 85, 90, 95]


def _forward(weights, rows):
    first, second = weights
    hidden = np.maximum(np.c_[rows, np.ones(len(rows))] @ first, 0)
    return hidden, np.c_[hidden, np.ones(len(rows))] @ second


def train():
    """Weights of a network with one hidden layer, and the digits it has not seen."""
    rows, labels = load_digits(return_X_y=True)
    rows = rows / 16
    order = np.random.default_rng(3).permutation(len(rows))
    rows, labels = rows[order], labels[order]
    cut = 1_200
    draw = np.random.default_rng(5)
    first = draw.normal(scale=np.sqrt(2 / 65), size=(65, HIDDEN))
    second = draw.normal(scale=np.sqrt(1 / (HIDDEN + 1)), size=(HIDDEN + 1, 10))
    wanted = np.eye(10)[labels[:cut]]
    for _ in range(STEPS):
        hidden, scores = _forward((first, second), rows[:cut])
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        gap = (scores / scores.sum(axis=1, keepdims=True) - wanted) / cut
        back = (gap @ second[:-1].T) * (hidden > 0)
        second = (second - RATE * np.c_[hidden, np.ones(cut)].T @ gap).round(6)
        first = (first - RATE * np.c_[rows[:cut], np.ones(cut)].T @ back).round(6)
    return (first, second), rows[cut:], labels[cut:]


def quantized(matrix, bits):
    """Round to a symmetric grid of 2^bits - 1 levels, one scale for each output column."""
    top = 2 ** (bits - 1) - 1
    scale = np.abs(matrix).max(axis=0, keepdims=True) / top
    return np.round(matrix / scale) * scale


def pruned(matrix, share):
    """Set the smallest weights of the matrix to zero."""
    return np.where(np.abs(matrix) < np.percentile(np.abs(matrix), share), 0.0, matrix)


def measure():
    weights, rows, labels = train()

    def score(changed):
        return 100 * float(np.mean(_forward(changed, rows)[1].argmax(axis=1) == labels))

    by_bits, errors = [], []
    for bits in BITS:
        small = [quantized(matrix, bits) for matrix in weights]
        by_bits.append(score(small))
        gaps = sum(float(((a - b) ** 2).sum()) for a, b in zip(weights, small, strict=True))
        errors.append(100 * (gaps / sum(float((matrix**2).sum()) for matrix in weights)) ** 0.5)
    by_share = [score([pruned(matrix, share) if share else matrix for matrix in weights]) for share in SHARES]
    return score(weights), by_bits, errors, by_share


def draw(palette):
    whole, by_bits, errors, by_share = measure()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6), sharey=True)
    left.plot(BITS, by_bits, "o-", color=palette.colors[0], linewidth=2, label="accuracy")
    left.plot(BITS, errors, "s--", color=palette.colors[1], linewidth=2, label="error of the weights")
    left.set_xticks(BITS)
    left.invert_xaxis()
    left.set_xlabel("bits per weight")
    left.set_ylabel("percent")
    left.set_title("quantized")
    left.legend(loc="center left", labelcolor=palette.text)
    right.plot(SHARES, by_share, "o-", color=palette.colors[0], linewidth=2)
    right.set_xlabel("percent of weights set to zero")
    right.set_title("pruned, not trained again")
    for axes in (left, right):
        axes.axhline(whole, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.2)
        axes.grid(linewidth=0.6)
    left.set_ylim(0, 103)
    figure.tight_layout()
    return figure
