"""Pages that list what is made after them: PDFs, the archive."""

from __future__ import annotations

from pathlib import Path

_START = '<div class="shelf" data-search-exclude>'


def fill(page: Path, html: str) -> None:
    """Put HTML without a ``<div>`` into the built page's shelf, in place of what stood there."""
    page.write_text(filled(page.read_text("utf-8"), html), "utf-8")


def filled(text: str, html: str) -> str:
    """A page's text with this in its shelf; a page without one stays as it is."""
    before, start, rest = text.partition(_START)
    _, end, after = rest.partition("</div>")
    return f"{before}{start}{html}{end}{after}" if start else text
