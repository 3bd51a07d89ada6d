"""GPUs needed for many small models: one each, MIG partitions, or packed by memory alone."""

import matplotlib.pyplot as plt
import numpy as np

MEMORY = 80.0  # GB of one GPU
# Partitions of an 80 GB GPU: name -> (compute slices of 7, gigabytes)
PROFILES = ((1, 10.0), (2, 20.0), (3, 40.0), (7, 80.0))
COUNTS = np.array([1, 5, 10, 15, 20, 25, 30, 35, 40])


def sizes():
    """Gigabytes each model needs: many small ones, a few large ones."""
    draw = np.random.default_rng(5)
    return np.clip(draw.lognormal(2.3, 0.6, COUNTS.max()), 3, 60)


def first_fit(needs, room):
    """Bins used when each need goes into the first bin with room in every dimension."""
    bins = []
    for need in sorted(needs, reverse=True):
        for used in bins:
            if all(a + b <= limit for a, b, limit in zip(used, need, room, strict=True)):
                for place, value in enumerate(need):
                    used[place] += value
                break
        else:
            bins.append(list(need))
    return len(bins)


def profile(size):
    """Smallest partition that holds a model."""
    return next((slices, room) for slices, room in PROFILES if size <= room)


def draw(palette):
    models = sizes()
    figure, axes = plt.subplots(figsize=(7, 3.6))
    lines = (
        ("one GPU for each model", [int(n) for n in COUNTS], palette.colors[1], "s-"),
        ("MIG partitions", [first_fit([profile(m) for m in models[:n]], (7, MEMORY)) for n in COUNTS],
         palette.colors[0], "o-"),
        ("packed by memory alone", [first_fit([(m,) for m in models[:n]], (MEMORY,)) for n in COUNTS],
         palette.colors[2], "^-"),
    )  # fmt: skip
    for name, line, color, style in lines:
        axes.plot(COUNTS, line, style, color=color, linewidth=2, label=name)
        axes.text(COUNTS[-1] + 0.8, line[-1], str(line[-1]), color=color, va="center")
    axes.set_xlabel("models to host")
    axes.set_ylabel("GPUs of 80 GB")
    axes.set_xlim(0, 43)
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
