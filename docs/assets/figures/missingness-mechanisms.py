"""How far the mean of a column is off after dropping or filling, by why values are missing."""

import matplotlib.pyplot as plt
import numpy as np

ROWS, RUNS, SHARE = 2_000, 60, 0.3
MECHANISMS = ("MCAR", "MAR", "MNAR")
METHODS = ("drop the rows", "fill with the mean", "predict from age")


def _keep_share(score):
    """Probabilities of a gap that rise with the score and average to SHARE."""
    odds = np.exp(1.6 * score)
    return np.clip(SHARE * odds / odds.mean(), 0, 0.95)


def bias():
    """Mechanism -> method -> mean error of the column's mean, in percent of its true value."""
    draw = np.random.default_rng(7)
    found = {mechanism: {method: [] for method in METHODS} for mechanism in MECHANISMS}
    for _ in range(RUNS):
        age = draw.normal(0, 1, ROWS)
        income = 50 + 10 * age + draw.normal(0, 8, ROWS)
        chances = {
            "MCAR": np.full(ROWS, SHARE),
            "MAR": _keep_share(age),
            "MNAR": _keep_share((income - 50) / 12.8),
        }
        for mechanism, chance in chances.items():
            gone = draw.random(ROWS) < chance
            seen = ~gone
            slope, start = np.polyfit(age[seen], income[seen], 1)
            filled = np.where(gone, income[seen].mean(), income)
            predicted = np.where(gone, start + slope * age, income)
            means = (income[seen].mean(), filled.mean(), predicted.mean())
            for method, mean in zip(METHODS, means, strict=True):
                found[mechanism][method].append(100 * (mean / income.mean() - 1))
    return {
        mechanism: {method: float(np.mean(errors)) for method, errors in methods.items()}
        for mechanism, methods in found.items()
    }


def draw(palette):
    """Three bars for each mechanism."""
    found = bias()
    figure, axes = plt.subplots(figsize=(7, 3.6))
    width = 0.26
    for number, method in enumerate(METHODS):
        places = np.arange(len(MECHANISMS)) + (number - 1) * width
        heights = [found[mechanism][method] for mechanism in MECHANISMS]
        axes.bar(places, heights, width * 0.92, color=palette.colors[number], label=method)
        for place, height in zip(places, heights, strict=True):
            axes.text(
                place,
                min(height, 0) - 0.25,
                f"{height:+.1f}".replace("-0.0", "0.0").replace("+0.0", "0.0"),
                ha="center",
                va="top",
                fontsize=8.5,
                color=palette.text,
            )
    axes.axhline(0, color=palette.muted, linewidth=1)
    axes.set_xticks(
        range(len(MECHANISMS)),
        ["MCAR\ngaps by chance", "MAR\nolder people skip it", "MNAR\nhigh incomes skip it"],
        color=palette.text,
    )
    axes.xaxis.set_ticks_position("top")
    axes.set_ylim(min(min(row.values()) for row in found.values()) - 1.4, 0.6)
    axes.set_ylabel("error of the mean income, %")
    axes.tick_params(colors=palette.text, length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="lower left")
    figure.tight_layout()
    return figure
