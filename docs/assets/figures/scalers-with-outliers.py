"""Four scalers on one real variable that has outliers.

Data: area error of the breast cancer data set bundled with scikit-learn (569 samples).
"""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer

AREA_ERROR = load_breast_cancer()["data"][:, 13]


def _plain(axes, palette):
    """Axes without a frame, in the palette's colors."""
    axes.tick_params(colors=palette.text, length=0, labelsize=9)
    for side in axes.spines.values():
        side.set_visible(False)


def scaled():
    """Scaler -> the values it returns."""
    values = AREA_ERROR
    first, median, third = np.percentile(values, (25, 50, 75))
    return {
        "min-max": (values - values.min()) / (values.max() - values.min()),
        "max-abs": values / np.abs(values).max(),
        "z-score": (values - values.mean()) / values.std(),
        "robust": (values - median) / (third - first),
    }


def draw(palette):
    """One tick per sample; the band marks the middle half of the samples."""
    figure, rows = plt.subplots(4, 1, figsize=(7, 4.4))
    for axes, (name, values), color in zip(rows, scaled().items(), palette.colors, strict=False):
        first, third = np.percentile(values, (25, 75))
        axes.axvspan(first, third, color=palette.muted, alpha=0.35, linewidth=0)
        ticks = np.column_stack([values, values, np.full(len(values), np.nan)]).ravel()
        ends = np.tile([-0.33, 0.33, np.nan], len(values))
        axes.plot(ticks, ends, color=color, linewidth=0.8)
        axes.set_ylim(-0.5, 0.5)
        axes.set_yticks([0], [name])
        note = f"middle half: {first:.2f} to {third:.2f}, largest: {values.max():.1f}"
        axes.text(
            0.91, 0.93, note, transform=axes.transAxes, ha="right", va="top", color=palette.text, fontsize=9
        )
        _plain(axes, palette)
        axes.grid(axis="x", color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
    rows[-1].set_xlabel("value after scaling")
    figure.tight_layout()
    return figure
