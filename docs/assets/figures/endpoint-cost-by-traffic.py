"""Relative cost of four ways to serve one model, against traffic: a model with stated assumptions."""

import matplotlib.pyplot as plt
import numpy as np

SECONDS = 0.2  # compute time of one request
AT_ONCE = 2  # requests an instance works on at a time
PLANNED = 0.6  # share of an instance's capacity that is planned for
SERVERLESS = 1.0  # price of one busy serverless hour, in instance hours
QUIET = 0.25  # hours without a request until an asynchronous endpoint is back at zero
START = 0.15  # hours of start-up that a nightly job pays
RATES = np.logspace(-1, 5, 400)  # requests an hour


def costs(rate):
    """Instance hours paid per hour, for each way."""
    busy = rate * SECONDS / 3600
    instances = np.maximum(1, np.ceil(busy / AT_ONCE / PLANNED))
    return {
        "real-time": instances,
        "asynchronous, scales to zero": np.where(instances > 1, instances, 1 - np.exp(-rate * QUIET)),
        "serverless": busy * SERVERLESS,
        "batch transform, nightly": busy / AT_ONCE + START / 24,
    }


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    styles = ("-", "--", "-.", ":")
    for (name, cost), style, color in zip(costs(RATES).items(), styles, palette.colors, strict=False):
        axes.plot(RATES, cost, style, color=color, linewidth=2.2, label=name)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_ylim(5e-4, 12)
    axes.set_xlabel("requests an hour")
    axes.set_ylabel("instance hours paid an hour")
    axes.grid(linewidth=0.6)
    axes.legend(loc="lower right", labelcolor=palette.text)
    return figure
