"""How often the majority of independent workers is right, by the skill of one worker."""

from math import comb

import matplotlib.pyplot as plt
import numpy as np

SKILLS = np.linspace(0.4, 1, 121)


def majority(skill, workers):
    """Chance that more than half of an odd number of workers give the right of two labels."""
    return sum(
        comb(workers, right) * skill**right * (1 - skill) ** (workers - right)
        for right in range(workers // 2 + 1, workers + 1)
    )


def draw(palette):
    """One curve for each number of workers."""
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for workers, color, line in zip((1, 3, 5, 9), palette.colors, (":", "--", "-.", "-"), strict=False):
        name = "1 worker" if workers == 1 else f"{workers} workers"
        axes.plot(SKILLS, majority(SKILLS, workers), line, color=color, linewidth=2, label=name)
    axes.axvline(0.5, color=palette.muted, linewidth=1)
    axes.set_xlabel("chance that one worker is right")
    axes.set_ylabel("chance that the majority is right")
    axes.tick_params(colors=palette.text)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.legend(loc="lower right")
    figure.tight_layout()
    return figure
