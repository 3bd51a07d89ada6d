"""Formulas: LaTeX in the data, MathML on the page."""

import functools

from latex2mathml.converter import convert
from markupsafe import Markup

from ..page import Page


def formula(page: Page, id_: str) -> Markup:
    """A formula with its variables, range, direction and use."""
    return page.render("formula.html", formula=page.get("formulas", id_), mathml=mathml)


@functools.cache
def mathml(latex: str, display: str = "inline") -> Markup:
    """LaTeX -> MathML, which browsers draw without a script."""
    return Markup(convert(latex, display=display))
