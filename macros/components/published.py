"""Files that are published beside the pages, which MkDocs does not know."""

from markupsafe import Markup, escape

from ..page import Page


def published(page: Page, path: str) -> Markup:
    """A link to a file below the site's root, such as ``api/v1/index.json``."""
    return page.render("published.html", path=path, href=escape(page.asset(path)))
