"""Numbers: one inline, or many in a table."""

import re

from markupsafe import Markup

from .. import usage
from ..lifecycle import STATUS_WORDS
from ..page import ComponentError, Page
from .services import svc


def n(page: Page, id_: str) -> Markup:
    """A number with its unit and its citation."""
    return page.render("n.html", number=page.get("numbers", id_))


def numbers(page: Page, *ids: str) -> Markup:
    """A table of numbers with what they are the value of."""
    if not ids:
        raise ComponentError("numbers() needs at least one id")
    entries = [page.get("numbers", id_) for id_ in ids]
    services = [page.get("services", number.service) for number in entries if number.service]
    return page.render(
        "numbers.html",
        entries=entries,
        # Only what is closed needs more than its name here.
        marked={s.id: svc(page, s.id) for s in services if s.status.state in STATUS_WORDS},
    )


def number_index(page: Page) -> Markup:
    """All numbers, by what they belong to, with the pages that use them."""
    groups: dict[tuple[str, str], list] = {}
    for number in page.catalog.numbers.values():
        if number.service:
            key = (page.get("services", number.service).name, f"service-{number.service}")
        else:
            key = (str(number.subject), f"subject-{_slug(str(number.subject))}")
        groups.setdefault(key, []).append(number)
    showing = usage.pages_by_record(page)
    return page.render(
        "number_index.html",
        groups=sorted(groups.items(), key=lambda item: item[0][0].casefold()),
        used={id_: showing(*usage.with_number(page, id_)) for id_ in page.catalog.numbers},
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
