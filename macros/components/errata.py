"""What older material says, and what holds today."""

from markupsafe import Markup

from ..page import ComponentError, Page


def errata(page: Page, *ids: str) -> Markup:
    """A call-out with the given records."""
    if not ids:
        raise ComponentError("errata() needs at least one id")
    return page.render("errata.html", entries=[page.get("errata", id_) for id_ in ids])
