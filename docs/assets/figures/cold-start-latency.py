"""Distribution of latency at a serverless endpoint for three traffic levels: a simulation."""

import matplotlib.pyplot as plt
import numpy as np

IDLE = 10.0  # assumed minutes without a request until the environment is released
WARM = (0.15, 0.3)  # median seconds and spread (lognormal) of a warm answer
COLD = (4.0, 0.35)  # the same for start-up of environment, container and model
REQUESTS = 200_000


def latencies(gap, draw):
    """Seconds per request at a mean gap of so many minutes, and the share of cold ones."""
    gaps = draw.exponential(gap, REQUESTS)
    cold = gaps > IDLE
    answer = draw.lognormal(np.log(WARM[0]), WARM[1], REQUESTS)
    start = draw.lognormal(np.log(COLD[0]), COLD[1], REQUESTS)
    return answer + cold * start, float(cold.mean())


def simulate():
    """Label -> (sorted latencies, share of cold starts)."""
    draw = np.random.default_rng(11)
    found = {}
    for gap in (1.5, 5, 15):
        seconds, cold = latencies(gap, draw)
        found[f"a request every {gap:g} min: {cold:.1%} cold"] = np.sort(seconds)
    warm = draw.lognormal(np.log(WARM[0]), WARM[1], REQUESTS)
    found["provisioned concurrency: none cold"] = np.sort(warm)
    return found


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    percent = np.linspace(0, 100, REQUESTS)
    for (name, seconds), style, color in zip(
        simulate().items(), ("--", "-", "-.", ":"), palette.colors, strict=False
    ):
        axes.plot(seconds[::40], percent[::40], style, color=color, linewidth=2.2, label=name)
    axes.axhline(99, color=palette.muted, linewidth=1.2, linestyle=(0, (4, 3)))
    axes.text(0.062, 95.2, "p99", color=palette.text, va="top")
    axes.set_xscale("log")
    axes.set_xticks([0.1, 0.3, 1, 3, 10], ["0.1", "0.3", "1", "3", "10"])
    axes.minorticks_off()
    axes.set_xlim(0.06, 20)
    axes.set_xlabel("seconds until the answer")
    axes.set_ylabel("percent of requests answered")
    axes.grid(linewidth=0.6)
    axes.legend(loc="lower right", labelcolor=palette.text)
    return figure
