"""Error of one tree by depth, and of forest and boosting by the number of trees (scikit-learn)."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_friedman1
from sklearn.ensemble import GradientBoostingRegressor, RandomForestRegressor
from sklearn.tree import DecisionTreeRegressor

DEPTHS = range(1, 15)
TREES = (1, 2, 5, 10, 20, 50, 100, 200)


def _error(guess, truth):
    return round(float(np.sqrt(((guess - truth) ** 2).mean())), 4)


def measure():
    """Root mean squared errors: one tree on old and new rows, both ensembles on new rows."""
    rows, target = make_friedman1(1_500, n_features=8, noise=3, random_state=1)
    old, new, seen, fresh = rows[:400], rows[400:], target[:400], target[400:]
    trees = [DecisionTreeRegressor(max_depth=depth, random_state=0).fit(old, seen) for depth in DEPTHS]
    single = [(_error(tree.predict(old), seen), _error(tree.predict(new), fresh)) for tree in trees]
    forest = RandomForestRegressor(max(TREES), max_features=3, random_state=0).fit(old, seen)
    votes = np.array([tree.predict(new) for tree in forest.estimators_])
    boosted = GradientBoostingRegressor(
        n_estimators=max(TREES), learning_rate=0.5, max_depth=5, random_state=0
    )
    stages = list(boosted.fit(old, seen).staged_predict(new))
    return (
        single,
        [_error(votes[:count].mean(axis=0), fresh) for count in TREES],
        [_error(stages[count - 1], fresh) for count in TREES],
    )


def draw(palette):
    """Left: depth of one tree. Right: number of trees."""
    single, forest, boosted = measure()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.3), sharey=True)
    left.plot(DEPTHS, [seen for seen, _ in single], color=palette.muted, linestyle="--")
    left.plot(DEPTHS, [new for _, new in single], color=palette.colors[0], marker="o", markersize=3)
    left.text(8.3, single[7][0], "training rows", ha="left", va="bottom", color=palette.muted)
    left.text(14, single[-1][1] + 0.12, "new rows", ha="right", va="bottom", color=palette.colors[0])
    left.set_xlabel("depth of one tree")
    left.set_ylabel("root mean squared error")
    right.plot(TREES, forest, color=palette.colors[2], marker="s", markersize=3.5)
    right.plot(TREES, boosted, color=palette.colors[1], marker="^", markersize=4)
    right.text(200, forest[-1] - 0.12, "random forest", ha="right", va="top", color=palette.colors[2])
    right.text(200, boosted[-1] + 0.12, "boosting", ha="right", va="bottom", color=palette.colors[1])
    right.set_xscale("log")
    right.set_xticks([1, 10, 100], ["1", "10", "100"])
    right.minorticks_off()
    right.set_xlabel("trees (error on new rows)")
    for axes in (left, right):
        axes.set_ylim(0, None)
        axes.grid(axis="y", linewidth=0.6)
    figure.tight_layout()
    return figure
