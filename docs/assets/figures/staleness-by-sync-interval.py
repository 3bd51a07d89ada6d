"""Delay of a change until it is findable, by sync interval, with jobs of fixed duration."""

import matplotlib.pyplot as plt
import numpy as np

JOB = 10.0  # minutes


def measure(interval, changes=4000):
    """Mean and longest delay in minutes of changes spread evenly over one interval."""
    arrivals = (np.arange(changes) + 0.5) / changes * interval
    delays = interval - arrivals + JOB
    return delays.mean(), delays.max()


def draw(palette):
    """Two lines over the interval: mean and worst delay, in hours."""
    intervals = np.geomspace(10, 1440, 60)
    found = np.array([measure(interval) for interval in intervals]) / 60
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.plot(intervals, found[:, 1], color=palette.colors[1], linewidth=2, label="longest")
    axes.plot(intervals, found[:, 0], color=palette.colors[0], linewidth=2, label="mean")
    axes.axhline(JOB / 60, color=palette.muted, linestyle="--", linewidth=1)
    axes.text(1440, JOB / 60 * 1.06, "duration of the job", color=palette.muted, ha="right", va="bottom")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks([10, 30, 60, 240, 1440], ["10 min", "30 min", "1 h", "4 h", "24 h"])
    axes.set_yticks([0.25, 1, 4, 24], ["15 min", "1 h", "4 h", "24 h"])
    axes.minorticks_off()
    axes.set_xlabel("interval between syncs")
    axes.set_ylabel("delay of a change")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(color=palette.grid, linewidth=0.6)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper left")
    figure.tight_layout()
    return figure
