"""The published JSON: complete, described, and the same for the same data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros import load_site
from macros.exports import export
from macros.exports.api import api_files
from macros.schema import COLLECTIONS

NAMES = [*(collection.name for collection in COLLECTIONS), "coverage", "outline"]


@pytest.fixture(scope="module", params=["made-up data", "real data"])
def site(request, root: Path):
    return load_site(root / "tests/mini" if request.param == "made-up data" else root)


@pytest.fixture(scope="module")
def api(site) -> dict[str, object]:
    """File name -> what a client reads from it."""
    return {name: _strict_json(text) for name, text in api_files(site).items()}


def _strict_json(text: str) -> object:
    def refuse(constant: str):
        raise ValueError(f"{constant} is not JSON")

    return json.loads(text, parse_constant=refuse)


def test_every_collection_is_published_whole_and_in_order(site, api):
    for collection in COLLECTIONS:
        records = getattr(site.catalog, collection.name)
        assert [record["id"] for record in api[f"{collection.name}.json"]] == list(records)


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_valid_by_its_own_schema(api, name: str):
    schema = api[f"schema/{name}.json"]
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(api[f"{name}.json"])


@pytest.mark.parametrize("name", [collection.name for collection in COLLECTIONS])
def test_a_schema_refuses_what_it_does_not_describe(api, name: str):
    validator = Draft202012Validator(api[f"schema/{name}.json"])
    (first, *_) = api[f"{name}.json"]
    assert not validator.is_valid([{**first, "surprise": 1}])
    assert not validator.is_valid([{key: value for key, value in first.items() if key != "id"}])


def test_index_describes_every_file(api):
    index = api["index.json"]
    assert index["version"] == 1
    assert [entry["name"] for entry in index["files"]] == NAMES
    named = {entry[key] for entry in index["files"] for key in ("url", "schema")}
    assert named == api.keys() - {"index.json"}
    for entry in index["files"]:
        assert entry["records"] == len(api[entry["url"]])


def test_coverage_lists_every_objective(site, api):
    assert list(api["coverage.json"]) == list(site.catalog.objectives)


def test_coverage_names_the_pages_of_the_front_matter(site, api):
    urls = {info.url for info in site.pages.values()}
    for objective, pages in api["coverage.json"].items():
        assert urls.issuperset(pages)
        assert pages == [info.url for info in site.pages.values() if objective in info.covers]


def test_made_up_coverage(mini_site):
    coverage = json.loads(api_files(mini_site)["coverage.json"])
    assert coverage["pot-a02/1.1.S2"] == ["track/clay/"]
    assert coverage["pot-a02/2.1.S1"] == []


def test_the_same_data_gives_the_same_bytes(root: Path, mini: Path):
    again = load_site(mini)  # loaded anew, from another folder
    assert api_files(again) == api_files(load_site(root / "tests/mini"))
    assert list(api_files(again)) == list(api_files(again))


def test_records_keep_the_order_of_keys(mini_site):
    (number, *_) = json.loads(api_files(mini_site)["numbers.json"])
    assert list(number) == [
        "id",
        "service",
        "fact",
        "value",
        "unit",
        "kind",
        "adjustable",
        "was",
        "tasks",
        "cram",
        "sources",
    ]


def test_text_is_readable_in_the_files(mini_site):
    assert '"unit": "°C"' in api_files(mini_site)["numbers.json"]


def test_export_writes_below_api_v1(mini_site, tmp_path: Path):
    export(mini_site, tmp_path)
    written = {p.relative_to(tmp_path / "api/v1").as_posix() for p in tmp_path.rglob("*.json")}
    assert written == api_files(mini_site).keys()


def test_export_completes_the_search_index(mini_site, tmp_path: Path):
    docs = [
        {"location": "services/#kiln", "title": "Amazon Kiln", "text": ""},
        {"location": "track/clay/", "title": "Clay", "text": ""},
        {"location": "track/clay/#shards", "title": "Shards", "text": ""},
        {"location": "", "title": "Pots", "text": ""},
    ]
    index = tmp_path / "search/search_index.json"
    index.parent.mkdir()
    index.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": docs}), "utf-8")
    export(mini_site, tmp_path)
    found = json.loads(index.read_text("utf-8"))
    aliases = {doc["location"]: doc.get("aliases") for doc in found["docs"]}
    assert aliases == {
        "services/#kiln": ["KLN", "Amazon Oven"],
        "track/clay/": ["loam", "pottery soil"],
        "track/clay/#shards": ["Shard", "SHD", "sherd"],
        "": None,
    }
    assert found["config"]["expand"]["amazon oven"] == "Amazon Kiln"
    assert found["config"]["expand"]["sherd"] == "Shard"
    assert found["config"]["lang"] == ["en"]
