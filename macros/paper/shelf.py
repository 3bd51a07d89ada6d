"""The print page's list of PDFs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import html
from lxml.html.builder import TABLE, TBODY, TD, TH, THEAD, TR, A

_START = '<div class="shelf" data-search-exclude>'


def fill(page: Path, shelf: Mapping[str, Mapping[str, tuple[str, int]]]) -> None:
    """Enter the PDFs into the built print page.

    ``shelf``: title -> size -> (file name below ``pdf/``, count of pages).
    """
    sizes = list(next(iter(shelf.values())))
    head = TR(TH("Document", scope="col"), *(TH(size, scope="col") for size in sizes))
    rows = [
        TR(TH(title, scope="row"), *(_cell(page, size, *files[size]) for size in sizes))
        for title, files in shelf.items()
    ]
    table = html.tostring(TABLE(THEAD(head), TBODY(*rows)), encoding="unicode")
    before, start, rest = page.read_text("utf-8").partition(_START)
    _, end, after = rest.partition("</div>")
    page.write_text(f"{before}{start}{table}{end}{after}", "utf-8")


def _cell(page: Path, size: str, name: str, pages: int) -> html.HtmlElement:
    megabytes = (page.parent.parent / "pdf" / name).stat().st_size / 1e6
    said = f"PDF, {pages} page{'s' if pages != 1 else ''}, {megabytes:.1f} MB"
    return TD(A(said, href=f"../pdf/{name}"))
