"""Learning curves of three models on one task: too simple, fitting, too flexible."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures
from sklearn.tree import DecisionTreeRegressor

SIZES = (20, 30, 45, 70, 100, 150, 220, 330, 500, 750)
NOISE = 0.5
RUNS = 25


def _rows(draw, count):
    inputs = draw.uniform(-1, 1, size=(count, 2))
    signal = np.sin(3 * inputs[:, 0]) * 1.2 + inputs[:, 1] ** 2 * 1.5
    return inputs, signal + draw.normal(scale=NOISE, size=count)


def models():
    return {
        "straight plane: underfits": Ridge(alpha=1e-3),
        "cubic polynomial: fits": make_pipeline(PolynomialFeatures(3), Ridge(alpha=0.3)),
        "full-depth tree: overfits": DecisionTreeRegressor(random_state=0),
    }


def curves():
    """Name -> mean training and validation RMSE by number of rows."""
    found = {name: np.zeros((len(SIZES), 2)) for name in models()}
    draw = np.random.default_rng(0)
    held, truth = _rows(draw, 4_000)
    for _ in range(RUNS):
        inputs, targets = _rows(draw, SIZES[-1])
        for name, model in models().items():
            for place, size in enumerate(SIZES):
                model.fit(inputs[:size], targets[:size])
                for column, (x, y) in enumerate(((inputs[:size], targets[:size]), (held, truth))):
                    found[name][place, column] += np.sqrt(np.mean((model.predict(x) - y) ** 2)) / RUNS
    return found


def draw(palette):
    figure, rows = plt.subplots(1, 3, figsize=(7, 3.2), sharey=True)
    for axes, (name, found) in zip(rows, curves().items(), strict=True):
        axes.axhline(NOISE, color=palette.muted, linewidth=1, linestyle=(0, (4, 3)))
        axes.plot(SIZES, found[:, 1], color=palette.colors[1], linewidth=2, label="validation")
        axes.plot(SIZES, found[:, 0], color=palette.colors[0], linewidth=2, label="training")
        axes.fill_between(SIZES, found[:, 0], found[:, 1], color=palette.colors[1], alpha=0.12, linewidth=0)
        axes.set_xscale("log")
        axes.set_xticks([20, 100, 700], ["20", "100", "700"])
        axes.minorticks_off()
        axes.set_ylim(-0.03, 1.25)
        axes.set_title(name.replace(": ", "\n"), fontsize=9)
        axes.set_xlabel("training rows")
        axes.grid(linewidth=0.6)
    rows[0].set_ylabel("RMSE")
    rows[2].legend(loc="center right", bbox_to_anchor=(1.0, 0.28), labelcolor=palette.text, fontsize=8)
    figure.tight_layout()
    return figure
