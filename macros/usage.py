"""Where a record stands: on which pages, in which tables, for which tasks."""

from __future__ import annotations

from collections.abc import Iterable

from .page import Page
from .pages import PageInfo
from .schema import Comparison


def pages_showing(page: Page, *records: str) -> list[PageInfo]:
    """Topic pages whose components name one of the records, such as ``errata/x``.

    Pages that list a whole collection, and a comparison's own page, are not meant.
    """
    wanted = set(records)
    return [
        info
        for info in page.pages.values()
        if info.covers and (wanted.intersection(info.shows) or _set_of(page, wanted, info))
    ]


def _set_of(page: Page, wanted: set[str], info: PageInfo) -> bool:
    """Whether one of the page's sets of questions holds a wanted question."""
    sets = [name.partition("/")[2] for name in info.shows if name.startswith("question_sets/")]
    return any(
        f"questions/{q.id}" in wanted for name in sets for q in page.catalog.question_sets.get(name, ())
    )


def number_pages(page: Page, id_: str) -> list[PageInfo]:
    """Topic pages that quote a number themselves or in one of their records."""
    return pages_showing(page, f"numbers/{id_}", *page.catalog.named_by.get(f"numbers/{id_}", ()))


def comparisons_of(page: Page, service: str) -> list[Comparison]:
    """Tables in which a service is one of the subjects."""
    names = page.catalog.named_by.get(f"services/{service}", ())
    tables = (page.catalog.comparisons[n.partition("/")[2]] for n in names if n.startswith("comparisons/"))
    return [table for table in tables if any(subject.service == service for subject in table.subjects)]


def tasks_of(page: Page, service: str) -> list[str]:
    """Tasks of the current exams whose records name a service: ``mla-c02/1.1``, in the guide's order."""
    found = set()
    for name in page.catalog.named_by.get(f"services/{service}", ()):
        collection, _, id_ = name.partition("/")
        record = getattr(page.catalog, collection)[id_]
        found.update(getattr(record, "tasks", ()))
        found.update(task_of(objective) for objective in getattr(record, "objectives", ()))
    return [task for task in page.catalog.tasks if task in found]


def task_of(objective: str) -> str:
    """``mla-c02/1.1.S1`` -> ``mla-c02/1.1``."""
    exam, _, rest = objective.partition("/")
    return f"{exam}/{'.'.join(rest.split('.')[:2])}"


def first_task(page: Page, tasks: Iterable[str]) -> str | None:
    """The first of a record's tasks, in the order of the exams' guides."""
    wanted = set(tasks)
    return next((task for task in page.catalog.tasks if task in wanted), None)
