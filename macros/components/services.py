"""Services: their names with status marks, and the list of all of them."""

from markupsafe import Markup

from .. import usage
from ..lifecycle import CHANGE_WORDS, STATUS_WORDS, changed_services
from ..page import Page

HOME = "services/index.md"


def svc(page: Page, id_: str) -> Markup:
    """A service's name, linked to its entry, with its status mark.

    Its latest former name follows in brackets the first time a page names it.
    """
    service = page.get("services", id_)
    first = id_ not in page.named
    page.named.add(id_)
    renamed = first and service.status.state == "renamed" and service.former_names
    return page.render(
        "svc.html",
        service=service,
        former=service.former_names[-1].name if renamed else None,
        word=STATUS_WORDS.get(service.status.state),
        home=page.link(HOME, id_),
    )


def service_index(page: Page) -> Markup:
    """Every service of the catalogue, A to Z, with where it stands on this site."""
    services = sorted(page.catalog.services.values(), key=lambda s: _sort_name(s.name))
    letters: dict[str, list] = {}
    for service in services:
        letters.setdefault(_sort_name(service.name)[0].upper(), []).append(service)
    numbered = {number.service for number in page.catalog.numbers.values()}
    return page.render(
        "service_index.html",
        letters=letters,
        words=STATUS_WORDS,
        categories=sorted({service.category for service in services}),
        comparisons={s.id: usage.comparisons_of(page, s.id) for s in services},
        tasks={s.id: _tasks(page, s.id) for s in services},
        numbered=numbered,
        table=lambda table: page.link(f"compare/{table.id}.md"),
        numbers=page.link("reference/numbers.md"),
    )


def service_status(page: Page) -> Markup:
    """Services that are not open to everybody under their old name, the newest change first."""
    return page.render(
        "service_status.html", entries=changed_services(page.catalog), words=CHANGE_WORDS, page_home=HOME
    )


def _tasks(page: Page, service: str) -> list[str]:
    """Ids of the tasks of the newest exam of each track that a service's records name."""
    newest = {exam.id for exam in page.catalog.exams.values()} - {
        exam.predecessor for exam in page.catalog.exams.values()
    }
    return [
        task.partition("/")[2] for task in usage.tasks_of(page, service) if task.partition("/")[0] in newest
    ]


def _sort_name(name: str) -> str:
    """People look for "S3", not for "Amazon S3"."""
    return name.removeprefix("Amazon ").removeprefix("AWS ").casefold()
