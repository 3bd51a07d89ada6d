"""Places for what is made after the pages: PDFs (``macros/paper``), the archive (``macros/exports``)."""

from markupsafe import Markup

from ..page import Page


def print_shelf(page: Page, command: str = "make pdf") -> Markup:
    """The place where a command enters what it has written, with its size."""
    return page.render("print_shelf.html", command=command)


def offline_switch(page: Page) -> Markup:
    """Whether this browser keeps the site, and the button that changes it."""
    return page.render("offline_switch.html")
