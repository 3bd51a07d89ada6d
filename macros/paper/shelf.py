"""The print page's list of PDFs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import html
from lxml.html.builder import TABLE, TBODY, TD, TH, THEAD, TR, A

Shelf = Mapping[str, Mapping[str, tuple[str, int]]]


def table(folder: Path, shelf: Shelf) -> str:
    """A table of the PDFs below ``folder``, with pages and sizes.

    ``shelf``: title -> paper size -> (file name, count of pages).
    """
    sizes = list(next(iter(shelf.values())))
    head = TR(TH("Document", scope="col"), *(TH(size, scope="col") for size in sizes))
    rows = [
        TR(TH(title, scope="row"), *(_cell(folder, *files[size]) for size in sizes))
        for title, files in shelf.items()
    ]
    return html.tostring(TABLE(THEAD(head), TBODY(*rows)), encoding="unicode")


def _cell(folder: Path, name: str, pages: int) -> html.HtmlElement:
    megabytes = (folder / name).stat().st_size / 1e6
    said = f"PDF, {pages} page{'s' if pages != 1 else ''}, {megabytes:.1f} MB"
    return TD(A(said, href=f"../pdf/{name}"))
