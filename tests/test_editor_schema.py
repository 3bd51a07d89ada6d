"""The schemas editors use are those of the models, and every data file names its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros.editor_schema import FOLDER, editor_schemas
from macros.schema import COLLECTIONS
from macros.yamlfile import read

MARK = "# yaml-language-server: $schema="


def data_files(root: Path, collection: str) -> list[Path]:
    single = root / f"data/{collection}.yml"
    return ([single] if single.is_file() else []) + sorted((root / "data" / collection).rglob("*.yml"))


def as_an_editor_reads(value: object) -> object:
    """Lists where our reader has tuples."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(item) for key, item in value.items()}
    return [as_an_editor_reads(item) for item in value] if isinstance(value, tuple) else value


def test_committed_schemas_are_those_of_the_models(root: Path):
    committed = {path.name: path.read_text("utf-8") for path in (root / FOLDER).iterdir()}
    assert committed == editor_schemas(), "run: make schema"


@pytest.mark.parametrize("collection", [collection.name for collection in COLLECTIONS])
def test_every_data_file_names_its_schema_on_the_first_line(root: Path, collection: str):
    files = data_files(root, collection)
    assert files
    for path in files:
        first, *_ = path.read_text("utf-8").splitlines()
        assert first.startswith(MARK), path
        named = (path.parent / first.removeprefix(MARK)).resolve()
        assert named == root / FOLDER / f"{collection}.json", path


@pytest.mark.parametrize("collection", [collection.name for collection in COLLECTIONS])
@pytest.mark.parametrize("data", [".", "tests/mini"])
def test_an_editor_finds_no_fault_in_good_files(root: Path, data: str, collection: str):
    validator = Draft202012Validator(json.loads(editor_schemas()[f"{collection}.json"]))
    for path in data_files(root / data, collection):
        validator.validate(as_an_editor_reads(read(path, path.name).value))


@pytest.mark.parametrize(
    ("collection", "value"),
    [
        (
            "numbers",
            [{"id": "x", "subject": "x", "fact": "x", "value": 1, "kind": "limits", "sources": ["y"]}],
        ),
        (
            "numbers",
            [{"id": "x", "subject": "x", "fact": "x", "vaule": 1, "kind": "limit", "sources": ["y"]}],
        ),
        ("numbers", [{"id": "x", "subject": "x", "fact": "x", "value": 1, "kind": "limit", "sources": []}]),
        ("numbers", {"id": "x"}),
        ("services", [{"id": "x", "moved": "y"}]),
        ("services", {"id": "Not An Id", "moved": "y"}),
    ],
)
def test_an_editor_marks_faults(collection: str, value: object):
    validator = Draft202012Validator(json.loads(editor_schemas()[f"{collection}.json"]))
    assert not validator.is_valid(value)


def test_an_editor_accepts_a_moved_record():
    moved = {"id": "x", "moved": "y"}
    assert Draft202012Validator(json.loads(editor_schemas()["services.json"])).is_valid(moved)
    assert Draft202012Validator(json.loads(editor_schemas()["numbers.json"])).is_valid([moved])
