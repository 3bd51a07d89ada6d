"""What a grounding threshold blocks, on simulated scores.

Scores of supported answers follow Beta(7, 2), those of unsupported ones Beta(3, 4):
an assumption for illustration, not a measurement of any service.
"""

import matplotlib.pyplot as plt
import numpy as np

SIZE = 5_000
MARKED = 0.7


def measure():
    """Thresholds, share of supported answers blocked, share of unsupported ones let through."""
    draw = np.random.default_rng(43)
    supported = draw.beta(7, 2, SIZE)
    unsupported = draw.beta(3, 4, SIZE)
    thresholds = np.linspace(0, 0.99, 100)
    blocked = np.array([(supported < limit).mean() for limit in thresholds])
    passed = np.array([(unsupported >= limit).mean() for limit in thresholds])
    return thresholds, blocked, passed


def draw(palette):
    """Two error rates over the threshold, with one threshold read off."""
    thresholds, blocked, passed = measure()
    figure, axes = plt.subplots(figsize=(7, 3.6))
    lines = (
        (passed, "unsupported answers let through", palette.colors[1], 0.015, 4),
        (blocked, "supported answers blocked", palette.colors[0], -0.07, 4),
    )
    place = int(np.argmin(np.abs(thresholds - MARKED)))
    for values, name, color, shift, lift in lines:
        axes.plot(thresholds, 100 * values, color=color, linewidth=2, label=name)
        axes.plot(thresholds[place], 100 * values[place], "o", color=color)
        axes.text(
            thresholds[place] + shift,
            100 * values[place] + lift,
            f"{100 * values[place]:.0f}%",
            color=palette.text,
        )
    axes.axvline(MARKED, color=palette.muted, linewidth=0.8, linestyle="--")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 105)
    axes.set_xlabel("grounding threshold")
    axes.set_ylabel("percent")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="center left", bbox_to_anchor=(0.0, 0.28))
    figure.tight_layout()
    return figure
