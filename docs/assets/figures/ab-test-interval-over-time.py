"""An A/B test day by day, and what happens to those who look every day."""

import matplotlib.pyplot as plt
import numpy as np

DAYS, PER_DAY, BASE, LIFT, Z = 28, 1200, 0.05, 0.006, 1.96
REPEATS = 4000


def interval(hits_a, hits_b, seen):
    """Difference of two shares with its 95% interval (each arm has seen this many users)."""
    share_a, share_b = hits_a / seen, hits_b / seen
    error = np.sqrt((share_a * (1 - share_a) + share_b * (1 - share_b)) / seen)
    gap = share_b - share_a
    return gap, gap - Z * error, gap + Z * error


def one_test():
    """Cumulated difference in percentage points of one simulated test with a real lift."""
    draw = np.random.default_rng(3)
    seen = PER_DAY * np.arange(1, DAYS + 1)
    hits_a = np.cumsum(draw.binomial(PER_DAY, BASE, DAYS))
    hits_b = np.cumsum(draw.binomial(PER_DAY, BASE + LIFT, DAYS))
    return tuple(100 * part for part in interval(hits_a, hits_b, seen))


def false_alarms():
    """Share of A/A tests called significant by now, when the first such day ends the test."""
    draw = np.random.default_rng(8)
    seen = PER_DAY * np.arange(1, DAYS + 1)
    hits = np.cumsum(draw.binomial(PER_DAY, BASE, (2, REPEATS, DAYS)), axis=2)
    _, low, high = interval(hits[0], hits[1], seen)
    called = (low > 0) | (high < 0)
    return np.maximum.accumulate(called, axis=1).mean(axis=0), called.mean(axis=0)


def draw(palette):
    """Left: the interval narrows. Right: the price of stopping at the first good day."""
    gap, low, high = one_test()
    peeked, planned = false_alarms()
    days = np.arange(1, DAYS + 1)
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    left.fill_between(days, low, high, color=palette.colors[0], alpha=0.25, linewidth=0)
    left.plot(days, gap, color=palette.colors[0], linewidth=2)
    left.axhline(0, color=palette.muted, linewidth=1)
    left.axhline(100 * LIFT, color=palette.text, linewidth=1, linestyle=":")
    left.text(DAYS, 100 * LIFT + 0.06, "true lift", ha="right", color=palette.text, fontsize=9)
    left.set_ylim(-1.6, 2.6)
    left.set_ylabel("B minus A, percentage points")
    right.plot(days, 100 * peeked, color=palette.colors[1], linewidth=2)
    right.plot(days, 100 * planned, "--", color=palette.colors[0], linewidth=2)
    right.text(DAYS, 100 * peeked[-1] + 1, "a look every day", ha="right", color=palette.text, fontsize=9)
    right.text(
        DAYS,
        100 * planned[-1] + 1.4,
        "one look, on that day",
        ha="right",
        color=palette.text,
        fontsize=9,
    )
    right.set_ylim(0, 35)
    right.set_ylabel("false alarms, % of A/A tests")
    for axes in (left, right):
        axes.set_xlabel("day")
        axes.tick_params(colors=palette.text)
        axes.grid(color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    return figure
