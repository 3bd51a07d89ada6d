"""A jump in traffic at 09:00: target tracking alone, and with a scheduled minimum at 08:45."""

import matplotlib.pyplot as plt
import numpy as np

TARGET = 1_200.0  # invocations per instance and minute
LIMIT = 2_400.0  # what one instance can serve, from the load test
ABOVE = 3  # minutes above the target before the policy acts (assumed)
COOL = 5  # minutes of scale-out cooldown
START = 6  # minutes until a new instance serves (assumed)
FROM, TO, JUMP, AHEAD = 8 * 60 + 30, 10 * 60, 9 * 60, 8 * 60 + 45


def load(minute):
    """Invocations a minute: 2,000 at night, up to 9,000 within four minutes of 09:00."""
    return 2_000 + 7_000 * np.clip((minute - JUMP) / 4, 0, 1)


def run(floor):
    """Invocations per instance in each minute; `floor` gives the minimum capacity."""
    serving = wanted = 2
    starting, over, last = [], 0, -1_000
    line = []
    for minute in range(FROM, TO):
        serving += sum(count for ready, count in starting if ready == minute)
        each = load(minute) / serving
        line.append(each)
        over = over + 1 if each > TARGET else 0
        goal = max(wanted, floor(minute))
        if over >= ABOVE and minute - last >= COOL:
            goal, last = max(goal, int(np.ceil(load(minute) / TARGET))), minute
        if goal > wanted:
            starting.append((minute + START, goal - wanted))
            wanted = goal
    return np.array(line)


def draw(palette):
    minutes = np.arange(FROM, TO)
    figure, axes = plt.subplots(figsize=(7, 3.6))
    for floor, name, color in (
        (lambda _: 2, "target tracking only", palette.colors[1]),
        (lambda now: 8 if now >= AHEAD else 2, "with a scheduled minimum of 8 from 08:45", palette.colors[0]),
    ):
        line = run(floor)
        lost = int((line > LIMIT).sum())
        axes.step(
            minutes,
            line,
            where="post",
            color=color,
            linewidth=2,
            label=f"{name}: {lost} min overloaded",
        )
    axes.axhline(LIMIT, color=palette.text, linewidth=1.2)
    axes.text(FROM + 1, LIMIT + 80, "limit of one instance", color=palette.text)
    axes.axhline(TARGET, color=palette.muted, linestyle=(0, (4, 3)), linewidth=1.5)
    axes.text(TO - 1, TARGET + 80, "target", color=palette.text, ha="right")
    axes.set_xticks(range(FROM, TO + 1, 15), [f"{m // 60:02d}:{m % 60:02d}" for m in range(FROM, TO + 1, 15)])
    axes.set_xlim(FROM, TO)
    axes.set_ylim(0, 6_200)
    axes.set_ylabel("invocations per instance, per minute")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper right", labelcolor=palette.text)
    return figure
