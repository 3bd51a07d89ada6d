"""Which rows go to training, validation and test under four ways to split one table.

48 rows in time order, from 12 customers, 8 of them of the rare class. The splits
are computed; the picture only colors the result.
"""

import matplotlib.pyplot as plt
import numpy as np

ROWS, CUSTOMERS = 48, 12
PARTS = ("train", "validation", "test")
SHARES = (0.6, 0.2, 0.2)


def table():
    """Customer and class of every row, in time order."""
    draw = np.random.default_rng(21)
    customer = draw.permutation(np.repeat(np.arange(CUSTOMERS), ROWS // CUSTOMERS))
    rare = np.zeros(ROWS, int)
    rare[draw.choice(ROWS, 8, replace=False)] = 1
    return customer, rare


def _cut(order):
    """Part of every row: the first share of the order trains, the last one tests."""
    part = np.empty(len(order), int)
    ends = np.rint(np.cumsum(SHARES) * len(order)).astype(int)
    for number, (start, end) in enumerate(zip((0, *ends[:-1]), ends, strict=True)):
        part[order[start:end]] = number
    return part


def splits():
    """Way to split -> part (0, 1, 2) of every row."""
    draw = np.random.default_rng(4)
    customer, rare = table()
    stratified = np.empty(ROWS, int)
    for value in (0, 1):
        rows = np.flatnonzero(rare == value)
        stratified[rows] = _cut(draw.permutation(len(rows)))
    return {
        "random": _cut(draw.permutation(ROWS)),
        "ordered": _cut(np.arange(ROWS)),
        "stratified": stratified,
        "by key": _cut(draw.permutation(CUSTOMERS))[customer],
    }


def counts():
    """Way to split -> rare rows in each part, and customers found in more than one part."""
    customer, rare = table()
    found = {}
    for name, part in splits().items():
        shared = sum(len(set(part[customer == one])) > 1 for one in range(CUSTOMERS))
        found[name] = [int(rare[part == number].sum()) for number in range(3)], shared
    return found


def draw(palette):
    """A strip of rows for each way to split."""
    _, rare = table()
    figure, axes = plt.subplots(figsize=(7, 3.6))
    colors = (palette.colors[0], palette.colors[4], palette.colors[1])
    found = counts()
    for place, (name, part) in enumerate(splits().items()):
        for row in range(ROWS):
            axes.bar(row, 0.62, 0.86, bottom=place - 0.31, color=colors[part[row]], linewidth=0)
        axes.plot(
            np.flatnonzero(rare),
            np.full(8, place),
            linestyle="",
            marker="o",
            markersize=4.5,
            markerfacecolor="#ffffff",
            markeredgecolor="#1f2937",
            markeredgewidth=0.8,
        )
        rows, shared = found[name]
        axes.text(
            ROWS + 0.5,
            place,
            f"rare: {rows[0]}, {rows[1]}, {rows[2]}\nshared: {shared}",
            va="center",
            fontsize=8.5,
            color=palette.text,
        )
    axes.set_yticks(range(4), list(splits()), color=palette.text)
    axes.invert_yaxis()
    axes.set_xlim(-1, ROWS + 10)
    axes.set_xticks([0, ROWS - 1], ["oldest row", "newest row"], color=palette.text)
    axes.tick_params(length=0, colors=palette.text)
    for side in axes.spines.values():
        side.set_visible(False)
    handles = [
        plt.Rectangle((0, 0), 1, 1, color=color, label=part)
        for color, part in zip(colors, PARTS, strict=True)
    ]
    handles.append(
        plt.Line2D(
            [],
            [],
            linestyle="",
            marker="o",
            markersize=5,
            markerfacecolor="#ffffff",
            markeredgecolor="#1f2937",
            label="rare class",
        )
    )
    axes.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.43, 1.16), ncol=4, fontsize=9)
    figure.tight_layout()
    return figure
