"""What reading the data yields, kept between builds: a build that changes no data does not read it again."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

FOLDER = Path(".cache/atlas")


def kept(root: Path, name: str, files: Iterable[Path], compute: Callable[[], object]):
    """``compute()``, or what it returned while ``files``, our code and the day were the same.

    The day counts because rules ask whether a date lies in the future.
    """
    file = root / FOLDER / f"{name}.pickle"
    state = _state([*files, *Path(__file__).parent.rglob("*.py")])
    try:
        known, value = pickle.loads(file.read_bytes())
    except Exception:  # none yet, or written by another version: a pickle can fail in any way
        known = value = None
    if known == state:
        return value
    value = compute()
    _write(file, pickle.dumps((state, value)))
    return value


def _state(files: Iterable[Path]) -> tuple:
    stats = ((path, path.stat()) for path in files)
    return (
        sys.version,
        date.today(),
        os.environ.get("SOURCE_DATE_EPOCH"),
        frozenset((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats),
    )


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all, for another build may be reading; a folder that refuses it only costs time."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        whole = file.with_suffix(".new")
        whole.write_bytes(content)
        whole.replace(file)
    except OSError:
        pass
