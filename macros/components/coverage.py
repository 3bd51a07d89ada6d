"""Which objective is answered where: on one page, and over a whole exam."""

from markupsafe import Markup

from ..catalog import Catalog, Place
from ..page import Page


def mark(catalog: Catalog, place: Place) -> str | None:
    """How an objective differs between versions: "new in C02", "C01 only", or nothing."""
    if place.objective.new:
        return f"new in {place.exam.short}"
    if place.objective.dropped == "whole":
        return f"{place.exam.short} only"
    if place.objective.dropped == "part":
        return f"partly {place.exam.short} only"
    return None


def objectives(page: Page) -> Markup:
    """What this page covers, from its front matter, grouped by exam."""
    groups: dict[str, list] = {}
    for id_ in page.info.covers:
        place = page.catalog.objectives[id_]
        groups.setdefault(place.exam.id, []).append((place, mark(page.catalog, place)))
    return page.render("objectives.html", groups=list(groups.values()))


def covering(page: Page, exam_id: str) -> dict[str, list]:
    """Objective id -> pages that cover it; parts count for their objective."""
    exam = page.get("exams", exam_id)
    found: dict[str, list] = {f"{exam_id}/{o.id}": [] for _, _, o in exam.walk()}
    for info in page.pages.values():
        for id_ in info.covers:
            exam_of, _, rest = id_.partition("/")
            whole = f"{exam_of}/{'.'.join(rest.split('.')[:3])}"
            if whole in found and info not in found[whole]:
                found[whole].append(info)
    return found


def coverage(page: Page, exam_id: str) -> Markup:
    """Every objective of an exam with the pages that answer it; gaps are shown as gaps."""
    exam, found = page.get("exams", exam_id), covering(page, exam_id)
    places = {
        f"{exam_id}/{objective.id}": mark(page.catalog, page.catalog.objectives[f"{exam_id}/{objective.id}"])
        for _, _, objective in exam.walk()
    }
    done = sum(bool(pages) for pages in found.values())
    return page.render("coverage.html", exam=exam, found=found, marks=places, done=done, total=len(found))


def page_list(page: Page, task_id: str) -> Markup:
    """The pages that cover objectives of a task, with what each answers."""
    page.get("tasks", task_id)
    entries = [
        info
        for info in page.pages.values()
        if any(id_.startswith(f"{task_id}.") for id_ in info.covers) and info.path != page.path
    ]
    return page.render("page_list.html", entries=entries)
