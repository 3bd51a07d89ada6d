"""Cost per million tokens on a GPU of one's own over its utilization, against a price per token."""

import matplotlib.pyplot as plt
import numpy as np

HOUR = 1.0  # price of the instance per hour, the unit
API = 0.4  # assumed price of a million tokens, paid by tokens
SPEEDS = (500, 1_500, 4_000)  # tokens per second at full load
USE = np.linspace(0.05, 1, 191)


def price(speed):
    """Units per million tokens."""
    return HOUR / (3600 * speed * USE / 1e6)


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for speed, color in zip(SPEEDS, (palette.colors[1], palette.colors[0], palette.colors[2]), strict=True):
        axes.plot(USE * 100, price(speed), color=color, linewidth=2, label=f"{speed:,} tokens per second")
        even = HOUR / (3600 * speed * API / 1e6)
        if even <= 1:
            axes.plot([even * 100], [API], "o", color=color, markersize=8)
            axes.text(even * 100 + 1, API * 1.08, f"{even:.0%}", color=palette.text)
    axes.axhline(API, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.5)
    axes.text(99, API * 0.72, "paid by tokens", color=palette.text, ha="right")
    axes.set_yscale("log")
    axes.set_yticks([0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10], ["0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10"])
    axes.minorticks_off()
    axes.set_xlabel("percent of full load used on average")
    axes.set_ylabel("units per million tokens")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper right", labelcolor=palette.text)
    return figure
