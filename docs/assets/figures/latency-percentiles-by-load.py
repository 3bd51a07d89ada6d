"""Median and tail latency of an endpoint against load: a simulated queue."""

import heapq

import matplotlib.pyplot as plt
import numpy as np

MEAN_MS, SPREAD = 50.0, 0.5  # service time, lognormal
REQUESTS = 40_000
LOADS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)


def latencies(load, instances, draw):
    """Waiting plus service time of each request; one request at a time per instance."""
    service = draw.lognormal(np.log(MEAN_MS) - SPREAD**2 / 2, SPREAD, REQUESTS)
    arrival = np.cumsum(draw.exponential(MEAN_MS / instances / load, REQUESTS))
    free, total = [0.0] * instances, np.empty(REQUESTS)
    for place in range(REQUESTS):
        start = max(arrival[place], heapq.heappop(free))
        heapq.heappush(free, start + service[place])
        total[place] = start + service[place] - arrival[place]
    return total


def simulate(instances):
    """(median, p99) in milliseconds for each load."""
    draw = np.random.default_rng(3)
    return np.array([np.percentile(latencies(load, instances, draw), (50, 99)) for load in LOADS])


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    load = np.array(LOADS) * 100
    two, eight = simulate(2), simulate(8)
    axes.plot(load, two[:, 1], "s-", color=palette.colors[1], linewidth=2, label="p99, 2 instances")
    axes.plot(load, eight[:, 1], "^-", color=palette.colors[2], linewidth=2, label="p99, 8 instances")
    axes.plot(load, two[:, 0], "o-", color=palette.colors[0], linewidth=2, label="median, 2 instances")
    axes.set_yscale("log")
    axes.set_yticks([50, 100, 200, 500, 1000], ["50", "100", "200", "500", "1,000"])
    axes.minorticks_off()
    axes.set_xlabel("load in percent of capacity")
    axes.set_ylabel("milliseconds")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
