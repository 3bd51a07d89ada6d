"""Share of a read that is spent waiting for the first byte, against object size."""

import matplotlib.pyplot as plt
import numpy as np

PER_CONNECTION = 90  # MB/s, the upper end of AWS's planning figure of 85 to 90


def draw(palette):
    size = np.logspace(-2, 3, 300)  # MB
    fig, ax = plt.subplots(figsize=(7, 3.6))

    for label, wait, color, style in (
        ("S3 Standard, first byte after 30 ms", 0.030, palette.colors[0], "-"),
        ("Express One Zone, after 5 ms", 0.005, palette.colors[1], "--"),
    ):
        share = 100 * wait / (wait + size / PER_CONNECTION)
        ax.plot(size, share, color=color, linestyle=style, linewidth=2, label=label)

    ax.set_xscale("log")
    ax.set_xticks([0.01, 0.1, 1, 10, 100, 1000], ["10 KB", "100 KB", "1 MB", "10 MB", "100 MB", "1 GB"])
    ax.set_ylim(0, 100)
    ax.set_xlabel("Object size")
    ax.set_ylabel("Time spent waiting (%)")
    ax.tick_params(colors=palette.muted, which="both")
    ax.grid(color=palette.grid, linewidth=0.6)
    for spine in ax.spines.values():
        spine.set_color(palette.grid)
    ax.legend(fontsize=11, loc="upper right")
    fig.tight_layout()
    return fig
