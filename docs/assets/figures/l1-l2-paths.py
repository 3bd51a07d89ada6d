"""Ridge and lasso paths of the diabetes data of scikit-learn (442 rows, 10 inputs).

Both depend on the data only through the correlations of the inputs and their
covariances with the target, so those 65 numbers are all that is kept here.
"""

import matplotlib.pyplot as plt
import numpy as np

NAMES = ("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6")
# Correlations of the standardized inputs, below the diagonal, row by row.
BELOW = (
    0.17374,
    0.18508,
    0.08816,
    0.33543,
    0.24101,
    0.39541,
    0.26006,
    0.03528,
    0.24978,
    0.24246,
    0.21924,
    0.14264,
    0.26117,
    0.18555,
    0.89666,
    -0.07518,
    -0.37909,
    -0.36681,
    -0.17876,
    0.05152,
    -0.19646,
    0.20384,
    0.33212,
    0.41381,
    0.25765,
    0.54221,
    0.65982,
    -0.73849,
    0.27077,
    0.14992,
    0.44616,
    0.39348,
    0.51550,
    0.31836,
    -0.39858,
    0.61786,
    0.30173,
    0.20813,
    0.38868,
    0.39043,
    0.32572,
    0.29060,
    -0.27370,
    0.41721,
    0.46467,
)
# Covariances of the standardized inputs with the target.
WITH_TARGET = np.array(
    [14.4685, 3.3160, 45.1600, 33.9966, 16.3269, 13.4031, -30.4010, 33.1473, 43.5762, 29.4534]
)
RIDGES = np.logspace(-3, 3, 90)
LASSOS = np.logspace(-1.7, 2, 90)


def _correlations():
    found = np.eye(10)
    found[np.tril_indices(10, -1)] = BELOW
    return found + np.tril(found, -1).T


def ridge(strength):
    """Minimizes half the mean squared error plus half the strength times the squared weights."""
    return np.linalg.solve(_correlations() + strength * np.eye(10), WITH_TARGET)


def lasso(strength, start):
    """The same with absolute weights: coordinate descent with soft thresholding."""
    correlations, weights = _correlations(), start.copy()
    for _ in range(3000):
        before = weights.copy()
        for place in range(10):
            rest = WITH_TARGET[place] - correlations[place] @ weights + weights[place]
            weights[place] = np.sign(rest) * max(abs(rest) - strength, 0)
        if np.abs(weights - before).max() < 1e-7:
            break
    return weights


def paths():
    """Weights of both models for every strength, strongest first for the lasso's warm start."""
    lassos, weights = [], np.zeros(10)
    for strength in LASSOS[::-1]:
        weights = lasso(strength, weights)
        lassos.append(weights)
    return np.array([ridge(strength) for strength in RIDGES]), np.array(lassos[::-1])


def draw(palette):
    found = paths()
    figure, panels = plt.subplots(1, 2, figsize=(7, 3.6), sharey=True)
    marked = {"bmi": 0, "s5": 1, "s1": 2, "s3": 3}
    for axes, strengths, weights, title in zip(
        panels, (RIDGES, LASSOS), found, ("L2 (ridge)", "L1 (lasso)"), strict=True
    ):
        for place, name in enumerate(NAMES):
            color = palette.colors[marked[name]] if name in marked else palette.muted
            axes.plot(
                strengths, weights[:, place], color=color,
                linewidth=2.2 if name in marked else 1, label=name if name in marked else None,
            )  # fmt: skip
        axes.set_xscale("log")
        axes.set_ylim(-42, 42)
        axes.set_xlabel("strength of the penalty")
        axes.set_title(title, fontsize=11)
        axes.axhline(0, color=palette.text, linewidth=0.8)
        axes.grid(linewidth=0.6)
    panels[0].set_ylabel("weight")
    panels[0].legend(loc="lower right", labelcolor=palette.text, ncols=2)
    figure.tight_layout()
    return figure
