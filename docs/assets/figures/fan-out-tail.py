"""Latency of a request that needs several parallel calls: the slowest call decides. A simulation."""

import matplotlib.pyplot as plt
import numpy as np

CALLS = (1, 2, 5, 10, 20, 50, 100)
REQUESTS = 20_000
SLOW_SHARE = 0.01  # one call in a hundred takes ten times as long


def measure():
    """For each number of calls: median and p99 of the request in ms, and the share that met a slow call."""
    draw = np.random.default_rng(11)
    rows = []
    for calls in CALLS:
        times = draw.lognormal(np.log(40), 0.25, (REQUESTS, calls))
        slow = draw.random((REQUESTS, calls)) < SLOW_SHARE
        total = np.where(slow, 10 * times, times).max(axis=1)
        rows.append((np.median(total), np.percentile(total, 99), slow.any(axis=1).mean()))
    return np.array(rows)


def draw(palette):
    rows = measure()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    left.plot(CALLS, rows[:, 2] * 100, "o-", color=palette.colors[1], linewidth=2)
    left.set_title("percent with a slow call", fontsize=10)
    right.plot(CALLS, rows[:, 1], "s-", color=palette.colors[2], linewidth=2, label="p99")
    right.plot(CALLS, rows[:, 0], "o-", color=palette.colors[0], linewidth=2, label="median")
    right.set_yscale("log")
    right.set_yticks([50, 100, 200, 500, 1000], ["50", "100", "200", "500", "1,000"])
    right.set_title("milliseconds", fontsize=10)
    right.legend(labelcolor=palette.text)
    for axes in (left, right):
        axes.set_xscale("log")
        axes.set_xticks([1, 2, 5, 10, 20, 50, 100], ["1", "2", "5", "10", "20", "50", "100"])
        axes.minorticks_off()
        axes.set_xlabel("parallel calls per request")
        axes.grid(linewidth=0.6)
    return figure
