"""What is kept between builds is used while nothing changed, and never when something did."""

from __future__ import annotations

import datetime
from pathlib import Path

import jinja2
import pytest

from macros import kept as module
from macros.catalog import load
from macros.compiled import keep_compiled
from macros.kept import FOLDER, kept


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "data.yml"
    file.write_text("one", "utf-8")
    return file


@pytest.fixture
def value(data: Path):
    """Reads the data, or what is kept of it, and counts how often it was really read."""

    def read() -> str:
        return kept(data.parent, "text", [data], lambda: (read.times.append(1), data.read_text("utf-8"))[1])

    read.times = []
    return read


def test_unchanged_data_is_read_once(value):
    assert [value(), value()] == ["one", "one"]
    assert len(value.times) == 1


def test_changed_data_is_read_again(value, data: Path):
    value()
    data.write_text("two", "utf-8")
    assert value() == "two"


def test_the_next_day_reads_again(value, monkeypatch):
    value()

    class Tomorrow(datetime.date):
        @classmethod
        def today(cls):
            return datetime.date.today() + datetime.timedelta(days=1)

    monkeypatch.setattr(module, "date", Tomorrow)
    value()
    assert len(value.times) == 2


@pytest.mark.parametrize("content", [b"", b"no pickle", b"\x80\x05cno.such\nthing\n."])
def test_a_damaged_file_is_written_anew(value, data: Path, content: bytes):
    value()
    (data.parent / FOLDER / "text.pickle").write_bytes(content)
    assert [value(), value()] == ["one", "one"]
    assert len(value.times) == 2


def test_a_folder_that_cannot_be_written_only_costs_time(value, data: Path):
    (data.parent / FOLDER.parts[0]).write_text("a file where the folder should be", "utf-8")
    assert [value(), value()] == ["one", "one"]
    assert len(value.times) == 2


def test_a_kept_catalog_equals_the_data(root: Path, tmp_path: Path):
    mini = root / "tests/mini"
    for _ in range(2):
        catalog = kept(tmp_path, "catalog", [], lambda: load(mini))
        for name in vars(fresh := load(mini)):
            assert getattr(catalog, name) == getattr(fresh, name)
            if name != "day":
                assert list(getattr(catalog, name)) == list(getattr(fresh, name))


def test_pages_are_compiled_when_they_change(tmp_path: Path):
    def fill(text: str) -> tuple[str, int]:
        environment = jinja2.Environment()
        compiled, anew = [], environment.compile
        environment.compile = lambda source, *rest: (compiled.append(source), anew(source, *rest))[1]
        keep_compiled(environment, tmp_path, lambda: "page.md")
        return environment.from_string(text).render(), len(compiled)

    assert fill("{{ 1 + 1 }}") == ("2", 1)
    assert fill("{{ 1 + 1 }}") == ("2", 0)
    assert fill("{{ 1 + 2 }}") == ("3", 1)
