"""Decision guides: a nested disclosure, and the same tree drawn."""

from markupsafe import Markup

from ..page import Page


def decide(page: Page, id_: str) -> Markup:
    """A decision guide, readable one answer at a time, and its drawing."""
    return page.render("decide.html", guide=page.get("decisions", id_), name=f"decide-{id_}")
