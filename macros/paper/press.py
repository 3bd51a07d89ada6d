"""WeasyPrint: a document in a paper size, with cover, as tagged PDF."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import BODY, DIV, HEAD, HTML, META, STYLE, TITLE, A, P
from weasyprint import HTML as Paper

from .slim import slim

STYLES = Path(__file__).with_name("book.css")


@dataclass(frozen=True)
class Cover:
    """What a cover says."""

    series: str
    title: str
    exams: str
    edition: str
    date: str  # YYYY-MM-DD
    legal: str
    address: str  # of the site


def as_document(
    cover: Cover, parts: Iterable[HtmlElement], size: str, *, covered: bool = True
) -> HtmlElement:
    """A whole HTML document; ``size`` is a page size CSS knows."""
    head = HEAD(
        META({"charset": "utf-8"}),
        TITLE(f"{cover.series}: {cover.title}"),
        META({"name": "author", "content": cover.series}),
        META({"name": "description", "content": f"{cover.title}. {cover.exams}. {cover.edition}."}),
        META({"name": "dcterms.created", "content": cover.date}),
        STYLE(f"@page {{ size: {size} }}"),
    )
    front = DIV(
        {"class": "cover" if covered else "cover cover--hidden"},
        P({"class": "cover__series"}, cover.series),
        P({"class": "cover__title"}, cover.title),
        P({"class": "cover__exams"}, cover.exams),
        P({"class": "cover__edition"}, cover.edition),
        P({"class": "cover__legal"}, cover.legal, " ", A({"href": cover.address}, cover.address)),
    )
    return HTML({"lang": "en"}, head, BODY(front, *parts))


class _Faults(logging.Handler):
    """Collects what WeasyPrint complains of, such as a link that leads nowhere or an id given twice."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def print_pdf(document: HtmlElement, path: Path) -> int:
    """Write a document as tagged PDF with outline; return its count of pages.

    Raises ValueError with all that WeasyPrint complains of; nothing is written then.
    """
    text = html.tostring(document, doctype="<!doctype html>", encoding="unicode")
    faults, log = _Faults(), logging.getLogger("weasyprint")
    log.addHandler(faults)
    try:
        rendered = Paper(string=text, base_url=STYLES.parent.as_uri() + "/").render(
            stylesheets=[STYLES], pdf_variant="pdf/ua-1", pdf_tags=True
        )
        content = rendered.write_pdf(finisher=slim, pdf_variant="pdf/ua-1", pdf_tags=True)
    finally:
        log.removeHandler(faults)
    if faults.messages:
        raise ValueError(f"{path.name}: " + "; ".join(sorted(set(faults.messages))))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return len(rendered.pages)
