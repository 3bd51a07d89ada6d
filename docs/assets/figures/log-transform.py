"""A skewed real variable before and after the logarithm.

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


def skewness(values):
    """Third standardized moment."""
    return ((values - values.mean()) ** 3).mean() / values.std() ** 3


def draw(palette):
    """Two histograms of the same samples."""
    figure, pair = plt.subplots(1, 2, figsize=(7, 3.4))
    panels = (
        (AREA_ERROR, "area error", "as measured", palette.colors[1]),
        (np.log(AREA_ERROR), "ln(area error)", "after the logarithm", palette.colors[0]),
    )
    for axes, (values, label, name, color) in zip(pair, panels, strict=True):
        axes.hist(values, bins=30, color=color)
        axes.axvline(values.mean(), color=palette.text, linestyle="--", linewidth=1.4)
        axes.axvline(np.median(values), color=palette.text, linewidth=1.4)
        axes.set_title(f"{name}: skewness {skewness(values):.1f}", fontsize=10)
        axes.set_xlabel(label)
        _plain(axes, palette)
        axes.grid(axis="y", color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
    pair[0].set_ylabel("samples")
    figure.tight_layout()
    return figure
