"""Regions that six classifiers learn from the same noisy points (scikit-learn)."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_moons
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

MODELS = {
    "Logistic regression": LogisticRegression(),
    "SVM, RBF kernel": SVC(gamma=1.5, C=1),
    "k-NN, k = 5": KNeighborsClassifier(5),
    "Tree, no limit": DecisionTreeClassifier(random_state=0),
    "Random forest": RandomForestClassifier(200, random_state=0),
    "Boosted trees": GradientBoostingClassifier(n_estimators=60, max_depth=2, random_state=0),
}


def measure():
    """Training points, a grid, and for each name its classes on the grid and accuracy on new points."""
    points, labels = make_moons(120, noise=0.3, random_state=3)
    fresh, truth = make_moons(2_000, noise=0.3, random_state=4)
    across, up = np.meshgrid(np.linspace(-1.8, 2.8, 93), np.linspace(-1.4, 1.9, 67))
    grid = np.column_stack([across.ravel(), up.ravel()])
    found = {}
    for name, model in MODELS.items():
        model.fit(points, labels)
        found[name] = model.predict(grid).reshape(across.shape), model.score(fresh, truth)
    return points, labels, across, up, found


def draw(palette):
    """One panel for each classifier."""
    points, labels, across, up, found = measure()
    figure, panels = plt.subplots(2, 3, figsize=(7, 4.4))
    for axes, (name, (regions, score)) in zip(panels.flat, found.items(), strict=True):
        axes.contourf(across, up, regions, levels=[-0.5, 0.5, 1.5], colors=palette.colors[:2], alpha=0.22)
        axes.contour(across, up, regions, levels=[0.5], colors=[palette.text], linewidths=1)
        for kind, mark in ((0, "o"), (1, "^")):
            chosen = points[labels == kind]
            axes.scatter(*chosen.T, s=9, marker=mark, color=palette.colors[kind], linewidths=0)
        axes.set_title(f"{name}\n{score:.1%} on new points", fontsize=9.5)
        axes.set_xticks([])
        axes.set_yticks([])
        for side in axes.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    return figure
