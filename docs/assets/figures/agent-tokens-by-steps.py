"""Input tokens of an agent session over its steps: whole history, cached prefix, summarized history."""

import matplotlib.pyplot as plt
import numpy as np

BASE, ADDED = 1_500, 400  # tokens of the first call, and added by each step
READ, WRITE = 0.1, 1.25  # assumed price of cached tokens, an input token being 1
WINDOW = 1_200  # tokens of history kept when it is summarized
STEPS = np.arange(1, 31)


def whole(step):
    return BASE + ADDED * (step - 1)


def cached(step):
    """Everything before the newest part is read from the cache, the newest part is written."""
    return BASE * WRITE if step == 1 else (BASE + ADDED * (step - 2)) * READ + ADDED * WRITE


def summarized(step):
    return BASE + min(WINDOW, ADDED * (step - 1))


def total(one):
    """Thousands of units up to each step."""
    return np.cumsum([one(step) for step in STEPS]) / 1000


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for one, name, color in (
        (whole, "whole history each step", palette.colors[1]),
        (summarized, "history kept short", palette.colors[2]),
        (cached, "whole history, cached", palette.colors[0]),
    ):
        axes.plot(STEPS, total(one), color=color, linewidth=2, label=name)
    axes.set_xlabel("model calls in the session")
    axes.set_ylabel("thousand units of input")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
