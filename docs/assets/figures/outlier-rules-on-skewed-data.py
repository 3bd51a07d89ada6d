"""What three outlier rules flag on symmetric and on skewed data without a single error in it."""

import matplotlib.pyplot as plt
import numpy as np

ROWS = 5_000


def samples():
    """Name -> values: a symmetric and a right-skewed column, both free of errors."""
    draw = np.random.default_rng(13)
    return {
        "Symmetric (normal)": draw.normal(50, 10, ROWS),
        "Skewed (log-normal)": np.exp(draw.normal(3.0, 0.8, ROWS)),
    }


def limits(values):
    """Rule -> (lower, upper) limit beyond which it flags a value."""
    mean, spread = values.mean(), values.std(ddof=1)
    low, middle, high = np.percentile(values, (25, 50, 75))
    mad = np.median(np.abs(values - middle))
    reach = 3.5 * mad / 0.6745
    return {
        "z-score, 3": (mean - 3 * spread, mean + 3 * spread),
        "IQR, 1.5": (low - 1.5 * (high - low), high + 1.5 * (high - low)),
        "modified z, 3.5": (middle - reach, middle + reach),
    }


def flagged(values):
    """Rule -> percentage of the values it flags."""
    return {
        rule: 100 * np.mean((values < low) | (values > high)) for rule, (low, high) in limits(values).items()
    }


def draw(palette):
    """One histogram for each column, with the upper limit of each rule."""
    figure, axes = plt.subplots(1, 2, figsize=(7, 3.6))
    for panel, (name, values) in zip(axes, samples().items(), strict=True):
        top = np.percentile(values, 99.8)
        edges = np.linspace(min(0, values.min()), top, 46)
        panel.hist(values, edges, color=palette.grid)
        shares = flagged(values)
        for number, (rule, (low, high)) in enumerate(limits(values).items()):
            style = ("-", "--", ":")[number]
            color = palette.colors[number]
            label = f"{rule}: {shares[rule]:.1f}%"
            panel.axvline(high, color=color, linestyle=style, linewidth=1.8, label=label)
            if low > edges[0]:
                panel.axvline(low, color=color, linestyle=style, linewidth=1.8)
        panel.set_title(name, fontsize=10)
        panel.set_yticks([])
        panel.tick_params(colors=palette.text)
        panel.set_xlabel("value")
        for side in ("left", "top", "right"):
            panel.spines[side].set_visible(False)
        legend = panel.legend(
            title="flagged as outliers",
            fontsize=8.5,
            title_fontsize=8.5,
            frameon=False,
            loc="upper center",
            bbox_to_anchor=(0.5, -0.2),
        )
        for entry in (*legend.get_texts(), legend.get_title()):
            entry.set_color(palette.text)
    figure.tight_layout()
    return figure
