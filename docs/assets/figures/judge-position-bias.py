"""A pairwise judge that favors the first answer, asked once and asked in both orders."""

import matplotlib.pyplot as plt
import numpy as np

PAIRS, NOISE, LEAN = 20_000, 0.8, 0.5


def verdicts(advantage, lean):
    """True where the judge prefers B; `lean` is what standing first is worth."""
    draw = np.random.default_rng(6)
    quality = draw.normal(advantage, 1.0, PAIRS)  # B minus A
    first = quality + draw.normal(0, NOISE, PAIRS) - lean > 0  # A stands first
    second = quality + draw.normal(0, NOISE, PAIRS) + lean > 0  # B stands first
    return quality, first, second


def measure():
    """Win rate of B by its true advantage: the truth, one fixed order, both orders."""
    rows = []
    for advantage in np.linspace(-1.5, 1.5, 31):
        quality, first, second = verdicts(advantage, LEAN)
        both = np.where(first == second, first, 0.5)
        rows.append((advantage, (quality > 0).mean(), first.mean(), both.mean()))
    return np.array(rows)


def agreement(leans):
    """Share of pairs with the same verdict in both orders, for two equally good models."""
    shares = []
    for lean in leans:
        _, first, second = verdicts(0.0, lean)
        shares.append((first == second).mean())
    return np.array(shares)


def draw(palette):
    """Left: win rates. Right: how often a swap leaves the verdict unchanged."""
    rows = measure()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    for column, style, color, name in (
        (1, ":", palette.text, "true win rate"),
        (2, "--", palette.colors[1], "A always first"),
        (3, "-", palette.colors[0], "both orders"),
    ):
        left.plot(rows[:, 0], 100 * rows[:, column], style, color=color, linewidth=2, label=name)
    left.axvline(0, color=palette.muted, linewidth=1)
    left.set_xlabel("true advantage of B")
    left.set_ylabel("B wins, %")
    leans = np.linspace(0, 2, 21)
    right.plot(leans, 100 * agreement(leans), color=palette.colors[2], linewidth=2)
    right.set_xlabel("what standing first is worth")
    right.set_ylabel("same verdict after a swap, %")
    right.set_ylim(0, 100)
    for axes in (left, right):
        axes.tick_params(colors=palette.text)
        axes.grid(color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    left.legend(loc="upper left", fontsize=8)
    figure.tight_layout()
    return figure
