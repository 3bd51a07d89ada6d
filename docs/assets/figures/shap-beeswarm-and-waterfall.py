"""Exact Shapley values of a small model: every coalition of four features is evaluated."""

from itertools import combinations
from math import factorial

import matplotlib.pyplot as plt
import numpy as np

NAMES = ("income", "debt", "late payments", "age of account")
ROWS, BACKGROUND, PICK = 120, 40, 42


def data():
    """Standardized features; debt and late payments go together."""
    draw = np.random.default_rng(4)
    income, debt, late, account = draw.normal(size=(4, ROWS))
    return np.column_stack([income, debt, 0.6 * debt + 0.8 * late, account])


def model(rows):
    """Probability of repayment, with an interaction of income and debt."""
    income, debt, late, account = rows.T
    score = 0.5 + 1.0 * income - 0.7 * debt - 0.9 * late + 0.3 * account + 0.5 * income * debt
    return 1 / (1 + np.exp(-score))


def shapley(row, background):
    """Attributions of one row: features outside a coalition take the background's values."""
    count = len(row)

    def value(coalition):
        mixed = background.copy()
        mixed[:, list(coalition)] = row[list(coalition)]
        return model(mixed).mean()

    values = {
        chosen: value(chosen) for size in range(count + 1) for chosen in combinations(range(count), size)
    }
    found = np.zeros(count)
    for feature in range(count):
        for chosen in values:
            if feature in chosen:
                continue
            size = len(chosen)
            weight = factorial(size) * factorial(count - size - 1) / factorial(count)
            joined = tuple(sorted((*chosen, feature)))
            found[feature] += weight * (values[joined] - values[chosen])
    return found, values[()], values[tuple(range(count))]


def measure():
    """Rows, attributions of all of them, and the waterfall of one."""
    rows = data()
    background = rows[:BACKGROUND]
    all_found = np.array([shapley(row, background)[0] for row in rows])
    return rows, all_found, shapley(rows[PICK], background)


def draw(palette):
    """Left: all rows, a dot for each. Right: one row from base value to prediction."""
    rows, attributions, (found, base, prediction) = measure()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    order = np.argsort(np.abs(attributions).mean(axis=0))
    jitter = np.random.default_rng(1)
    for place, feature in enumerate(order):
        high = rows[:, feature] > 0
        shift = jitter.uniform(-0.28, 0.28, len(rows))
        for mask, color, marker, name in (
            (~high, palette.colors[0], "o", "value below mean"),
            (high, palette.colors[1], "^", "value above mean"),
        ):
            left.scatter(
                attributions[mask, feature], place + shift[mask], s=11, color=color, marker=marker,
                linewidths=0, alpha=0.8, label=name if place == 0 else None,
            )  # fmt: skip
    left.axvline(0, color=palette.muted, linewidth=1)
    left.set_yticks(range(4), [NAMES[feature] for feature in order])
    left.set_xlabel("SHAP value (probability)")
    left.set_ylim(-1.5, 3.5)
    left.legend(loc="lower left", fontsize=8, handletextpad=0.2)
    at, low, top = base, min(base, prediction), max(base, prediction)
    for place, feature in enumerate(np.argsort(-np.abs(found))):
        color = palette.colors[1] if found[feature] > 0 else palette.colors[0]
        right.barh(place, found[feature], 0.55, left=at, color=color)
        right.text(
            at + found[feature] / 2,
            place - 0.42,
            f"{found[feature]:+.2f}",
            ha="center",
            color=palette.text,
            fontsize=9,
        )
        at += found[feature]
        low, top = min(low, at), max(top, at)
    right.axvline(base, color=palette.muted, linewidth=1, linestyle=":")
    right.axvline(prediction, color=palette.text, linewidth=1)
    right.text(base, -0.95, f"base {base:.2f}", ha="center", va="center", color=palette.muted, fontsize=8)
    right.text(
        prediction,
        -0.95,
        f"f(x) {prediction:.2f}",
        ha="center",
        va="center",
        color=palette.text,
        fontsize=8,
    )
    right.set_yticks(range(4), [NAMES[feature] for feature in np.argsort(-np.abs(found))])
    right.set_ylim(3.5, -1.2)
    right.set_xlim(low - 0.1, top + 0.1)
    right.set_xlabel("probability of repayment")
    for axes in (left, right):
        axes.tick_params(colors=palette.text, length=0, labelsize=9)
        axes.grid(axis="x", color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    return figure
