"""The cram sheet: what most often decides an answer, from records marked for it."""

from collections.abc import Iterable

from markupsafe import Markup

from ..page import ComponentError, Page
from ..schema import Number
from .comparisons import subject_name
from .formulas import mathml


def cram(page: Page, exam_id: str) -> Markup:
    """Pick rules, numbers, formulas and traps of an exam's tasks, domain by domain.

    A record belongs to the first of its tasks that the exam has, and stands once.
    """
    exam = page.get("exams", exam_id)
    tasks = [task.id for domain in exam.domains for task in domain.tasks]

    def of(task: str, records: Iterable) -> list:
        return [r for r in records if next((t for t in tasks if f"{exam_id}/{t}" in r.tasks), None) == task]

    catalog = page.catalog
    marked = {
        name: [record for record in getattr(catalog, name).values() if record.cram]
        for name in ("numbers", "formulas", "errata")
    }
    picks = {
        task: [
            (pick, [subject_name(page, s) for s in table.subjects if s.id in pick.choose])
            for table in of(task, catalog.comparisons.values())
            for pick in table.pick
            if pick.cram
        ]
        for task in tasks
    }
    chosen = {
        task: {"picks": picks[task]} | {name: of(task, records) for name, records in marked.items()}
        for task in tasks
    }
    for parts in chosen.values():
        parts["numbers"] = _by_subject(page, parts["numbers"])
    if not any(any(parts.values()) for parts in chosen.values()):
        raise ComponentError(f"nothing of {exam_id} is marked `cram: true`")
    return page.render("cram.html", exam=exam, chosen=chosen, mathml=mathml)


def _by_subject(page: Page, numbers: Iterable[Number]) -> dict[str, list[Number]]:
    """Numbers under the name of what they belong to."""
    found: dict[str, list[Number]] = {}
    for number in numbers:
        subject = page.get("services", number.service).name if number.service else number.subject
        found.setdefault(str(subject), []).append(number)
    return found
