"""Facts about the exams themselves."""

from markupsafe import Markup

from ..page import Page


def exam_chooser(page: Page) -> Markup:
    """All exams: who can still sit which."""
    # Newest first: what a reader can sit today before what is gone.
    order = {"beta": 0, "active": 1, "leaving": 2, "retired": 3}
    exams = sorted(page.catalog.exams.values(), key=lambda exam: order[exam.status])
    return page.render("exam_chooser.html", exams=exams)


def exam_facts(page: Page, id_: str) -> Markup:
    """Standing, forms, and what is not confirmed."""
    return page.render("exam_facts.html", exam=page.get("exams", id_))


def exam_weights(page: Page, id_: str) -> Markup:
    """The domains with their weights, drawn to scale."""
    return page.render("exam_weights.html", exam=page.get("exams", id_))


def crosswalk(page: Page, id_: str) -> Markup:
    """Each task of an exam with the related tasks of another, and what it asks beyond them."""
    exam = page.get("exams", id_)
    rows = [
        (task, [page.get("tasks", related) for related in task.related])
        for domain in exam.domains
        for task in domain.tasks
    ]
    return page.render("crosswalk.html", exam=exam, rows=rows)


def exam_sources(page: Page) -> Markup:
    """The official pages of every exam, each once, under the first exam that cites it."""
    named: set[str] = set()
    groups = []
    for exam in sorted(page.catalog.exams.values(), key=lambda exam: exam.first_day or "", reverse=True):
        sources = [page.catalog.sources[id_] for id_ in exam.sources if id_ not in named]
        named.update(exam.sources)
        groups.append((exam, [source for source in sources if source.official]))
    return page.render("exam_sources.html", groups=groups)
