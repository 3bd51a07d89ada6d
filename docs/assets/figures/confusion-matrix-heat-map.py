"""Two confusion matrices as heat maps: the spam filter, and a weak reader of digits."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

SPAM = np.array([[100, 20], [10, 970]])  # rows: actual spam, actual mail


def digits():
    """Actual by predicted digit, counts on held-out images."""
    images, labels = load_digits(return_X_y=True)
    train, test, known, actual = train_test_split(
        images, labels, test_size=0.4, stratify=labels, random_state=0
    )
    model = GaussianNB(var_smoothing=1e-3).fit(train, known)
    return confusion_matrix(actual, model.predict(test))


def _paint(axes, counts, palette, names, size):
    """Cells colored by the share of their row, so that each row can be read alone."""
    share = counts / counts.sum(axis=1, keepdims=True)
    ramp = LinearSegmentedColormap.from_list("ramp", ["#e8f1f8", "#0072b2"])
    axes.imshow(share, cmap=ramp, vmin=0, vmax=1, aspect="equal")
    for (row, column), count in np.ndenumerate(counts):
        if count or len(counts) == 2:
            text = f"{count}\n({share[row, column]:.1%})" if len(counts) == 2 else str(count)
            color = "white" if share[row, column] > 0.55 else "#1f2937"
            axes.text(column, row, text, ha="center", va="center", color=color, fontsize=size)
    axes.set_xticks(range(len(counts)), names, color=palette.text)
    axes.set_yticks(range(len(counts)), names, color=palette.text)
    axes.set_xlabel("predicted")
    axes.set_ylabel("actual")
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)


def draw(palette):
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    _paint(left, SPAM, palette, ["spam", "not spam"], 10)
    left.set_title("spam filter", fontsize=10)
    _paint(right, digits(), palette, range(10), 7)
    right.set_title("digits, naive Bayes", fontsize=10)
    figure.tight_layout()
    return figure
