"""Numbered citations, and the list of what was cited."""

from markupsafe import Markup

from ..page import ComponentError, Page


def cite(page: Page, *source_ids: str) -> Markup:
    """Superscript links to the page's list of sources."""
    if not source_ids:
        raise ComponentError("cite() needs at least one source id")
    for id_ in source_ids:
        page.get("sources", id_)
    return page.render("cite.html", ids=source_ids)


def sources(page: Page) -> Markup:
    """The list of all sources cited above, with the month each was checked."""
    if not page.cited:
        raise ComponentError("sources() lists nothing: the page cites no source above it")
    return page.render("sources.html", entries=[page.get("sources", id_) for id_ in page.cited])
