"""What a commitment costs: a day's demand, and the total cost by committed instances."""

import matplotlib.pyplot as plt
import numpy as np

HOURS = np.arange(24)
# Instances a service needs in each hour: a floor at night, a hump by day, a peak in the evening.
DEMAND = np.round(3 + 5 * np.exp(-(((HOURS - 13) / 4.0) ** 2)) + 6 * np.exp(-(((HOURS - 20) / 1.6) ** 2)))
COMMITTED = np.arange(0, 13)
DISCOUNTS = (0.2, 0.4, 0.6)


def cost(committed, discount):
    """Relative to all hours on demand: the committed part is paid always, the rest by use."""
    paid = committed * (1 - discount) * len(HOURS) + np.maximum(DEMAND - committed, 0).sum()
    return 100 * paid / DEMAND.sum()


def draw(palette):
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6), width_ratios=(1, 1.15))
    left.step(HOURS, DEMAND, where="post", color=palette.colors[0], linewidth=2)
    left.fill_between(
        HOURS,
        np.minimum(DEMAND, 3),
        step="post",
        color=palette.colors[2],
        alpha=0.45,
        linewidth=0,
    )
    left.text(1, 0.9, "floor: busy\nall day", color=palette.text)
    left.set_xlabel("hour of the day")
    left.set_ylabel("instances needed")
    left.set_xticks([0, 6, 12, 18, 24])
    left.set_ylim(0, 12)
    left.grid(linewidth=0.6)
    for place, discount in enumerate(DISCOUNTS):
        line = [cost(count, discount) for count in COMMITTED]
        best = int(np.argmin(line))
        right.plot(
            COMMITTED,
            line,
            color=palette.colors[place],
            linewidth=2,
            label=f"{discount:.0%} discount",
        )
        right.plot(COMMITTED[best], line[best], "o", color=palette.colors[place])
    right.axhline(100, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.5)
    right.set_xlabel("committed instances")
    right.set_ylabel("cost, % of on demand")
    right.set_ylim(40, 220)
    right.set_xticks(range(0, 13, 2))
    right.grid(linewidth=0.6)
    right.legend(loc="upper left", labelcolor=palette.text)
    figure.tight_layout()
    return figure
