"""Two raters who are equally good at every prevalence: agreement stays, kappa does not."""

import matplotlib.pyplot as plt
import numpy as np

ACCURACY = 0.9


def kappa(prevalence, accuracy=ACCURACY):
    """Observed agreement, chance agreement and Cohen's kappa of two independent raters."""
    both_yes = prevalence * accuracy**2 + (1 - prevalence) * (1 - accuracy) ** 2
    both_no = prevalence * (1 - accuracy) ** 2 + (1 - prevalence) * accuracy**2
    says_yes = prevalence * accuracy + (1 - prevalence) * (1 - accuracy)
    observed = both_yes + both_no
    chance = says_yes**2 + (1 - says_yes) ** 2
    return observed, chance, (observed - chance) / (1 - chance)


def half_width(ratings):
    """Half of the 95% interval of a win rate near one half."""
    return 1.96 * np.sqrt(0.25 / ratings)


def draw(palette):
    """Left: agreement and kappa. Right: how many comparisons a win rate needs."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    prevalence = np.linspace(0.01, 0.99, 99)
    observed, chance, value = kappa(prevalence)
    left.plot(100 * prevalence, observed, "--", color=palette.colors[0], linewidth=2, label="agreement")
    left.plot(100 * prevalence, chance, ":", color=palette.muted, linewidth=2, label="by chance")
    left.plot(100 * prevalence, value, color=palette.colors[1], linewidth=2, label="kappa")
    left.set_ylim(0, 1.3)
    left.set_yticks(np.arange(0, 1.01, 0.2))
    left.set_xlabel("answers that are good, %")
    ratings = np.arange(20, 1001, 5)
    right.plot(ratings, 100 * half_width(ratings), color=palette.colors[2], linewidth=2)
    for count in (100, 400):
        right.plot(count, 100 * half_width(count), "o", color=palette.text, markersize=5)
        right.text(
            count + 20,
            100 * half_width(count) + 0.7,
            f"{count}: ±{100 * half_width(count):.1f}",
            color=palette.text,
        )
    right.set_xlabel("pairs compared")
    right.set_ylabel("95% margin of a win rate, points")
    right.set_ylim(0, 24)
    for axes in (left, right):
        axes.tick_params(colors=palette.text)
        axes.grid(color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    left.legend(loc="upper center", fontsize=8, ncols=3, columnspacing=1)
    figure.tight_layout()
    return figure
