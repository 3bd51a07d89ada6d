"""A day of target tracking on invocations per instance, with a short and a long scale-in cooldown."""

import matplotlib.pyplot as plt
import numpy as np

TARGET = 1_200.0  # invocations per instance and minute
ABOVE, BELOW = 3, 15  # minutes in alarm before the policy acts (assumed)
START = 6  # minutes until a new instance serves (assumed)
LEAST, MOST = 2, 20


def load():
    """Invocations a minute: a hump over the day, waves of 20 to 40 minutes and noise."""
    draw = np.random.default_rng(11)
    minute = np.arange(24 * 60)
    hump = 2_400 + 9_000 * np.exp(-(((minute - 14 * 60) / 230) ** 2))
    wave = 1 + 0.16 * np.sin(2 * np.pi * minute / 37) + 0.1 * np.sin(2 * np.pi * minute / 83)
    return hump * wave * draw.normal(1, 0.04, minute.size)


def track(calls, cool_in, cool_out=5, floor=None):
    """Instances that serve in each minute. Scale-out is proportional, cooldowns in minutes."""
    floor = np.full(calls.size, LEAST) if floor is None else floor
    wanted, serving, starting = LEAST, LEAST, []
    over = under = 0
    last_out = last_in = -10_000
    line = np.empty(calls.size)
    for now in range(calls.size):
        serving += sum(count for ready, count in starting if ready == now)
        line[now] = serving
        each = calls[now] / serving
        over = over + 1 if each > TARGET else 0
        under = under + 1 if each < 0.9 * TARGET else 0
        need = int(np.ceil(calls[max(0, now - 2) : now + 1].mean() / TARGET))
        goal = wanted
        if wanted < floor[now]:
            goal = int(floor[now])
        elif over >= ABOVE and now - last_out >= cool_out and need > wanted:
            goal, last_out = min(MOST, need), now
        elif under >= BELOW and now - max(last_in, last_out) >= cool_in and need < wanted:
            goal, last_in = max(int(floor[now]), need), now
        if goal > wanted:
            starting.append((now + START, goal - wanted))
        elif goal < wanted and serving == wanted:
            serving = goal
        else:
            goal = wanted
        wanted = goal
    return line


def draw(palette):
    calls = load()
    hours = np.arange(calls.size) / 60
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.plot(hours, calls / TARGET, color=palette.muted, linewidth=0.9, label="instances the load needs")
    for cool, color, width in ((1, palette.colors[1], 1.6), (45, palette.colors[0], 2.4)):
        line = track(calls, cool)
        changes = int((np.diff(line) != 0).sum())
        name = f"scale-in cooldown {cool} min: {changes} changes"
        axes.step(hours, line, where="post", color=color, linewidth=width, label=name)
    axes.set_xlabel("hour of the day")
    axes.set_ylabel("instances")
    axes.set_xticks(range(0, 25, 4))
    axes.set_ylim(0, 18)
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
