"""Numbers: one inline, or many in a table."""

from markupsafe import Markup

from ..page import ComponentError, Page


def n(page: Page, id_: str) -> Markup:
    """A number with its unit and its citation."""
    return page.render("n.html", number=page.get("numbers", id_))


def numbers(page: Page, *ids: str) -> Markup:
    """A table of numbers with what they are the value of."""
    if not ids:
        raise ComponentError("numbers() needs at least one id")
    return page.render("numbers.html", entries=[page.get("numbers", id_) for id_ in ids])
