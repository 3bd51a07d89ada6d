"""Validation folds of plain, stratified, grouped and time-ordered k-fold on one table.

40 rows sorted by class, from 10 customers. Each strip is one round: the marked rows
validate, the others train, and rows the round does not use are left empty.
"""

import matplotlib.pyplot as plt
import numpy as np

ROWS, FOLDS = 40, 5
RARE = 10


def table():
    """Class of every row (the last RARE are of the rare class) and its customer."""
    label = (np.arange(ROWS) >= ROWS - RARE).astype(int)
    return label, np.arange(ROWS) // 4


def rounds():
    """Kind -> list of (training rows, validation rows)."""
    label, customer = table()
    every = np.arange(ROWS)
    plain = np.array_split(every, FOLDS)
    parts = [np.array_split(every[label == value], FOLDS) for value in (0, 1)]
    stratified = [np.concatenate(pieces) for pieces in zip(*parts, strict=True)]
    order = np.random.default_rng(2).permutation(customer.max() + 1)
    grouped = [every[np.isin(customer, ones)] for ones in np.array_split(order, FOLDS)]
    blocks = np.array_split(every, FOLDS + 1)
    ordered = [(np.concatenate(blocks[: n + 1]), blocks[n + 1]) for n in range(FOLDS)]
    found = {
        name: [(np.setdiff1d(every, fold), fold) for fold in folds]
        for name, folds in (
            ("k-fold,\nnot shuffled", plain),
            ("stratified\nk-fold", stratified),
            ("group\nk-fold", grouped),
        )
    }
    return found | {"time series\nsplit": ordered}


def rare_rows():
    """Kind -> rare rows in the validation part of each round."""
    label, _ = table()
    return {name: [int(label[fold].sum()) for _, fold in parts] for name, parts in rounds().items()}


def draw(palette):
    """Five strips for each kind."""
    figure, axes = plt.subplots(figsize=(7, 5))
    names, counts = list(rounds()), rare_rows()
    for kind, (name, parts) in enumerate(rounds().items()):
        for number, (train, fold) in enumerate(parts):
            place = kind * (FOLDS + 1.2) + number
            for rows, color in ((train, palette.colors[0]), (fold, palette.colors[1])):
                axes.bar(rows, 0.72, 0.86, bottom=place - 0.36, color=color, linewidth=0)
            axes.text(
                ROWS + 0.4, place, str(counts[name][number]), va="center", fontsize=8.5, color=palette.text
            )
    axes.axvline(ROWS - RARE - 0.5, color=palette.text, linestyle="--", linewidth=1)
    axes.text(ROWS - RARE / 2 - 0.5, -1.7, "rare class", ha="center", fontsize=9, color=palette.text)
    axes.text(ROWS + 0.4, -1.7, "rare rows\nvalidated", fontsize=8.5, color=palette.text, va="center")
    axes.set_yticks([kind * (FOLDS + 1.2) + 2 for kind in range(len(names))], names, color=palette.text)
    axes.invert_yaxis()
    axes.set_xlim(-1, ROWS + 6)
    axes.set_xticks([])
    axes.tick_params(length=0, colors=palette.text)
    for side in axes.spines.values():
        side.set_visible(False)
    handles = [
        plt.Rectangle((0, 0), 1, 1, color=palette.colors[0], label="train"),
        plt.Rectangle((0, 0), 1, 1, color=palette.colors[1], label="validate"),
    ]
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(0.02, 1.08), ncol=2, fontsize=9)
    figure.tight_layout()
    return figure
