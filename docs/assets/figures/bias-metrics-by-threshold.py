"""One scoring model, two groups, every threshold: which gaps can be closed at the same time."""

import matplotlib.pyplot as plt
import numpy as np

ROWS = 40_000
BASE_RATES = {"a": 0.5, "d": 0.3}


def groups():
    """Labels and scores of each group; the score separates both groups equally well."""
    draw = np.random.default_rng(2)
    found = {}
    for name, rate in BASE_RATES.items():
        label = draw.random(ROWS) < rate
        found[name] = label, draw.normal(np.where(label, 0.62, 0.38), 0.15)
    return found


def gaps(thresholds):
    """DPPL, RD and DAR at each threshold."""
    found = groups()
    rows = []
    for threshold in thresholds:
        shares = {}
        for name, (label, score) in found.items():
            positive = score >= threshold
            shares[name] = positive.mean(), positive[label].mean(), label[positive].mean()
        rows.append(np.subtract(shares["a"], shares["d"]))
    return np.array(rows)


def draw(palette):
    """Three gaps over the threshold."""
    thresholds = np.linspace(0.2, 0.8, 61)
    values = gaps(thresholds)
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.axhline(0, color=palette.muted, linewidth=1)
    styles = (("DPPL", "-", "share accepted"), ("RD", "--", "recall"), ("DAR", "-.", "precision"))
    for column, (name, style, meaning) in enumerate(styles):
        axes.plot(
            thresholds, values[:, column], style, linewidth=2.2,
            color=palette.colors[column], label=f"{name} ({meaning})",
        )  # fmt: skip
    axes.set_xlabel("threshold for acceptance, the same for both groups")
    axes.set_ylabel("group a minus group d")
    axes.set_ylim(-0.05, 0.27)
    axes.tick_params(colors=palette.text)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper right")
    figure.tight_layout()
    return figure
