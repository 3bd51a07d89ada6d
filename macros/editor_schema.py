"""``python -m macros.editor_schema``: the models as JSON Schemas for editors.

Each YAML file names its schema on its first line, so that an editor completes
keys and marks faults while a contributor types. A test keeps them in step.
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter

from .schema import COLLECTIONS, Collection, Moved

FOLDER = Path("data/schema")


def editor_schemas() -> dict[str, str]:
    """File name -> JSON text, one for each collection."""
    return {f"{collection.name}.json": _schema(collection) for collection in COLLECTIONS}


def _schema(collection: Collection) -> str:
    record = collection.model | Moved
    model = record if collection.one_per_file else tuple[record, ...]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"data/{collection.name}",
        **TypeAdapter(model).json_schema(),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in editor_schemas().items():
        (FOLDER / name).write_text(text, "utf-8")
    print(f"{len(COLLECTIONS)} schemas written to {FOLDER}")
