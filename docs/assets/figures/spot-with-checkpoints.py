"""Finishing time of a 10-hour job on Spot, with and without checkpoints: a simulation."""

import matplotlib.pyplot as plt
import numpy as np

WORK = 10.0  # hours of training needed
WAIT = 0.4  # mean hours until capacity is back, start-up included
RUNS = 3_000
LIMIT = 5_000.0  # hours after which a run is given up
GAPS = np.array([3, 4, 6, 8, 12, 16, 24, 36])  # mean hours between interruptions


def finish(gap, every, draw):
    """Hours from start to end; progress since the last checkpoint is lost (none: every hour so far)."""
    clock, done = 0.0, 0.0
    while clock < LIMIT:
        until = draw.exponential(gap)
        if done + until >= WORK:
            return clock + WORK - done
        if every:
            done += np.floor(until / every) * every
        clock += until + draw.exponential(WAIT)
    return LIMIT


def simulate(every):
    """Mean hours to the end for each gap."""
    draw = np.random.default_rng(7)
    return [float(np.mean([finish(gap, every, draw) for _ in range(RUNS)])) for gap in GAPS]


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for every, name, style, color in (
        (None, "no checkpoints", "s-", palette.colors[1]),
        (1.0, "checkpoint every hour", "^-", palette.colors[2]),
        (0.25, "checkpoint every 15 minutes", "o-", palette.colors[0]),
    ):
        axes.plot(GAPS, simulate(every), style, color=color, linewidth=2, label=name)
    axes.axhline(WORK, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.5)
    axes.text(GAPS[-1], WORK * 0.84, "10 hours of work", color=palette.text, ha="right")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks(GAPS, [str(gap) for gap in GAPS])
    axes.minorticks_off()
    axes.set_ylim(7.6, 115)
    axes.set_yticks([10, 15, 25, 50, 100], ["10", "15", "25", "50", "100"])
    axes.set_xlabel("mean hours between interruptions")
    axes.set_ylabel("mean hours to the end")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper right", labelcolor=palette.text)
    return figure
