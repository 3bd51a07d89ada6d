"""Pictures: plots and diagrams, each in a light and a dark copy."""

from markupsafe import Markup

from ..page import ComponentError, Page


def figure(page: Page, name: str, *, alt: str, caption: str = "") -> Markup:
    """A figure from docs/assets/figures; its text alternative is required."""
    if len(alt.split()) < 4:
        raise ComponentError(f'figure "{name}": alt must say in words what the picture shows')
    return page.render("figure.html", name=name, alt=alt, caption=caption)
