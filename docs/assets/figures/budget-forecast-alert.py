"""When three kinds of alert fire in a month in which an endpoint is forgotten on day 10."""

import matplotlib.pyplot as plt
import numpy as np

DAYS = 30
BUDGET = 100.0
USUAL = 2.8  # units per day, about 84% of the budget over the month
EXTRA = 4.2  # units per day from day 10 on


def spend():
    """Daily and cumulative cost, with a little noise."""
    draw = np.random.default_rng(4)
    day = np.arange(1, DAYS + 1)
    daily = USUAL * draw.normal(1, 0.06, DAYS) + np.where(day >= 10, EXTRA, 0)
    return day, daily, np.cumsum(daily)


def alerts():
    """First day of: an unusual day, a forecast above the budget, 100% spent."""
    day, daily, total = spend()
    unusual = day[
        np.argmax(
            [
                d > daily[: max(i, 1)].mean() + 6 * max(daily[: max(i, 2)].std(), 0.1) and i >= 5
                for i, d in enumerate(daily)
            ]
        )
    ]
    ahead = [total[i] + daily[max(0, i - 6) : i + 1].mean() * (DAYS - day[i]) for i in range(DAYS)]
    forecast = day[np.argmax(np.array(ahead) > BUDGET)]
    return {"anomaly": int(unusual), "forecast": int(forecast), "actual": int(day[np.argmax(total > BUDGET)])}


def draw(palette):
    day, _, total = spend()
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.plot(day, total, color=palette.colors[0], linewidth=2.2)
    axes.axhline(BUDGET, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.5)
    axes.text(1, BUDGET + 4, "budget", color=palette.text)
    for place, (name, when) in enumerate(alerts().items()):
        axes.axvline(when, color=palette.colors[place + 1], linewidth=2)
        axes.text(
            when + (1.4, 0.4, 0.4)[place], (165, 143, 40)[place], f"{name}, day {when}", color=palette.text
        )
    axes.set_ylim(0, 200)
    axes.set_xlabel("day of the month")
    axes.set_ylabel("units spent")
    axes.grid(linewidth=0.6)
    return figure
