"""Error of a model over two years of slow drift and one jump, under three rules for retraining."""

import matplotlib.pyplot as plt
import numpy as np

WEEKS = 103
BASE, SLOW, JUMP_WEEK, JUMP = 5.0, 0.04, 58, 3.0  # percent, percent per week, week, percent
EVERY = 26  # weeks between scheduled runs
LIMIT, LABEL_DELAY = 7.0, 2  # percent, weeks


def world():
    """What an untrained-since-week-0 model would lose each week."""
    weeks = np.arange(WEEKS + 1)
    return SLOW * weeks + np.where(weeks >= JUMP_WEEK, JUMP, 0)


def run(rule):
    """Error by week and weeks of retraining. `rule(week, errors, last)` says whether to retrain."""
    moved = world()
    trained_at, errors, runs = 0, [], []
    for week in range(WEEKS + 1):
        if week and rule(week, errors, trained_at):
            trained_at = week
            runs.append(week)
        errors.append(BASE + moved[week] - moved[trained_at])
    return np.array(errors), runs


def by_schedule(week, errors, last):
    return week % EVERY == 0


def by_alarm(week, errors, last):
    seen = week - LABEL_DELAY
    return seen > last and errors[seen] > LIMIT


RULES = {
    "never": lambda week, errors, last: False,
    "every 26 weeks": by_schedule,
    "alarm at 7%": by_alarm,
}


def draw(palette):
    """Three lines, dots where a model was trained."""
    figure, axes = plt.subplots(figsize=(7, 3.6))
    weeks = np.arange(WEEKS + 1)
    for number, (name, rule) in enumerate(RULES.items()):
        errors, runs = run(rule)
        label = f"{name}: {len(runs)} runs, mean {errors.mean():.1f}%"
        style = (":", "--", "-")[number]
        axes.plot(weeks, errors, style, color=palette.colors[number], linewidth=2, label=label)
        axes.plot(runs, errors[runs], "o", color=palette.colors[number], markersize=5)
    axes.axhline(LIMIT, color=palette.muted, linewidth=0.8)
    axes.set_xlim(0, WEEKS)
    axes.set_ylim(4, 13)
    axes.set_xlabel("week")
    axes.set_ylabel("error, %")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(color=palette.grid, linewidth=0.6)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="upper left")
    figure.tight_layout()
    return figure
