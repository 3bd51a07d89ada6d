"""Reliability of naive Bayes on doubled columns, before and after calibration."""

import matplotlib.pyplot as plt
from sklearn.calibration import CalibratedClassifierCV, calibration_curve
from sklearn.datasets import make_classification
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.naive_bayes import GaussianNB


def models():
    """Name -> (actual, probability) on held-out rows."""
    inputs, labels = make_classification(
        n_samples=24_000,
        n_features=10,
        n_informative=3,
        n_redundant=7,
        class_sep=0.6,
        flip_y=0.1,
        random_state=5,
    )
    train, test = slice(0, 8_000), slice(8_000, None)
    plain = GaussianNB().fit(inputs[train], labels[train])
    tuned = CalibratedClassifierCV(GaussianNB(), method="isotonic", cv=5).fit(inputs[train], labels[train])
    return {
        "naive Bayes": (labels[test], plain.predict_proba(inputs[test])[:, 1]),
        "calibrated (isotonic)": (labels[test], tuned.predict_proba(inputs[test])[:, 1]),
    }


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.plot([0, 1], [0, 1], color=palette.muted, linewidth=1, linestyle=(0, (4, 3)), label="perfect")
    for (name, (actual, chance)), color in zip(models().items(), palette.colors, strict=False):
        share, mean = calibration_curve(actual, chance, n_bins=10)
        text = (
            f"{name}: Brier {brier_score_loss(actual, chance):.3f}, AUC {roc_auc_score(actual, chance):.3f}"
        )
        axes.plot(mean, share, color=color, linewidth=2, marker="o", label=text)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xlabel("mean predicted probability of the bin")
    axes.set_ylabel("share of positives")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
