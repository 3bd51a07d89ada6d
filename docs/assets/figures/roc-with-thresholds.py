"""The ROC curve of ten cases, step by step, and that of a model on 20,000."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score, roc_curve

SCORES = np.array([0.95, 0.85, 0.75, 0.60, 0.50, 0.40, 0.35, 0.25, 0.15, 0.05])
ACTUAL = np.array([1, 1, 0, 1, 0, 1, 0, 0, 0, 0])
MARKS = (0.05, 0.1, 0.3, 0.7)


def model():
    """Held-out labels and scores of a logistic regression, ten percent positives."""
    inputs, labels = make_classification(
        n_samples=40_000,
        n_features=12,
        n_informative=6,
        weights=[0.9],
        class_sep=0.9,
        flip_y=0.02,
        random_state=3,
    )
    fitted = LogisticRegression(max_iter=500).fit(inputs[::2], labels[::2])
    return labels[1::2], fitted.predict_proba(inputs[1::2])[:, 1]


def _frame(axes, palette, title):
    axes.plot([0, 1], [0, 1], color=palette.muted, linewidth=1, linestyle=(0, (4, 3)))
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(-0.02, 1.05)
    axes.set_xlabel("false positive rate")
    axes.set_ylabel("recall (true positive rate)")
    axes.set_title(title, fontsize=10)
    axes.grid(linewidth=0.6)


def draw(palette):
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    fall, rise, cuts = roc_curve(ACTUAL, SCORES, drop_intermediate=False)
    left.plot(fall, rise, color=palette.colors[0], linewidth=2, marker="o", markersize=4)
    for x, y, cut in list(zip(fall, rise, cuts, strict=True))[1:7]:
        left.annotate(
            f"{cut:.2f}", (x, y), xytext=(5, -11), textcoords="offset points", color=palette.text, fontsize=8
        )
    _frame(left, palette, f"ten cases, AUC {roc_auc_score(ACTUAL, SCORES):.3f}")
    labels, scores = model()
    fall, rise, cuts = roc_curve(labels, scores)
    right.plot(fall, rise, color=palette.colors[1], linewidth=2)
    for mark in MARKS:
        x, y = np.mean(scores[labels == 0] >= mark), np.mean(scores[labels == 1] >= mark)
        right.plot(x, y, "o", color=palette.accent, markersize=6)
        right.annotate(
            f"{mark:g}", (x, y), xytext=(7, -10), textcoords="offset points", color=palette.text, fontsize=8
        )
    _frame(right, palette, f"20,000 cases, AUC {roc_auc_score(labels, scores):.3f}")
    right.set_ylabel("")
    figure.tight_layout()
    return figure
