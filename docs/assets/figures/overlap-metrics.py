"""N-gram precision of four candidates, and ROUGE-1 of a growing summary."""

from collections import Counter

import matplotlib.pyplot as plt
import numpy as np

REFERENCE = "the driver delivered the parcel on monday morning to the wrong house"
CANDIDATES = {
    "one word changed": "the driver delivered the parcel on tuesday morning to the wrong house",
    "words in another order": "on monday morning to the wrong house the parcel the driver delivered",
    "paraphrase": "a courier brought the package to the wrong address early on monday",
    "not delivered": "the driver never delivered the parcel on monday morning to the wrong house",
}
SUMMARY = (
    "the driver delivered the parcel on monday morning to the wrong house the customer called support "
    "twice and got a refund after four days of waiting"
)


def grams(words, order):
    """N-grams with their counts."""
    return Counter(tuple(words[at : at + order]) for at in range(len(words) - order + 1))


def precision(candidate, reference, order):
    """Clipped n-gram precision, as in BLEU."""
    have, want = grams(candidate.split(), order), grams(reference.split(), order)
    return sum((have & want).values()) / sum(have.values())


def rouge(length):
    """ROUGE-1 recall, precision and F1 if the summary is this many words of its source."""
    have, want = Counter(SUMMARY.split()[:length]), Counter(REFERENCE.split())
    match = sum((have & want).values())
    recall, exact = match / sum(want.values()), match / length
    return recall, exact, 2 * recall * exact / (recall + exact)


def draw(palette):
    """Left: precision by n-gram order. Right: ROUGE-1 by length."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    orders = (1, 2, 3, 4)
    for place, (name, text) in enumerate(CANDIDATES.items()):
        values = [precision(text, REFERENCE, order) for order in orders]
        left.plot(orders, values, "o^sD"[place] + "-", color=palette.colors[place], linewidth=2, label=name)
    left.set_xticks(orders)
    left.set_ylim(0, 1.55)
    left.set_yticks(np.arange(0, 1.01, 0.2))
    left.set_xlabel("n-gram order n")
    left.set_ylabel("clipped precision")
    lengths = np.arange(2, len(SUMMARY.split()) + 1)
    values = np.array([rouge(length) for length in lengths])
    for column, (name, style) in enumerate((("recall", "-"), ("precision", "--"), ("F1", "-."))):
        right.plot(lengths, values[:, column], style, color=palette.colors[column], linewidth=2, label=name)
    right.set_xlabel("words in the summary")
    right.set_ylabel("ROUGE-1")
    right.set_ylim(0, 1.05)
    for axes, where in ((left, "upper left"), (right, "lower right")):
        axes.tick_params(colors=palette.text)
        axes.grid(color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
        axes.legend(loc=where, fontsize=8)
    figure.tight_layout()
    return figure
