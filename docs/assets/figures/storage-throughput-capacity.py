"""Throughput of shared file systems and of one EBS volume, against capacity."""

import matplotlib.pyplot as plt
import numpy as np

MIB = 2**20 / 1e6  # MB in one MiB


def draw(palette):
    capacity = np.linspace(1.2, 24, 200)  # TiB
    fig, ax = plt.subplots(figsize=(7, 3.6))

    lines = [(f"Lustre {tier:,}", capacity * tier, "-") for tier in (1000, 500, 250, 125)]
    lines += [
        ("One gp3 volume", np.full_like(capacity, 2000 * MIB), "--"),
        ("EFS Bursting", capacity * 50 * MIB, ":"),
    ]
    for (label, throughput, style), color in zip(lines, palette.colors, strict=True):
        ax.plot(capacity, throughput, color=color, linestyle=style, linewidth=2)
        ax.annotate(
            label,
            (capacity[-1], throughput[-1]),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            fontsize=11,
            color=palette.text,
        )

    ax.set_yscale("log")
    ax.set_xlim(0, 24)
    ax.set_ylim(50, 40_000)
    ax.set_yticks([100, 1000, 10_000], ["100", "1,000", "10,000"])
    ax.set_xlabel("Capacity or data stored (TiB)")
    ax.set_ylabel("Throughput (MB/s)")
    ax.tick_params(colors=palette.muted, which="both")
    ax.xaxis.label.set_size(11)
    ax.yaxis.label.set_size(11)
    ax.grid(color=palette.grid, linewidth=0.6)
    for spine in ax.spines.values():
        spine.set_color(palette.grid)
    fig.tight_layout()
    return fig
