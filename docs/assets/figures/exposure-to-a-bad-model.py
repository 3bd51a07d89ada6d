"""Requests answered by a bad model until the alarm rolls it back, by strategy and by speed of the alarm."""

import matplotlib.pyplot as plt

PER_MINUTE = 1000  # requests of the endpoint
BAKE = 10  # minutes between two steps
STEPS = {
    "all at once": (100,),
    "canary 10%": (10, 100),
    "canary 50%": (50, 100),
    "linear 20%": (20, 40, 60, 80, 100),
    "linear 10%": tuple(range(10, 101, 10)),
}
DELAYS = (5, 25)  # minutes from the first bad answer to the rollback


def exposed(steps, delay):
    """Requests the new version answers in the first `delay` minutes."""
    total = 0
    for number, share in enumerate(steps):
        start = number * BAKE
        last = number == len(steps) - 1
        minutes = max(0, delay - start) if last else min(BAKE, max(0, delay - start))
        total += PER_MINUTE * share // 100 * minutes
    return total


def draw(palette):
    """Two bars for each strategy: an alarm faster than the bake, and one slower than it."""
    figure, axes = plt.subplots(figsize=(7, 3.8))
    height = 0.38
    for place, steps in enumerate(STEPS.values()):
        for number, delay in enumerate(DELAYS):
            value = exposed(steps, delay)
            y = place + (number - 0.5) * height
            axes.barh(y, value, height, color=palette.colors[number])
            axes.text(value + 250, y, f"{value:,}", va="center", color=palette.text, fontsize=9)
    for number, delay in enumerate(DELAYS):
        axes.barh(0, 0, color=palette.colors[number], label=f"rollback after {delay} minutes")
    axes.set_yticks(range(len(STEPS)), list(STEPS), color=palette.text)
    axes.invert_yaxis()
    axes.set_xlim(0, 29000)
    axes.set_xlabel("requests answered by the bad model")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(axis="x", color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="lower right")
    figure.tight_layout()
    return figure
