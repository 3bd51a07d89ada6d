"""Held-out scores with a step done before the split (leaky) and inside the training part.

Four experiments with plain numpy models, each averaged over several draws.
"""

import matplotlib.pyplot as plt
import numpy as np

RUNS = 40


def _nearest(train, labels, new):
    far = ((new[:, None, :] - train[None, :, :]) ** 2).sum(axis=2)
    return labels[np.argmin(far, axis=1)]


def _centroid(train, labels, new):
    centers = np.stack([train[labels == value].mean(axis=0) for value in (0, 1)])
    far = ((new[:, None, :] - centers[None, :, :]) ** 2).sum(axis=2)
    return np.argmin(far, axis=1)


def _halves(draw, count):
    order = draw.permutation(count)
    return order[: int(0.7 * count)], order[int(0.7 * count) :]


def _selection(draw):
    """Choose 20 of 1,000 columns of noise by their correlation with coin-toss labels."""
    noise, labels = draw.normal(0, 1, (100, 1_000)), draw.integers(0, 2, 100)
    train, test = _halves(draw, 100)

    def best(rows):
        centered = noise[rows] - noise[rows].mean(axis=0)
        strength = np.abs(centered.T @ (labels[rows] - labels[rows].mean())) / noise[rows].std(axis=0)
        return np.argsort(-strength)[:20]

    scores = []
    for columns in (best(np.arange(100)), best(train)):
        said = _centroid(noise[train][:, columns], labels[train], noise[test][:, columns])
        scores.append(np.mean(said == labels[test]))
    return scores


def _oversampling(draw):
    """Repeat the rare class to balance, for a nearest-neighbor model; recall of the rare class."""
    labels = (np.arange(600) < 30).astype(int)
    rows = draw.normal(0, 1, (600, 3))
    rows[labels == 1] += 0.8

    def balanced(index):
        few = index[labels[index] == 1]
        return np.concatenate((index, draw.choice(few, (labels[index] == 0).sum() - len(few))))

    everything = balanced(np.arange(600))
    order = draw.permutation(len(everything))
    cut = int(0.7 * len(order))
    leaky = everything[order[:cut]], everything[order[cut:]]
    train, test = _halves(draw, 600)
    scores = []
    for part, rest in (leaky, (balanced(train), test)):
        said = _nearest(rows[part], labels[part], rows[rest])
        scores.append(np.mean(said[labels[rest] == 1] == 1))
    return scores


def _groups(draw):
    """60 customers with 10 similar rows each and one coin-toss label: random split or by customer."""
    customer = np.repeat(np.arange(60), 10)
    rows = draw.normal(0, 1, (60, 5))[customer] + draw.normal(0, 0.35, (600, 5))
    labels = draw.integers(0, 2, 60)[customer]
    shuffled = draw.permutation(60)
    by_key = np.isin(customer, shuffled[:42])
    splits = (_halves(draw, 600), (np.flatnonzero(by_key), np.flatnonzero(~by_key)))
    return [np.mean(_nearest(rows[a], labels[a], rows[b]) == labels[b]) for a, b in splits]


def _scaling(draw):
    """Standardize with the mean and deviation of all rows, or of the training rows."""
    labels = draw.integers(0, 2, 300)
    rows = draw.normal(0, 1, (300, 5)) * (1, 5, 20, 50, 100)
    rows[:, 0] += labels * 1.2
    rows[:, 3] += labels * 40
    train, test = _halves(draw, 300)
    scores = []
    for fitted_on in (np.arange(300), train):
        scaled = (rows - rows[fitted_on].mean(axis=0)) / rows[fitted_on].std(axis=0)
        scores.append(np.mean(_centroid(scaled[train], labels[train], scaled[test]) == labels[test]))
    return scores


EXPERIMENTS = {
    "feature selection\non pure noise (accuracy)": _selection,
    "random oversampling\n(recall of the rare class)": _oversampling,
    "rows of one customer\non both sides (accuracy)": _groups,
    "scaler fitted on all rows\n(accuracy)": _scaling,
}


def scores():
    """Experiment -> (score with the leak, score without it)."""
    found = {}
    for number, (name, run) in enumerate(EXPERIMENTS.items()):
        draw = np.random.default_rng(100 + number)
        found[name] = np.mean([run(draw) for _ in range(RUNS)], axis=0)
    return found


def draw(palette):
    """Two bars for each experiment."""
    found = scores()
    figure, axes = plt.subplots(figsize=(7, 3.8))
    height = 0.36
    for place, (leaky, honest) in enumerate(found.values()):
        for shift, value, color in (
            (-height / 2, leaky, palette.colors[1]),
            (height / 2, honest, palette.colors[0]),
        ):
            axes.barh(place + shift, value, height * 0.94, color=color)
            axes.text(
                value + 0.01, place + shift, f"{value:.2f}", va="center", fontsize=9, color=palette.text
            )
    axes.barh(0, 0, color=palette.colors[1], label="before the split, or random split")
    axes.barh(0, 0, color=palette.colors[0], label="after the split, or split by key")
    axes.set_yticks(range(len(found)), list(found), color=palette.text)
    axes.invert_yaxis()
    axes.set_xlim(0, 1.12)
    axes.set_xlabel("score on held-out rows")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(axis="x", color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper center", bbox_to_anchor=(0.4, 1.14), ncol=2, fontsize=9)
    figure.tight_layout()
    return figure
