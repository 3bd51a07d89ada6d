"""Comparison tables: whole, or the subjects and criteria a page needs."""

import json
import re
from collections.abc import Sequence

from markupsafe import Markup

from ..catalog import nearest
from ..page import ComponentError, Page


def compare(
    page: Page,
    id_: str,
    *,
    subjects: Sequence[str] | None = None,
    criteria: Sequence[str] | None = None,
) -> Markup:
    """A comparison with its pick rules.

    The canonical copy, on the comparison's own page, is searchable; copies on
    other pages are kept out of the index.
    """
    table = page.get("comparisons", id_)
    rows = _chosen(table.subjects, subjects, "subject", id_)
    columns = _chosen(table.criteria, criteria, "criterion", id_)
    shown = {subject.id for subject in rows}
    return page.render(
        "compare.html",
        table=table,
        subjects=rows,
        criteria=columns,
        # Fewer columns read better: lay the longer list down the side.
        turned=len(columns) > len(rows),
        picks=[pick for pick in table.pick if shown.issuperset(pick.choose)],
        names={subject.id: _name(page, subject) for subject in rows},
        plain={subject.id: subject_name(page, subject) for subject in table.subjects},
        anchor=page.anchor(f"compare-{id_}"),
        canonical=page.path == home_of(id_),
        home=page.link(home_of(id_)),
    )


def home_of(id_: str) -> str:
    """Page of a comparison, below docs/."""
    return f"compare/{id_}.md"


def comparison_hub(page: Page) -> Markup:
    """All comparisons, by the question each answers."""
    entries = [
        (table, page.link(home_of(table.id)), [subject_name(page, s) for s in table.subjects])
        for table in sorted(page.catalog.comparisons.values(), key=lambda table: table.title)
    ]
    return page.render("comparison_hub.html", entries=entries)


def compare_tool(page: Page) -> Markup:
    """A form that puts two to five subjects side by side, from the built tables."""
    # Names that differ in case or punctuation only are one subject; a service's own name wins.
    found = {
        _slug(service.name): {"name": service.name, "tables": [], "service": service.id}
        for service in page.catalog.services.values()
    }
    for table in page.catalog.comparisons.values():
        for subject in table.subjects:
            name = subject_name(page, subject)
            entry = found.setdefault(_slug(name), {"name": name, "tables": [], "service": None})
            if table.id not in entry["tables"]:
                entry["tables"].append(table.id)
    data = dict(sorted(found.items(), key=lambda item: item[1]["name"].casefold()))
    groups = {
        "Services": [(slug, entry["name"]) for slug, entry in data.items() if entry["service"]],
        "Algorithms, methods and options": [
            (slug, entry["name"]) for slug, entry in data.items() if not entry["service"]
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return page.render("compare_tool.html", groups=groups, data=text, hub=page.link("compare/index.md"))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def _chosen(items, wanted, kind, id_):
    if wanted is None:
        return list(items)
    by_id = {item.id: item for item in items}
    for name in wanted:
        if name not in by_id:
            raise ComponentError(f'comparison "{id_}" has no {kind} "{name}"{nearest(name, by_id)}')
    return [by_id[name] for name in wanted]


def _name(page: Page, subject) -> Markup:
    from .services import svc

    return svc(page, subject.service) if subject.service else page.inline(subject.name)


def subject_name(page: Page, subject) -> str:
    """A subject's name without mark-up."""
    return (
        page.get("services", subject.service).name if subject.service else re.sub(r"[*`]", "", subject.name)
    )
