"""Precision and recall of one ranking: by threshold, and at three shares of positives."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

SHARES = (0.5, 0.1, 0.01)
ROWS = 200_000


def scores(share):
    """Labels and probabilities of two overlapping normal classes, calibrated by Bayes."""
    draw = np.random.default_rng(11)
    labels = (np.arange(ROWS) < share * ROWS).astype(int)
    place = draw.normal(loc=2.0 * labels)
    odds = share / (1 - share) * np.exp(2.0 * place - 2.0)
    return labels, odds / (1 + odds)


def draw(palette):
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    labels, chance = scores(0.1)
    precision, recall, cuts = precision_recall_curve(labels, chance)
    kept = slice(0, len(cuts) - 20)  # the last few hold too few rows to be steady
    left.plot(
        cuts[kept][::50], precision[:-1][kept][::50], color=palette.colors[0], linewidth=2, label="precision"
    )
    left.plot(cuts[kept][::50], recall[:-1][kept][::50], color=palette.colors[1], linewidth=2, label="recall")
    left.set_xlim(0, 1)
    left.set_ylim(0, 1.05)
    left.set_xlabel("threshold")
    left.set_title("10% positives", fontsize=10)
    left.grid(linewidth=0.6)
    left.legend(loc="lower center", labelcolor=palette.text)
    for share, color in zip(SHARES, palette.colors[2:], strict=False):
        labels, chance = scores(share)
        precision, recall, _ = precision_recall_curve(labels, chance)
        mean, area = average_precision_score(labels, chance), roc_auc_score(labels, chance)
        name = f"{share:.0%}: AP {mean:.2f}, AUC {area:.2f}"
        right.plot(recall[:-20:50], precision[:-20:50], color=color, linewidth=2, label=name)
    right.set_xlim(0, 1)
    right.set_ylim(0, 1.05)
    right.set_xlabel("recall")
    right.set_ylabel("precision")
    right.set_title("one ranking, three shares of positives", fontsize=10)
    right.grid(linewidth=0.6)
    right.legend(loc="upper right", bbox_to_anchor=(1.0, 0.78), labelcolor=palette.text, fontsize=8)
    figure.tight_layout()
    return figure
