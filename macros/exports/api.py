"""The JSON API: one file per collection, what covers what, and a description of all.

``api/v1/`` is a promise: within it fields are only added. Keys keep the order of
the models, records that of the data, so that two builds of one state are equal.
"""

from __future__ import annotations

from pydantic import TypeAdapter
from pydantic_core import to_json

from ..schema import COLLECTIONS
from ..site import Site

VERSION = 1


def api_files(site: Site) -> dict[str, str]:
    """File name below ``api/v1/`` -> JSON text."""
    files: dict[str, str] = {}
    entries = []
    for collection in COLLECTIONS:
        adapter = TypeAdapter(tuple[collection.model, ...])
        records = tuple(getattr(site.catalog, collection.name).values())
        files[f"{collection.name}.json"] = _json(adapter.dump_python(records, mode="json", exclude_none=True))
        files[f"schema/{collection.name}.json"] = _json(
            {"$schema": "https://json-schema.org/draft/2020-12/schema"}
            | adapter.json_schema(mode="serialization")
        )
        entries.append(_described(collection.name, len(records)))
    files["coverage.json"] = _json(coverage(site))
    files["schema/coverage.json"] = _json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        }
    )
    entries.append(_described("coverage", len(site.catalog.objectives)))
    files["index.json"] = _json({"version": VERSION, "license": "CC BY-SA 4.0", "files": entries})
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


def _json(value: object) -> str:
    return to_json(value, indent=1).decode() + "\n"
