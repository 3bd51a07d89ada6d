"""Bytes stored, and bytes read for 2 of 20 columns, for one table in four formats.

The columnar format here is a plain stand-in (typed columns in row groups, each
column chunk compressed by itself, an index at the end), written with the
standard library so that the figure needs no Parquet package.
"""

import gzip
import json
import random
import struct
import zlib

import matplotlib.pyplot as plt

ROWS = 20_000
ROW_GROUP = 5_000
CITIES = ("Rome", "Oslo", "Lima", "Cairo", "Perth", "Quito", "Seoul", "Tunis")
DEVICES = ("phone", "tablet", "laptop")
WANTED = ("amount", "label")


def _table():
    """20 columns: an id, 3 of text, 8 of whole numbers, 7 of measurements, a label."""
    draw = random.Random(20)
    columns = {"order_id": list(range(1_000_000, 1_000_000 + ROWS))}
    columns["city"] = [draw.choice(CITIES) for _ in range(ROWS)]
    columns["device"] = [draw.choice(DEVICES) for _ in range(ROWS)]
    columns["channel"] = [draw.choice(("web", "store")) for _ in range(ROWS)]
    for number in range(8):
        columns[f"count_{number}"] = [int(draw.expovariate(0.2)) for _ in range(ROWS)]
    columns["amount"] = [round(draw.lognormvariate(3, 1), 2) for _ in range(ROWS)]
    for number in range(6):
        columns[f"score_{number}"] = [round(draw.random(), 4) for _ in range(ROWS)]
    columns["label"] = [int(draw.random() < 0.1) for _ in range(ROWS)]
    return columns


def _csv(columns):
    lines = [",".join(columns)]
    lines += [",".join(map(str, row)) for row in zip(*columns.values(), strict=True)]
    return "\n".join(lines).encode()


def _json_lines(columns):
    rows = zip(*columns.values(), strict=True)
    return "\n".join(json.dumps(dict(zip(columns, row, strict=True))) for row in rows).encode()


def _chunk(values):
    """One column of one row group, by type: text as a dictionary and its indexes."""
    if isinstance(values[0], str):
        words = sorted(set(values))
        place = {word: index for index, word in enumerate(words)}
        raw = json.dumps(words).encode() + bytes(place[value] for value in values)
    elif isinstance(values[0], float):
        raw = struct.pack(f"<{len(values)}f", *values)
    else:
        raw = struct.pack(f"<{len(values)}i", *values)
    return zlib.compress(raw, 6)


def _columnar(columns):
    """Size of every column, summed over the row groups, and of the index."""
    sizes, index = dict.fromkeys(columns, 0), []
    for start in range(0, ROWS, ROW_GROUP):
        for name, values in columns.items():
            part = values[start : start + ROW_GROUP]
            size = len(_chunk(part))
            index.append((name, start, size, min(part), max(part)))
            sizes[name] += size
    return sizes, len(json.dumps(index).encode())


def measure():
    """Format -> (megabytes stored, megabytes read for the wanted columns)."""
    columns = _table()
    text, lines = _csv(columns), _json_lines(columns)
    packed = gzip.compress(text, compresslevel=6, mtime=0)
    sizes, index = _columnar(columns)
    found = {
        "JSON Lines": (len(lines), len(lines)),
        "CSV": (len(text), len(text)),
        "CSV, gzip": (len(packed), len(packed)),
        "Columnar": (
            sum(sizes.values()) + index,
            sum(sizes[name] for name in WANTED) + index,
        ),
    }
    return {name: (stored / 1e6, read / 1e6) for name, (stored, read) in found.items()}


def draw(palette):
    """Two bars for each format: what lies in storage, what the query reads."""
    found = measure()
    figure, axes = plt.subplots(figsize=(7, 3.6))
    height = 0.38
    for place, (stored, read) in enumerate(found.values()):
        for shift, value, color in (
            (-height / 2, stored, palette.colors[0]),
            (height / 2, read, palette.colors[1]),
        ):
            axes.barh(place + shift, value, height, color=color)
            axes.text(value + 0.1, place + shift, f"{value:.2f}", va="center", color=palette.text)
    axes.barh(0, 0, color=palette.colors[0], label="stored")
    axes.barh(0, 0, color=palette.colors[1], label="read for 2 of 20 columns")
    axes.set_yticks(range(len(found)), list(found), color=palette.text)
    axes.invert_yaxis()
    axes.set_xlim(0, max(stored for stored, _ in found.values()) * 1.1)
    axes.set_xlabel("megabytes")
    axes.tick_params(colors=palette.text, length=0)
    axes.grid(axis="x", color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(loc="lower right")
    figure.tight_layout()
    return figure
