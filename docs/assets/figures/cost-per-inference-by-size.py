"""Cost of 1,000 requests on four instance sizes, over the request rate: whole instances are bought."""

import matplotlib.pyplot as plt
import numpy as np

# name -> (price per hour, requests per second at the latency goal); assumed, relative to the smallest.
SIZES = {
    "small, 1 unit": (1.0, 20.0),
    "large, 2 units": (2.0, 42.0),
    "xlarge, 4 units": (4.0, 88.0),
    "GPU, 5 units": (5.0, 260.0),
}
MINIMUM = 2  # instances, for two zones
RATES = np.linspace(2, 500, 500)


def cost(price, capacity):
    """Units per 1,000 requests; at least MINIMUM instances, each at most 70% busy."""
    count = np.maximum(MINIMUM, np.ceil(RATES / (0.7 * capacity)))
    return count * price / (RATES * 3.6)


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for (name, (price, capacity)), color in zip(SIZES.items(), palette.colors, strict=False):
        axes.plot(RATES, cost(price, capacity), color=color, linewidth=2, label=name)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks([2, 5, 10, 20, 50, 100, 200, 500], ["2", "5", "10", "20", "50", "100", "200", "500"])
    axes.set_yticks([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1], ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1"])
    axes.minorticks_off()
    axes.set_xlabel("requests per second")
    axes.set_ylabel("units per 1,000 requests")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper right", labelcolor=palette.text)
    return figure
