"""Accuracy, precision, recall and average precision of one model after five remedies.

Logistic regression by gradient descent on a set with 2% positives, averaged over
several draws. Resampling and the choice of the threshold see training data only.
"""

import matplotlib.pyplot as plt
import numpy as np

ROWS, POSITIVE, RUNS, NEIGHBORS = 6_000, 0.02, 8, 5
MEASURES = ("accuracy", "precision", "recall", "average\nprecision")


def _rows(draw, count):
    label = (draw.random(count) < POSITIVE).astype(float)
    features = draw.normal(0, 1, (count, 4))
    features[:, 0] += 1.6 * label
    features[:, 1] += 1.1 * label
    return features, label


def _fit(features, label, weights):
    design = np.column_stack((np.ones(len(features)), features))
    weights = weights / weights.sum()
    slope = np.zeros(design.shape[1])
    for _ in range(25):  # Newton's steps
        chance = 1 / (1 + np.exp(-design @ slope))
        gradient = design.T @ (weights * (chance - label)) + 1e-4 * slope
        curve = (design * (weights * chance * (1 - chance))[:, None]).T @ design
        slope -= np.linalg.solve(curve + 1e-4 * np.eye(len(slope)), gradient)
    return slope


def _predict(slope, features):
    return 1 / (1 + np.exp(-(slope[0] + features @ slope[1:])))


def _smote(points, wanted, draw):
    far = ((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)
    np.fill_diagonal(far, np.inf)
    near = np.argsort(far, axis=1)[:, :NEIGHBORS]
    start = draw.integers(len(points), size=wanted)
    end = near[start, draw.integers(NEIGHBORS, size=wanted)]
    return points[start] + draw.random((wanted, 1)) * (points[end] - points[start])


def _f1_threshold(chance, label):
    cuts = np.quantile(chance, np.linspace(0.8, 0.999, 100))
    hits = [(2 * label[chance >= cut].sum()) / ((chance >= cut).sum() + label.sum()) for cut in cuts]
    return cuts[int(np.argmax(hits))]


def _measure(chance, label, threshold):
    said = chance >= threshold
    right = label[said].sum()
    order = np.argsort(-chance, kind="stable")
    ranked = label[order]
    precision_at = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return (
        float(np.mean(said == label)),
        float(right / said.sum()) if said.any() else 0.0,
        float(right / label.sum()),
        float((precision_at * ranked).sum() / ranked.sum()),
    )


def _one(draw):
    features, label = _rows(draw, ROWS)
    new, truth = _rows(draw, 20_000)
    few, many = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
    even = np.ones(len(label))
    again = np.concatenate((many, few, draw.choice(few, len(many) - len(few))))
    fewer = np.concatenate((few, draw.choice(many, len(few), replace=False)))
    made = _smote(features[few], len(many) - len(few), draw)
    mixed = np.concatenate((features, made)), np.concatenate((label, np.ones(len(made))))
    plain = _fit(features, label, even)
    cut = _f1_threshold(_predict(plain, features), label)
    weighted = np.where(label == 1, len(many) / len(few), 1.0)
    models = {
        "nothing, cut 0.5": (plain, 0.5),
        "threshold for best F1": (plain, cut),
        "class weights": (_fit(features, label, weighted), 0.5),
        "random oversampling": (_fit(features[again], label[again], np.ones(len(again))), 0.5),
        "random undersampling": (_fit(features[fewer], label[fewer], np.ones(len(fewer))), 0.5),
        "SMOTE": (_fit(*mixed, np.ones(len(mixed[1]))), 0.5),
    }
    return {name: _measure(_predict(slope, new), truth, cut) for name, (slope, cut) in models.items()}


def scores():
    """Remedy -> the four measures on new data with the true class mix."""
    draw = np.random.default_rng(11)
    runs = [_one(draw) for _ in range(RUNS)]
    return {name: np.mean([run[name] for run in runs], axis=0) for name in runs[0]}


def draw(palette):
    """A row for each remedy, a column for each measure."""
    found = scores()
    figure, axes = plt.subplots(1, len(MEASURES), figsize=(7, 3.6), sharey=True)
    for number, (panel, measure) in enumerate(zip(axes, MEASURES, strict=True)):
        lengths = [row[number] for row in found.values()]
        panel.barh(range(len(found)), lengths, 0.62, color=palette.colors[number])
        for place, length in enumerate(lengths):
            panel.text(length + 0.03, place, f"{length:.2f}", va="center", fontsize=9, color=palette.text)
        panel.set_xlim(0, 1.34)
        panel.set_xticks([])
        panel.set_title(measure, fontsize=9.5)
        panel.tick_params(colors=palette.text, length=0)
        for side in panel.spines.values():
            side.set_visible(False)
    axes[0].set_yticks(range(len(found)), list(found), color=palette.text)
    axes[0].invert_yaxis()
    figure.tight_layout()
    return figure
