"""PSI and the KS test on data whose mean moves, for small and large samples."""

import matplotlib.pyplot as plt
import numpy as np

SHIFTS = np.linspace(0, 0.8, 17)
SIZES = (200, 5_000)
ROUNDS = 200
TESTED = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000)


def psi(baseline, live, bins=10):
    """Population stability index over quantile bins of the baseline."""
    edges = np.quantile(baseline, np.linspace(0, 1, bins + 1)[1:-1])
    expected = np.bincount(np.searchsorted(edges, baseline), minlength=bins) / len(baseline)
    actual = np.bincount(np.searchsorted(edges, live), minlength=bins) / len(live)
    expected, actual = np.clip(expected, 1e-4, None), np.clip(actual, 1e-4, None)
    return float(((actual - expected) * np.log(actual / expected)).sum())


def ks(baseline, live):
    """Largest gap of the two empirical distribution functions."""
    both = np.concatenate([baseline, live])
    below = np.searchsorted(np.sort(baseline), both, side="right") / len(baseline)
    return float(np.abs(below - np.searchsorted(np.sort(live), both, side="right") / len(live)).max())


def measure():
    """PSI by shift and size, and by size: mean KS statistic and share of p below 0.05."""
    draw = np.random.default_rng(41)
    bands = {}
    for size in SIZES:
        values = np.array(
            [
                [psi(draw.normal(size=10_000), draw.normal(shift, 1, size)) for _ in range(ROUNDS // 4)]
                for shift in SHIFTS
            ]
        )
        bands[size] = np.quantile(values, [0.05, 0.5, 0.95], axis=1)
    flagged, statistic = [], []
    for size in TESTED:
        gaps = np.array([ks(draw.normal(size=size), draw.normal(0.05, 1, size)) for _ in range(ROUNDS)])
        statistic.append(gaps.mean())
        flagged.append((gaps > 1.358 * np.sqrt(2 / size)).mean())
    return bands, np.array(statistic), np.array(flagged)


def draw(palette):
    bands, statistic, flagged = measure()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6))
    for (size, (low, middle, high)), color in zip(bands.items(), palette.colors, strict=False):
        left.fill_between(SHIFTS, low, high, color=color, alpha=0.2, linewidth=0)
        left.plot(SHIFTS, middle, color=color, linewidth=2, label=f"{size:,} live rows")
    for limit in (0.1, 0.25):
        left.axhline(limit, color=palette.accent, linewidth=1, linestyle=(0, (4, 2)))
        left.text(0.01, limit + 0.008, f"{limit}", color=palette.text, fontsize=9)
    left.set_xlabel("shift of the mean, in deviations")
    left.set_ylabel("PSI, 10 bins")
    left.set_ylim(0, 0.7)
    left.grid(axis="y", linewidth=0.5)
    left.legend(loc="upper left", labelcolor=palette.text)
    right.plot(TESTED, flagged, color=palette.colors[0], linewidth=2, marker="o", label="share with p < 0.05")
    right.plot(
        TESTED, statistic, color=palette.colors[1], linewidth=2, marker="s", label="KS statistic, mean"
    )
    right.set_xscale("log")
    right.set_ylim(0, 1.05)
    right.set_xlabel("rows per sample, shift fixed at 0.05")
    right.grid(axis="y", linewidth=0.5)
    right.legend(loc="center left", labelcolor=palette.text)
    figure.tight_layout()
    return figure
