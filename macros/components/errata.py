"""What older material says, and what holds today."""

from markupsafe import Markup

from .. import usage
from ..page import ComponentError, Page


def errata(page: Page, *ids: str) -> Markup:
    """A call-out with the given records."""
    if not ids:
        raise ComponentError("errata() needs at least one id")
    return page.render("errata.html", entries=[page.get("errata", id_) for id_ in ids])


def errata_index(page: Page) -> Markup:
    """All records, by the task they belong to, each with the pages it concerns."""
    groups: dict[str | None, list] = {}
    for entry in page.catalog.errata.values():
        groups.setdefault(usage.first_task(page, _newest(page, entry.tasks)), []).append(entry)
    newest_first = sorted(
        page.catalog.tasks.items(), key=lambda item: item[1].exam.first_day or "", reverse=True
    )
    order = [*(task for task, _ in newest_first), None]
    showing = usage.pages_by_record(page)
    return page.render(
        "errata_index.html",
        groups=[(page.catalog.tasks.get(task), groups[task]) for task in order if task in groups],
        shown={e.id: showing(f"errata/{e.id}") for e in page.catalog.errata.values()},
    )


def _newest(page: Page, tasks: tuple[str, ...]) -> list[str]:
    """Of tasks of several exams, those of exams no other of these succeeds."""
    exams = {task.partition("/")[0] for task in tasks}
    replaced = {page.catalog.exams[exam].predecessor for exam in exams}
    return [task for task in tasks if task.partition("/")[0] not in replaced]
