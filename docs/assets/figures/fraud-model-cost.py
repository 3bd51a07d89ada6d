"""Cost of two fraud models, and of no model, as a missed fraud gets dearer."""

import matplotlib.pyplot as plt
import numpy as np

MODELS = {  # missed frauds, false alarms, of 10,000 cases with 100 frauds
    "A: accuracy 99%, recall 50%": (50, 50),
    "B: accuracy 95%, recall 90%": (10, 490),
    "flag nothing: accuracy 99%": (100, 0),
}


def costs(price):
    """Cost in false alarms, if a missed fraud costs `price` false alarms."""
    return {name: misses * price + alarms for name, (misses, alarms) in MODELS.items()}


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    prices = np.linspace(0.2, 30, 400)
    styles = ("solid", "solid", (0, (4, 2)))
    for (name, line), color, style in zip(costs(prices).items(), palette.colors, styles, strict=False):
        axes.plot(prices, line, color=color, linewidth=2, linestyle=style, label=name)
    for price, place in ((1, (2.2, 330)), (11, (11.6, 390))):
        cost = min(costs(price).values())
        axes.plot(price, cost, "o", color=palette.accent, markersize=8, zorder=3)
        axes.text(*place, f"equal at {price}", color=palette.text)
    axes.set_xlim(0, 30)
    axes.set_ylim(0, 1600)
    axes.set_xlabel("cost of one missed fraud, in false alarms")
    axes.set_ylabel("cost of 10,000 cases, in false alarms")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
