"""Requests that must load their model first at a multi-model endpoint: a simulated cache."""

from collections import OrderedDict

import matplotlib.pyplot as plt
import numpy as np

MODELS = 200
REQUESTS = 40_000
SLOTS = (5, 10, 20, 40, 60, 80, 120, 160, 200)  # models that fit in memory at a time


def misses(popularity, slots, draw):
    """Share of requests whose model is not in memory; the one unused longest is dropped."""
    cache, missed = OrderedDict(), 0
    for model in draw.choice(MODELS, REQUESTS, p=popularity):
        if model in cache:
            cache.move_to_end(model)
            continue
        missed += 1
        cache[model] = True
        if len(cache) > slots:
            cache.popitem(last=False)
    return missed / REQUESTS


def simulate(exponent):
    """Percent of requests that load first, for each number of slots (Zipf popularity)."""
    weight = 1 / np.arange(1, MODELS + 1) ** exponent
    draw = np.random.default_rng(5)
    return [100 * misses(weight / weight.sum(), slots, draw) for slots in SLOTS]


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for exponent, name, style, color in (
        (0.0, "all models called equally often", "s-", palette.colors[1]),
        (1.0, "few models get most calls", "o-", palette.colors[0]),
        (1.6, "very few get nearly all", "^-", palette.colors[2]),
    ):
        axes.plot(SLOTS, simulate(exponent), style, color=color, linewidth=2, label=name)
    axes.set_xlabel(f"models that fit in memory, of {MODELS}")
    axes.set_ylabel("percent of requests that load first")
    axes.set_ylim(-3, 103)
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper right", labelcolor=palette.text)
    return figure
