"""Price of one used hour over utilization, for On-Demand and commitments of three discounts."""

import matplotlib.pyplot as plt
import numpy as np

DISCOUNTS = (0.2, 0.4, 0.6)
USE = np.linspace(0.1, 1, 181)


def price(discount):
    """Units per used hour: the committed hour is paid whether used or not."""
    return (1 - discount) / USE


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.axhline(1, color=palette.muted, linewidth=2, linestyle=(0, (4, 3)), label="On-Demand")
    for discount, color in zip(DISCOUNTS, palette.colors, strict=False):
        axes.plot(USE * 100, price(discount), color=color, linewidth=2, label=f"{discount:.0%} discount")
        even = (1 - discount) * 100
        axes.plot([even], [1], "o", color=color, markersize=8)
        axes.text(even + 1, 1.06, f"{even:.0f}%", color=palette.text)
    axes.set_ylim(0, 3)
    axes.set_xlabel("percent of committed hours that are used")
    axes.set_ylabel("units per used hour")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper right", labelcolor=palette.text)
    return figure
