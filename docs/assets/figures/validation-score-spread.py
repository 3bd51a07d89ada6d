"""How far one split and k-fold scores lie from the truth, for one model and 120 rows."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import ShuffleSplit, StratifiedKFold, cross_val_score

ROWS, RUNS = 120, 200


def spread():
    """Name -> estimate minus true accuracy, one value per drawn data set."""
    inputs, labels = make_classification(
        n_samples=ROWS * RUNS + 20_000,
        n_features=10,
        n_informative=5,
        class_sep=0.8,
        flip_y=0.1,
        random_state=9,
    )
    held, truth = inputs[ROWS * RUNS :], labels[ROWS * RUNS :]
    model = LogisticRegression(max_iter=500)
    plans = {
        "one split, 20% held out": ShuffleSplit(n_splits=1, test_size=0.2, random_state=0),
        "5-fold": StratifiedKFold(n_splits=5, shuffle=True, random_state=0),
        "10-fold": StratifiedKFold(n_splits=10, shuffle=True, random_state=0),
    }
    found = {name: [] for name in plans}
    for run in range(RUNS):
        rows = slice(run * ROWS, (run + 1) * ROWS)
        true = model.fit(inputs[rows], labels[rows]).score(held, truth)
        for name, plan in plans.items():
            found[name].append(cross_val_score(model, inputs[rows], labels[rows], cv=plan).mean() - true)
    return {name: np.array(values) for name, values in found.items()}


def draw(palette):
    found = spread()
    figure, axes = plt.subplots(figsize=(7, 3.2))
    axes.axvline(0, color=palette.muted, linewidth=1)
    jitter = np.random.default_rng(0)
    for place, (values, color) in enumerate(zip(found.values(), palette.colors, strict=False)):
        axes.plot(
            100 * values,
            place + jitter.uniform(-0.25, 0.25, len(values)),
            "o",
            color=color,
            markersize=3,
            alpha=0.6,
        )
        axes.text(41, place, f"spread {100 * values.std():.1f}", color=palette.text, va="center", ha="right")
    axes.set_yticks(range(len(found)), list(found))
    axes.invert_yaxis()
    axes.set_xlim(-32, 42)
    axes.set_xlabel("estimated minus true accuracy, percentage points")
    axes.grid(axis="x", linewidth=0.6)
    figure.tight_layout()
    return figure
