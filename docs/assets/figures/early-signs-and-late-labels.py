"""A drop of quality, seen at once in the scores and only later in the labels."""

import matplotlib.pyplot as plt
import numpy as np

WEEKS, ROWS, CHANGE, DELAY = 44, 3_000, 18, 8


def psi(baseline, live, bins=10):
    """Population stability index over quantile bins of the baseline."""
    edges = np.quantile(baseline, np.linspace(0, 1, bins + 1)[1:-1])
    expected = np.bincount(np.searchsorted(edges, baseline), minlength=bins) / len(baseline)
    actual = np.bincount(np.searchsorted(edges, live), minlength=bins) / len(live)
    expected, actual = np.clip(expected, 1e-4, None), np.clip(actual, 1e-4, None)
    return float(((actual - expected) * np.log(actual / expected)).sum())


def series():
    """By week: accuracy of the model, and PSI of its score against the training score."""
    draw = np.random.default_rng(12)
    chance = lambda x: 1 / (1 + np.exp(-2.2 * x))  # noqa: E731
    training = chance(draw.normal(-0.4, 1.1, 20_000))
    quality, shift = [], []
    for week in range(WEEKS):
        turn = np.clip((week - CHANGE) / 10, 0, 1)
        inputs = draw.normal(-0.4 + 0.9 * turn, 1.1, ROWS)
        truth = draw.random(ROWS) < chance(inputs - 1.3 * turn)
        score = chance(inputs)
        quality.append(((score > 0.5) == truth).mean())
        shift.append(psi(training, score))
    return np.array(quality), np.array(shift)


def draw(palette):
    quality, shift = series()
    weeks = np.arange(WEEKS)
    calm = quality[: CHANGE - 2]
    limit = calm.mean() - 3 * calm.std()
    known = weeks + DELAY
    first_sign = int(np.argmax(shift > 0.1))
    first_proof = int(known[np.argmax(quality < limit)])
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(7, 3.9), sharex=True)
    top.plot(weeks, shift, color=palette.colors[0], linewidth=2)
    top.axhline(0.1, color=palette.accent, linewidth=1.2)
    top.plot(first_sign, shift[first_sign], "o", color=palette.accent, markersize=8)
    top.text(first_sign - 0.8, 0.19, f"alarm in week {first_sign}", color=palette.text, ha="right")
    top.set_ylabel("PSI of the score")
    bottom.plot(
        weeks, quality, color=palette.muted, linewidth=1.4, linestyle=(0, (3, 2)), label="true at the time"
    )
    shown = known < WEEKS
    bottom.plot(
        known[shown], quality[shown], color=palette.colors[1], linewidth=2, label="known when labels arrive"
    )
    bottom.axhline(limit, color=palette.accent, linewidth=1.2)
    bottom.plot(first_proof, quality[first_proof - DELAY], "o", color=palette.accent, markersize=8)
    bottom.text(first_proof + 0.8, limit + 0.012, f"alarm in week {first_proof}", color=palette.text)
    bottom.set_ylabel("accuracy")
    bottom.set_xlabel("week")
    bottom.legend(loc="lower left", labelcolor=palette.text)
    for axes in (top, bottom):
        axes.axvline(CHANGE, color=palette.muted, linewidth=1, linestyle=(0, (1, 2)))
        axes.grid(axis="y", linewidth=0.5)
        axes.set_xlim(0, WEEKS - 1)
    figure.tight_layout()
    return figure
