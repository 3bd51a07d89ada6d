"""Counts and TF-IDF weights of the three short texts that the page computes by hand."""

import math
from collections import Counter

import matplotlib.pyplot as plt

TEXTS = {
    "A": "the battery lasts long",
    "B": "the battery is not good",
    "C": "the good camera beats the good phone",
}


def weights():
    """Text -> {term: (count, TF-IDF weight)}, textbook form: count times ln(N / df)."""
    counts = {name: Counter(text.split()) for name, text in TEXTS.items()}
    documents = Counter(term for count in counts.values() for term in count)
    return {
        name: {term: (n, n * math.log(len(TEXTS) / documents[term])) for term, n in count.items()}
        for name, count in counts.items()
    }


def draw(palette):
    """One panel a text: count and weight of each of its terms."""
    figure, panels = plt.subplots(1, 3, figsize=(7, 3.6), sharex=True)
    for axes, (name, found) in zip(panels, weights().items(), strict=True):
        for place, (count, weight) in enumerate(found.values()):
            axes.barh(place - 0.2, count, 0.38, color=palette.colors[5], alpha=0.55)
            axes.barh(place + 0.2, weight, 0.38, color=palette.colors[1])
            axes.text(
                weight + 0.05, place + 0.2, f"{weight:.2f}", va="center", color=palette.text, fontsize=8
            )
        axes.set_yticks(range(len(found)), list(found), color=palette.text)
        axes.invert_yaxis()
        axes.set_xlim(0, 2.3)
        axes.set_title(f"text {name}", fontsize=10)
        axes.tick_params(colors=palette.text, length=0, labelsize=9)
        axes.grid(axis="x", color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    handles = [
        plt.Rectangle((0, 0), 1, 1, color=palette.colors[5], alpha=0.55),
        plt.Rectangle((0, 0), 1, 1, color=palette.colors[1]),
    ]
    figure.legend(handles, ["count", "TF-IDF weight"], loc="lower center", ncols=2)
    figure.tight_layout(rect=(0, 0.08, 1, 1))
    return figure
