"""The JSON API: one file per collection, what covers what, and a description of all.

``api/v1/`` is a promise: within it fields are only added. Keys keep the order of
the models, records that of the data, so that two builds of one state are equal.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter
from pydantic_core import to_json

from ..schema import COLLECTIONS
from ..site import Site
from . import outline

VERSION = 1


def api_files(site: Site, nodes: Sequence[outline.Node] = ()) -> dict[str, str]:
    """File name below ``api/v1/`` -> JSON text; ``nodes``: the pages in reading order."""
    files: dict[str, str] = {}
    entries = []
    for collection in COLLECTIONS:
        adapter = TypeAdapter(tuple[collection.model, ...])
        records = tuple(getattr(site.catalog, collection.name).values())
        files[f"{collection.name}.json"] = as_json(
            adapter.dump_python(records, mode="json", exclude_none=True)
        )
        files[f"schema/{collection.name}.json"] = as_json(
            {"$schema": "https://json-schema.org/draft/2020-12/schema"}
            | adapter.json_schema(mode="serialization")
        )
        entries.append(_described(collection.name, len(records)))
    files["coverage.json"] = as_json(coverage(site))
    files["schema/coverage.json"] = as_json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        }
    )
    entries.append(_described("coverage", len(site.catalog.objectives)))
    files["outline.json"] = as_json(nodes)
    files["schema/outline.json"] = as_json(outline.SCHEMA)
    entries.append(_described("outline", len(nodes)))
    files["index.json"] = as_json({"version": VERSION, "license": "CC BY-SA 4.0", "files": entries})
    return files


def coverage(site: Site) -> dict[str, list[str]]:
    """Objective id -> addresses, below the site's root, of the pages that cover it."""
    found: dict[str, list[str]] = {id_: [] for id_ in site.catalog.objectives}
    for info in site.pages.values():
        for id_ in info.covers:
            found[id_].append(info.url)
    return found


def _described(name: str, records: int) -> dict:
    return {"name": name, "records": records, "url": f"{name}.json", "schema": f"schema/{name}.json"}


def as_json(value: object) -> str:
    """JSON a person can read, ending in a line break."""
    return to_json(value, indent=1).decode() + "\n"
