"""The list of PDFs, which are made after the pages (``macros/paper``)."""

from markupsafe import Markup

from ..page import Page


def print_shelf(page: Page) -> Markup:
    """The place where ``make pdf`` enters what it has written, with sizes and counts of pages."""
    return page.render("print_shelf.html")
