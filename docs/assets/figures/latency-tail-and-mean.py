"""Mean, median and 99th percentile of latency over a day, when 3% of requests turn slow."""

import matplotlib.pyplot as plt
import numpy as np

MINUTES, PER_MINUTE, START = 24 * 60, 400, 14 * 60
SLOW_SHARE, SLOW_FACTOR, WINDOW = 0.03, 12.0, 15


def series():
    """Hours, and mean, median and p99 in milliseconds for windows of 15 minutes."""
    draw = np.random.default_rng(9)
    latency = draw.lognormal(np.log(55), 0.35, (MINUTES, PER_MINUTE))
    slow = (np.arange(MINUTES)[:, None] >= START) & (draw.random(latency.shape) < SLOW_SHARE)
    latency = np.where(slow, latency * SLOW_FACTOR, latency).reshape(-1, WINDOW * PER_MINUTE)
    hours = (np.arange(len(latency)) + 0.5) * WINDOW / 60
    return hours, latency.mean(axis=1), *np.quantile(latency, [0.5, 0.99], axis=1)


def draw(palette):
    hours, mean, median, tail = series()
    figure, axes = plt.subplots(figsize=(7, 3.6))
    lines = {"99th percentile": tail, "mean": mean, "median": median}
    styles = ("solid", (0, (5, 2)), (0, (1, 1.5)))
    for (name, values), color, style in zip(lines.items(), palette.colors, styles, strict=False):
        axes.plot(hours, values, color=color, linewidth=2, linestyle=style, label=name)
    axes.axhline(250, color=palette.accent, linewidth=1.2)
    axes.text(0.3, 262, "alarm line: 250 ms", color=palette.text, va="bottom")
    axes.set_yscale("log")
    axes.set_yticks([50, 100, 200, 500, 1000], ["50", "100", "200", "500", "1,000"])
    axes.minorticks_off()
    axes.set_ylim(40, 1500)
    axes.set_xlim(0, 24)
    axes.set_xticks(range(0, 25, 4))
    axes.set_xlabel("hour of the day")
    axes.set_ylabel("latency in ms")
    axes.grid(axis="y", linewidth=0.6)
    axes.legend(loc="upper left", bbox_to_anchor=(0.0, 0.98), labelcolor=palette.text)
    figure.tight_layout()
    return figure
