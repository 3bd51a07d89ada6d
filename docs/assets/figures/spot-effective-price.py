"""Expected price of finished training work on Spot against On-Demand, by gap between interruptions.

Exponential gaps; a piece of work of length t, repeated until it is not interrupted, with a restart
after each interruption, takes gap * exp(restart / gap) * (exp(t / gap) - 1) billed hours on average.
"""

import matplotlib.pyplot as plt
import numpy as np

WORK = 10.0  # useful hours
SAVING = 0.7  # assumed Spot saving per hour
RESTART = 0.15  # billed hours to start and load the checkpoint
WRITE = 0.02  # hours to write one checkpoint
GAPS = np.geomspace(0.5, 32, 97)  # mean hours between interruptions


def price(every):
    """Price against On-Demand for each gap; every=None means no checkpoints."""
    pieces, piece = (1, WORK) if every is None else (WORK / every, every + WRITE)
    billed = RESTART + pieces * GAPS * np.exp(RESTART / GAPS) * np.expm1(piece / GAPS)
    return billed * (1 - SAVING) / WORK


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for every, name, color in (
        (None, "no checkpoints", palette.colors[1]),
        (1.0, "checkpoint every hour", palette.colors[2]),
        (0.25, "checkpoint every 15 minutes", palette.colors[0]),
    ):
        axes.plot(GAPS, price(every), color=color, linewidth=2, label=name)
    axes.axhline(1, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.5)
    axes.text(GAPS[-1], 1.08, "On-Demand", color=palette.text, ha="right")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks([0.5, 1, 2, 4, 8, 16, 32], ["0.5", "1", "2", "4", "8", "16", "32"])
    axes.set_ylim(0.25, 10)
    axes.set_yticks([0.3, 0.5, 1, 2, 5, 10], ["0.3", "0.5", "1", "2", "5", "10"])
    axes.minorticks_off()
    axes.set_xlabel("mean hours between interruptions")
    axes.set_ylabel("price of the work, On-Demand = 1")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper right", labelcolor=palette.text)
    return figure
