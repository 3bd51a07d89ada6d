"""What an exam version changed against its predecessor, task by task."""

from markupsafe import Markup

from ..page import ComponentError, Page
from ..schema import Exam
from .coverage import covering


def exam_changes(page: Page, exam_id: str) -> Markup:
    """Per task: what was added, widened and dropped, with the pages that treat it.

    What is added, and what was dropped, is the guide's word; what an objective continues
    and how its wording widened is our reading, since AWS maps tasks, not objectives.
    """
    exam, before = _with_predecessor(page, exam_id)
    pages = covering(page, exam_id) | {
        f"{before.id}/{k}": v for k, v in _by_objective(page, before.id).items()
    }
    old = {task.id: task for domain in before.domains for task in domain.tasks}
    rows = []
    for domain in exam.domains:
        for task in domain.tasks:
            dropped = [o for o in old[task.id].objectives if o.dropped] if task.id in old else []
            added = [o for o in task.objectives if o.new]
            widened = [o for o in task.objectives if o.widened]
            rows.append((task, old.get(task.id), added, widened, dropped))
    return page.render("exam_changes.html", exam=exam, before=before, rows=rows, pages=pages)


def exam_pages(page: Page, exam_id: str) -> Markup:
    """The topic pages of an exam and its predecessor, each with the exams that ask for it, and a filter.

    Raises ComponentError for an exam without predecessor.
    """
    exams = _with_predecessor(page, exam_id)
    ids = [exam.id for exam in exams]
    rows = []
    for info in page.pages.values():
        asked = [id_ for id_ in ids if any(objective.startswith(f"{id_}/") for objective in info.covers)]
        if asked:
            rows.append((info, asked))
    return page.render("exam_pages.html", exams=exams, rows=rows)


def _with_predecessor(page: Page, exam_id: str) -> tuple[Exam, Exam]:
    exam = page.get("exams", exam_id)
    if exam.predecessor is None:
        raise ComponentError(f"{exam_id} has no predecessor")
    return exam, page.get("exams", exam.predecessor)


def _by_objective(page: Page, exam_id: str) -> dict[str, list]:
    return {id_.partition("/")[2]: found for id_, found in covering(page, exam_id).items()}
