"""The pages in reading order, as the navigation has them: ``api/v1/outline.json``.

The books are assembled in this order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict


class Node(TypedDict):
    """A page, or a section of pages; a section's address is that of its home page."""

    title: str
    url: str | None
    children: list[Node]


SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$ref": "#/$defs/nodes",
    "$defs": {
        "nodes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["title", "url", "children"],
                "additionalProperties": False,
                "properties": {
                    "title": {"type": "string"},
                    "url": {"type": ["string", "null"]},
                    "children": {"$ref": "#/$defs/nodes"},
                },
            },
        }
    },
}


def outline(items: Iterable) -> list[Node]:
    """MkDocs' navigation -> nodes. Links out of the site are left out."""
    nodes: list[Node] = []
    for item in items:
        if item.is_page:
            nodes.append({"title": item.title, "url": item.url, "children": []})
        elif item.is_section:
            children = outline(item.children)
            home = item.children[0]
            url = children.pop(0)["url"] if home.is_page and home.is_index else None
            nodes.append({"title": item.title, "url": url, "children": children})
    return nodes
