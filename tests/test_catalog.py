"""Loading: what a contributor writes is what every page gets, unchanged and unchangeable."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from macros.catalog import Catalog, load
from macros.messages import nearest
from macros.rules import references
from macros.schema import COLLECTIONS
from macros.yamlfile import parse


def records_of(catalog: Catalog):
    return [record for c in COLLECTIONS for record in getattr(catalog, c.name).values()]


def values_of(value: object):
    """A record's values, all the way down."""
    yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from values_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from values_of(item)


# --- small made-up data --------------------------------------------------------------


def test_records_are_found_by_id_in_the_order_of_files_and_lines(mini_site):
    catalog = mini_site.catalog
    assert list(catalog.services) == ["campfire", "kiln"]
    assert list(catalog.numbers) == ["kiln-heat", "clay-share"]
    assert list(catalog.sources) == ["kiln-guide", "heat-paper"]
    assert all(id_ == record.id for id_, record in catalog.services.items())


def test_records_cannot_be_changed(mini_site):
    with pytest.raises(ValidationError, match="frozen"):
        mini_site.catalog.numbers["kiln-heat"].value = 1
    with pytest.raises(TypeError):
        mini_site.catalog.numbers["new"] = mini_site.catalog.numbers["kiln-heat"]
    for record in records_of(mini_site.catalog):
        assert not any(isinstance(value, list) for value in values_of(record)), record.id


def test_objectives_and_tasks_are_found_by_full_id(mini_site):
    place = mini_site.catalog.objectives["pot-a02/1.1.S2"]
    assert (place.exam.code, place.domain.title, place.task.title) == ("POT-A02", "Clay", "Dig clay")
    assert place.objective.new
    assert list(mini_site.catalog.tasks) == ["pot-a01/1.1", "pot-a02/1.1", "pot-a02/2.1"]


def test_parts_of_an_objective_are_objectives_too(mini: Path):
    exam = mini / "data/exams/pot-a01.yml"
    old = "{id: 1.1.K1, text: Kinds of clay}"
    new = "{id: 1.1.K1, text: Kinds of clay, parts: [{id: 1.1.K1.1, text: Loam}]}"
    exam.write_text(exam.read_text("utf-8").replace(old, new), "utf-8")
    catalog = load(mini)
    assert list(catalog.objectives)[:2] == ["pot-a01/1.1.K1", "pot-a01/1.1.K1.1"]
    assert catalog.objectives["pot-a01/1.1.K1.1"].objective.text == "Loam"


def test_questions_of_a_file_are_a_set_in_its_order(mini_site):
    assert list(mini_site.catalog.question_sets) == ["clay"]
    assert [q.id for q in mini_site.catalog.question_sets["clay"]] == [
        "clay-single",
        "clay-multiple",
        "clay-ordering",
        "clay-matching",
    ]


def test_a_collection_may_be_one_file_or_a_folder(mini: Path):
    before = load(mini).numbers
    text = (mini / "data/numbers/kiln.yml").read_text("utf-8")
    (mini / "data/numbers/kiln.yml").unlink()
    (mini / "data/numbers.yml").write_text(text, "utf-8")
    assert load(mini).numbers == before


def test_a_moved_record_leaves_only_its_new_id(mini: Path):
    with (mini / "data/numbers/kiln.yml").open("a", encoding="utf-8") as file:
        file.write("- id: kiln-warmth\n  moved: kiln-heat\n")
    assert list(load(mini).numbers) == ["kiln-heat", "clay-share"]


def test_references_are_found_with_their_place(mini_site):
    found = set(references(mini_site.catalog.comparisons["kiln-or-campfire"]))
    assert (("subjects", 0, "service"), "services", "kiln") in found
    assert (("cells", "kiln", "heat"), "numbers", "kiln-heat") in found
    assert (("tasks", 0), "tasks", "pot-a02/2.1") in found
    assert (("sources", 1), "sources", "heat-paper") in found


@pytest.mark.parametrize(
    "text", ["no", "on", "yes", "NO", "2026-06-30", "12:30", "1_000", "0x1F", "010", "1.2.3"]
)
def test_what_looks_like_text_stays_text(text: str):
    assert parse(f"key: {text}\n", "f").value == {"key": text}


@pytest.mark.parametrize("text", ['"1.10"', "'1.10'", '"true"', '"5"', '"null"', '""'])
def test_what_is_quoted_stays_text(text: str):
    assert parse(f"key: {text}\n", "f").value == {"key": text[1:-1]}


@pytest.mark.parametrize(
    ("text", "value"),
    [("5", 5), ("-3", -3), ("2.5", 2.5), (".5", 0.5), ("true", True), ("~", None), ("", None)],
)
def test_numbers_and_truth_are_read(text: str, value: object):
    (found,) = parse(f"key: {text}\n", "f").value.values()
    assert (found, type(found)) == (value, type(value))


def test_lines_are_those_an_editor_shows():
    file = parse("# one\n\na: 1\nb:\n  - x\n  - c: 2\n", "f")
    assert [file.line(path) for path in [("a",), ("b",), ("b", 0), ("b", 1, "c"), ("b", 9)]] == [
        3,
        4,
        5,
        6,
        4,
    ]


def test_a_suggestion_is_made_only_when_something_is_near():
    assert nearest("klin", ["kiln", "campfire"]) == '; did you mean "kiln"?'
    assert nearest("zebra", ["kiln", "campfire"]) == ""


# --- the real data -------------------------------------------------------------------


def test_every_collection_has_records(catalog: Catalog):
    for collection in COLLECTIONS:
        assert getattr(catalog, collection.name), collection.name


@pytest.mark.parametrize(("exam", "count"), [("mla-c02", 107), ("mla-c01", 133), ("mls-c01", 58)])
def test_every_objective_of_an_exam_guide_is_there(catalog: Catalog, exam: str, count: int):
    assert len(list(catalog.exams[exam].walk())) == count


def test_what_carries_on_an_objective_carries_on_one_of_the_predecessor(catalog: Catalog):
    for id_, place in catalog.objectives.items():
        for older in place.objective.continues:
            assert older.partition("/")[0] == place.exam.predecessor, id_


def test_every_service_of_an_answer_says_what_it_is(catalog: Catalog):
    for service in catalog.services.values():
        if service.status.state in ("closed", "ending", "discontinued"):
            assert service.status.since or service.status.note or service.status.successor, service.id
        assert service.id not in service.status.successor, service.id
