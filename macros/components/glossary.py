"""The glossary, and which of its abbreviations a text uses."""

from __future__ import annotations

import re

from markupsafe import Markup

from ..catalog import Catalog
from ..page import Page


def glossary_index(page: Page) -> Markup:
    """All terms, A to Z, with the section that explains each."""
    letters: dict[str, list] = {}
    for term in sorted(page.catalog.glossary.values(), key=lambda term: term.term.casefold()):
        letters.setdefault(term.term[0].upper(), []).append(term)
    return page.render("glossary_index.html", letters=letters, link=lambda place: _link(page, place))


def _link(page: Page, place: str) -> tuple[str, str] | None:
    """Address and title of a term's section; none while its page is not written."""
    path, _, anchor = place.partition("#")
    return (page.link(path, anchor), page.pages[path].title) if path in page.pages else None


def tooltips(catalog: Catalog, text: str) -> str:
    """Definitions, as Python-Markdown's abbr extension reads them, of the abbreviations in a text."""
    words = set(re.findall(r"\b[A-Z][A-Za-z0-9-]*[A-Z0-9]\b", text))
    found = {term.abbreviation: term.term for term in catalog.glossary.values() if term.abbreviation in words}
    return "".join(f"\n*[{short}]: {whole}" for short, whole in sorted(found.items()))
