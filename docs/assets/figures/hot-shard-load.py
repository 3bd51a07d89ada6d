"""Load of each shard over a day: one stream, even and skewed partition keys."""

import hashlib

import matplotlib.pyplot as plt
import numpy as np

SHARDS = 12
KEYS = 3000  # stores that write to the stream
LIMIT = 1000  # records per second of one shard


def shard_of(key: str) -> int:
    """Kinesis maps the MD5 hash of a key to equal ranges of hash values."""
    return int(hashlib.md5(key.encode()).hexdigest(), 16) * SHARDS >> 128


def share_of_shards(weights: np.ndarray) -> np.ndarray:
    """Fraction of all records that reaches each shard."""
    shards = [shard_of(f"store-{number}") for number in range(KEYS)]
    return np.bincount(shards, weights=weights, minlength=SHARDS) / weights.sum()


def draw(palette):
    hours = np.linspace(0, 24, 289)
    # A quiet night, a peak at noon and a higher one in the evening.
    rate = 1500 + 4500 * np.exp(-(((hours - 12.5) / 2.6) ** 2)) + 6300 * np.exp(-(((hours - 19) / 2.2) ** 2))
    even = share_of_shards(np.ones(KEYS))
    skewed = share_of_shards(1 / np.arange(1, KEYS + 1))  # a few stores write most

    figure, axes = plt.subplots(figsize=(7, 3.6))
    hottest = int(skewed.argmax())
    over = rate * skewed[hottest]
    axes.plot(hours, over, color=palette.colors[1], linewidth=2.2, label="skewed keys, hottest shard")
    others = np.delete(skewed, hottest)
    lines = axes.plot(hours, np.outer(rate, others), color=palette.muted, linewidth=0.8, alpha=0.7)
    lines[0].set_label("skewed keys, the other 11")
    axes.plot(
        hours, rate * even.max(), color=palette.colors[0], linewidth=2, linestyle=(0, (5, 2)),
        label="even keys, busiest shard",
    )  # fmt: skip
    axes.fill_between(
        hours, LIMIT, over, where=over > LIMIT, color=palette.colors[1], alpha=0.25, linewidth=0
    )
    axes.axhline(LIMIT, color=palette.text, linewidth=1.2)

    axes.text(0.2, LIMIT + 25, "limit of one shard", color=palette.text, va="bottom")
    axes.legend(loc="upper left", bbox_to_anchor=(0, 1.04), labelcolor=palette.text)
    axes.set_xlim(0, 24)
    axes.set_ylim(0, 1700)
    axes.set_xticks(range(0, 25, 4), [f"{hour:02d}:00" for hour in range(0, 25, 4)])
    axes.set_ylabel("records per second, one shard")
    axes.grid(axis="y", linewidth=0.6)
    return figure
