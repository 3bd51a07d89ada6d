"""Where a record stands: on which pages, in which tables, for which tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .page import Page
from .pages import PageInfo
from .schema import Comparison


def pages_by_record(page: Page) -> Callable[..., list[PageInfo]]:
    """A look-up of the topic pages whose components name one of some records, such as ``errata/x``.

    A page that shows a set of questions shows each of them. Pages that list a whole
    collection, and a comparison's own page, are not meant. One look-up serves a whole list.
    """
    topics = [info for info in page.pages.values() if info.covers]
    places: dict[str, list[int]] = {}  # record -> places in topics
    for place, info in enumerate(topics):
        for name in info.shows:
            places.setdefault(name, []).append(place)
            collection, _, id_ = name.partition("/")
            if collection == "question_sets":
                for question in page.catalog.question_sets.get(id_, ()):
                    places.setdefault(f"questions/{question.id}", []).append(place)

    def showing(*records: str) -> list[PageInfo]:
        return [topics[place] for place in sorted({p for name in records for p in places.get(name, ())})]

    return showing


def with_number(page: Page, id_: str) -> tuple[str, ...]:
    """A number and the records that quote it."""
    return (f"numbers/{id_}", *page.catalog.named_by.get(f"numbers/{id_}", ()))


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
