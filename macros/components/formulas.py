"""Formulas: LaTeX in the data, MathML on the page."""

import functools

from latex2mathml.converter import convert
from markupsafe import Markup

from .. import usage
from ..page import Page


def formula(page: Page, id_: str) -> Markup:
    """A formula with its variables, range, direction and use."""
    return page.render("formula.html", formula=page.get("formulas", id_), mathml=mathml)


def formula_index(page: Page) -> Markup:
    """All formulas, by name, with the pages that explain them."""
    entries = sorted(page.catalog.formulas.values(), key=lambda entry: entry.name.casefold())
    showing = usage.pages_by_record(page)
    shown = {entry.id: showing(f"formulas/{entry.id}") for entry in entries}
    return page.render("formula_index.html", entries=entries, shown=shown, mathml=mathml)


@functools.cache
def mathml(latex: str, display: str = "inline") -> Markup:
    """LaTeX -> MathML, which browsers draw without a script."""
    return Markup(convert(latex, display=display))
