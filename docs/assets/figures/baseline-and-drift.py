"""Weekly error of a model and of two baselines, while the world changes in week 30."""

import matplotlib.pyplot as plt
import numpy as np

WEEKS, PER_WEEK, TRAINED, CHANGE = 60, 60, 16, 30


def errors():
    """Mean absolute error by week: model, last week's mean, training mean."""
    draw = np.random.default_rng(6)
    inputs = draw.normal(size=(WEEKS, PER_WEEK, 3))
    before, after = np.array([6.0, -4.0, 3.0]), np.array([2.0, 4.0, 3.0])
    # from week 30 on the relation turns over twelve weeks
    turn = np.clip((np.arange(WEEKS) - CHANGE) / 12, 0, 1)[:, None]
    weights = (1 - turn) * before + turn * after
    targets = 50 + np.einsum("wrf,wf->wr", inputs, weights) + draw.normal(scale=3, size=inputs.shape[:2])
    train, known = inputs[:TRAINED].reshape(-1, 3), targets[:TRAINED].ravel()
    fit, *_ = np.linalg.lstsq(np.hstack([train, np.ones((len(train), 1))]), known, rcond=None)
    guesses = {
        "model, trained once": inputs @ fit[:3] + fit[3],
        "baseline: mean of last week": np.roll(targets.mean(axis=1), 1)[:, None],
    }
    return {name: np.abs(targets - guess).mean(axis=1) for name, guess in guesses.items()}


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    weeks = np.arange(WEEKS)[TRAINED:]
    found = {name: values[TRAINED:] for name, values in errors().items()}
    for (name, values), color, style in zip(
        found.items(), palette.colors, ("solid", (0, (4, 2))), strict=False
    ):
        axes.plot(weeks, values, color=color, linewidth=2, linestyle=style, label=name)
    model = found["model, trained once"]
    calm = model[: CHANGE - TRAINED]
    limit = calm.mean() + 3 * calm.std()
    first = int(weeks[np.argmax(model > limit)])
    axes.axhline(limit, color=palette.accent, linewidth=1.2)
    axes.text(
        59, limit + 0.12, "alarm line: mean + 3 deviations", color=palette.text, va="bottom", ha="right"
    )
    axes.axvline(CHANGE, color=palette.muted, linewidth=1, linestyle=(0, (2, 2)))
    axes.text(CHANGE - 0.4, 0.4, "change begins", color=palette.text, ha="right")
    axes.plot(first, model[first - TRAINED], "o", color=palette.accent, markersize=8, zorder=3)
    axes.set_xlim(TRAINED, WEEKS - 1)
    axes.set_ylim(0, 10)
    axes.set_xlabel("week")
    axes.set_ylabel("mean absolute error")
    axes.grid(axis="y", linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
