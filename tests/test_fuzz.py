"""Whatever is done to a valid file, the answer is a catalog or clean messages, never a traceback."""

from __future__ import annotations

import copy
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import macros.site
from macros.catalog import Catalog, CatalogError, load
from macros.check import check

MINI = Path(__file__).parent / "mini"
DATA = sorted(path.relative_to(MINI).as_posix() for path in (MINI / "data").rglob("*.yml"))
PAGES = sorted(path.relative_to(MINI).as_posix() for path in (MINI / "docs").rglob("*.md"))
FAULT = re.compile(r"[\w./-]+:\d+: .+")

QUICK = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)

# What a hand slips in: other types, syntax, things YAML or Jinja read in their own way.
# fmt: off
SCALARS = st.sampled_from((
    "", "~", "null", "no", "true", "0", "-1", "1.10", ".inf", "1e999", "9" * 40, "2026-02-31", "2031-01",
    "''", "[]", "{}", "[[]]", "[{a: b}]", "{a: {b: c}}", "- x", "? x", "*a", "&a b",
    "<<: *a", "!!python/none x",
    '"a\\nb"', "|", ">", "#", "---", "...", "%YAML 9.9", "@", "`x`", "[[n:]]", "[[svc:x]]", "[[x:y]]",
    "{{ x }}", "{{ n() }}", "{% if", "{#", "<script>", "\x00", "\x07", "\ufeff", "\u2028", "\x85", "\t",
))
# fmt: on


def delete(lines: list[str], at: int, _) -> None:
    del lines[at]


def duplicate(lines: list[str], at: int, _) -> None:
    lines.insert(at, lines[at])


def swap(lines: list[str], at: int, draw) -> None:
    other = draw(st.integers(0, len(lines) - 1))
    lines[at], lines[other] = lines[other], lines[at]


def indent(lines: list[str], at: int, draw) -> None:
    lines[at] = draw(st.sampled_from(["  ", "    ", "\t", "- ", "- - ", "? ", "x: "])) + lines[at]


def dedent(lines: list[str], at: int, _) -> None:
    lines[at] = lines[at].removeprefix("  ")


def change_character(lines: list[str], at: int, draw) -> None:
    line = lines[at]
    place = draw(st.integers(0, max(0, len(line) - 1)))
    lines[at] = line[:place] + draw(st.characters(codec="utf-8")) + line[place + 1 :]


def change_value(lines: list[str], at: int, draw) -> None:
    key, colon, _ = lines[at].partition(":")
    lines[at] = f"{key}{colon} {draw(SCALARS)}"


def change_word(lines: list[str], at: int, draw) -> None:
    lines[at] = re.sub(r"\w+(?=[,}\]]|$)", lambda _: draw(SCALARS), lines[at], count=1)


def insert_text(lines: list[str], at: int, draw) -> None:
    lines.insert(at, draw(st.text(st.characters(codec="utf-8"), max_size=30)))


CHANGES = [delete, duplicate, swap, indent, dedent, change_character, change_value, change_word, insert_text]


@st.composite
def mutated(draw, files: list[str]) -> tuple[str, bytes]:
    """(file, what it holds now): one to four changes of lines, or of bytes."""
    file = draw(st.sampled_from(files))
    data = (MINI / file).read_bytes()
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(data)))
        return file, data[:at] + draw(st.binary(max_size=8)) + data[at + draw(st.integers(0, 8)) :]
    lines = data.decode().splitlines()
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4)):
        if lines:
            change(lines, draw(st.integers(0, len(lines) - 1)), draw)
    return file, "\n".join([*lines, ""]).encode()


def clean(action: Callable[[], object]) -> object:
    """What an action returns, or None after faults of which each is one clean line."""
    try:
        return action()
    except CatalogError as error:
        assert error.faults
        for fault in map(str, error.faults):
            assert FAULT.fullmatch(fault), repr(fault)
            assert len(fault.splitlines()) == 1, repr(fault)
        return None


def outcome(action: Callable[[Path], object], file: str, data: bytes) -> object:
    """What an action makes of the small data with one file changed."""
    with tempfile.TemporaryDirectory() as folder:
        root = shutil.copytree(MINI, Path(folder) / "mini")
        (root / file).write_bytes(data)
        return clean(lambda: action(root))


@QUICK
@given(mutated(DATA))
def test_mutated_data_is_a_catalog_or_clean_faults(mutation: tuple[str, bytes]):
    assert isinstance(outcome(load, *mutation), Catalog | None)


def places(value: object, place: tuple = ()) -> Iterator[tuple]:
    """Every place in a file's value, from the whole to each scalar."""
    yield place
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*place, key))


def replaced(value: object, place: tuple, new: object) -> object:
    """A copy of a value with something else at one place."""
    if not place:
        return new
    copied = copy.copy(value)
    copied[place[0]] = replaced(value[place[0]], place[1:], new)
    return copied


@pytest.mark.parametrize("file", DATA)
@pytest.mark.parametrize("odd", [None, {}, [[{}]]], ids=json.dumps)
def test_an_odd_value_anywhere_is_a_catalog_or_clean_faults(tmp_path: Path, file: str, odd: object):
    whole = yaml.safe_load((MINI / file).read_text("utf-8"))
    root = shutil.copytree(MINI, tmp_path / "mini")
    for place in places(whole):
        (root / file).write_text(json.dumps(replaced(whole, place, odd)), "utf-8")  # JSON is YAML
        assert isinstance(clean(lambda: load(root)), Catalog | None)


@QUICK
@given(mutated(PAGES))
def test_mutated_pages_are_a_site_or_clean_faults(mutation: tuple[str, bytes]):
    assert isinstance(outcome(check, *mutation), macros.site.Site | None)


@QUICK
@given(st.sampled_from(DATA), st.binary(max_size=60))
def test_any_bytes_are_clean_faults(file: str, data: bytes):
    assert outcome(load, file, data) is None
