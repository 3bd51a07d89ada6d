"""Squared bias, variance and noise of polynomial fits, from 500 training sets of 25 rows."""

import matplotlib.pyplot as plt
import numpy as np

DEGREES = range(0, 7)
ROWS, SETS, NOISE = 25, 500, 0.5


def _truth(inputs):
    return np.sin(2.5 * inputs) + 0.4 * inputs


def parts():
    """Degree, squared bias, variance, measured error on new data."""
    draw = np.random.default_rng(1)
    places = np.linspace(-1.4, 1.4, 120)
    fresh = _truth(places) + draw.normal(scale=NOISE, size=(SETS, len(places)))
    inputs = np.sort(draw.uniform(-1.5, 1.5, size=(SETS, ROWS)), axis=1)
    targets = _truth(inputs) + draw.normal(scale=NOISE, size=inputs.shape)
    found = []
    for degree in DEGREES:
        guesses = np.array(
            [
                np.polynomial.chebyshev.chebval(
                    places / 1.5, np.polynomial.chebyshev.chebfit(x / 1.5, y, degree)
                )
                for x, y in zip(inputs, targets, strict=True)
            ]
        )
        bias = np.mean((guesses.mean(axis=0) - _truth(places)) ** 2)
        found.append((degree, bias, guesses.var(axis=0).mean(), np.mean((fresh - guesses) ** 2)))
    return np.array(found).T


def draw(palette):
    degrees, bias, variance, measured = parts()
    figure, axes = plt.subplots(figsize=(7, 3.6))
    names = ("noise (cannot be removed)", "squared bias", "variance")
    heights = (np.full_like(bias, NOISE**2), bias, variance)
    base = np.zeros_like(bias)
    for name, height, color in zip(
        names, heights, (palette.grid, palette.colors[0], palette.colors[1]), strict=True
    ):
        axes.bar(degrees, height, bottom=base, color=color, width=0.75, label=name)
        base = base + height
    axes.plot(degrees, measured, "o", color=palette.text, markersize=5, label="measured error on new data")
    axes.set_xticks(list(DEGREES))
    axes.set_ylim(0, 1.45)
    axes.set_xlabel("degree of the polynomial (complexity of the model)")
    axes.set_ylabel("mean squared error")
    axes.grid(axis="y", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.legend(loc="upper center", labelcolor=palette.text, ncols=2)
    return figure
