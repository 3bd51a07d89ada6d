"""Error of the filled values, and spread that is left, for five ways to fill gaps.

Three correlated columns, one of them skewed and with 30% of its values missing at
random. The methods are written out in numpy so that the figure needs no library.
"""

import matplotlib.pyplot as plt
import numpy as np

ROWS, SHARE, NEIGHBORS = 1_500, 0.3, 5


def table():
    """Three columns, the gaps (True where a value of the first is missing)."""
    draw = np.random.default_rng(42)
    size = draw.normal(0, 1, ROWS)
    rooms = 4 + 1.5 * size + draw.normal(0, 0.8, ROWS)
    distance = 6 - 2 * size + draw.normal(0, 2, ROWS)
    rent = np.exp(6.6 + 0.45 * size + draw.normal(0, 0.22, ROWS))
    odds = np.exp(0.8 * (rooms - 4) / 1.5)
    gone = draw.random(ROWS) < np.clip(SHARE * odds / odds.mean(), 0, 0.95)
    return rent, np.column_stack((rooms, distance)), gone


def _neighbors(rent, others, gone):
    scaled = (others - others.mean(axis=0)) / others.std(axis=0)
    seen = np.flatnonzero(~gone)
    far = ((scaled[gone][:, None, :] - scaled[seen][None, :, :]) ** 2).sum(axis=2)
    nearest = np.argpartition(far, NEIGHBORS, axis=1)[:, :NEIGHBORS]
    return rent[seen][nearest].mean(axis=1)


def _regression(rent, others, gone):
    design = np.column_stack((np.ones(ROWS), others))
    weights = np.linalg.lstsq(design[~gone], np.log(rent[~gone]), rcond=None)[0]
    rest = np.log(rent[~gone]) - design[~gone] @ weights
    return np.exp(design[gone] @ weights), rest.std(ddof=3), design[gone] @ weights


def compare():
    """Method -> (root mean squared error of the filled values, standard deviation left in %)."""
    rent, others, gone = table()
    predicted, noise, center = _regression(rent, others, gone)
    drawn = np.exp(center + np.random.default_rng(5).normal(0, noise, gone.sum()))
    fills = {
        "mean": np.full(gone.sum(), rent[~gone].mean()),
        "median": np.full(gone.sum(), np.median(rent[~gone])),
        f"kNN, k = {NEIGHBORS}": _neighbors(rent, others, gone),
        "regression": predicted,
        "regression\n+ noise": drawn,
    }
    found = {}
    for method, values in fills.items():
        filled = rent.copy()
        filled[gone] = values
        error = np.sqrt(np.mean((values - rent[gone]) ** 2))
        found[method] = (float(error), float(100 * filled.std() / rent.std()))
    return found


def draw(palette):
    """Error on the left, spread on the right."""
    found = compare()
    figure, axes = plt.subplots(1, 2, figsize=(7, 3.6), sharey=True)
    panels = (
        (0, "error of the filled values (RMSE)", palette.colors[0], "{:.0f}"),
        (1, "standard deviation left, %", palette.colors[1], "{:.0f}%"),
    )
    for number, title, color, form in panels:
        panel = axes[number]
        lengths = [row[number] for row in found.values()]
        panel.barh(range(len(found)), lengths, 0.6, color=color)
        for place, length in enumerate(lengths):
            panel.text(
                length + max(lengths) * 0.02, place, form.format(length), va="center", color=palette.text
            )
        panel.set_title(title, fontsize=9.5)
        panel.set_xlim(0, max(lengths) * 1.2)
        panel.set_xticks([])
        panel.tick_params(colors=palette.text, length=0)
        for side in panel.spines.values():
            side.set_visible(False)
    axes[0].set_yticks(range(len(found)), list(found), color=palette.text)
    axes[0].invert_yaxis()
    figure.tight_layout()
    return figure
