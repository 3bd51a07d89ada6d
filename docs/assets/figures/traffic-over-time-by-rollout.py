"""Share of requests that the new version answers, minute by minute, for five ways of release."""

import matplotlib.pyplot as plt
import numpy as np

BAKE = 10  # minutes between two steps
END = 60
READY = 5  # minute at which the new fleet is in service


def shares():
    """Way of release -> share of users' requests answered by the new version (percent)."""
    minutes = np.arange(0, END + 1, 0.25)
    waited = np.maximum(minutes - READY, 0) // BAKE
    live = minutes >= READY
    return minutes, {
        "all at once": np.where(live, 100, 0),
        "canary 10%": np.where(live, np.where(waited >= 1, 100, 10), 0),
        "linear 20%": np.where(live, np.minimum(20 * (waited + 1), 100), 0),
        "shadow": np.zeros_like(minutes),
    }


def draw(palette):
    """One panel for each way, with the same axes."""
    minutes, found = shares()
    figure, panels = plt.subplots(2, 2, figsize=(7, 4.2), sharex=True, sharey=True)
    for axes, (number, (name, share)) in zip(panels.flat, enumerate(found.items()), strict=True):
        color = palette.colors[number]
        axes.step(minutes, share, where="post", color=color, linewidth=2)
        axes.fill_between(minutes, share, step="post", color=color, alpha=0.2, linewidth=0)
        if name == "shadow":
            copied = np.where(minutes >= READY, 100, 0)
            axes.step(minutes, copied, where="post", color=palette.muted, linestyle=":")
            axes.text(END, 80, "copies, never answered", ha="right", color=palette.text, fontsize=9)
        axes.set_title(name, loc="left", fontsize=10)
        axes.set_ylim(0, 112)
        axes.set_xlim(0, END)
        axes.set_yticks([0, 50, 100])
        axes.tick_params(colors=palette.text, length=0)
        axes.grid(axis="y", color=palette.grid, linewidth=0.6)
        for side in axes.spines.values():
            side.set_visible(False)
    for axes in panels[1]:
        axes.set_xlabel("minutes since the update began")
    for axes in panels[:, 0]:
        axes.set_ylabel("% of answers")
    figure.tight_layout()
    return figure
