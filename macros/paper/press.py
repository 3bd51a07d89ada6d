"""WeasyPrint: sections laid out in a paper size, bound into tagged PDFs."""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pydyf
from lxml import html
from lxml.html.builder import BODY, HEAD, HTML, META, TITLE
from weasyprint import CSS, Document, Page
from weasyprint import HTML as Paper
from weasyprint.pdf.metadata import DocumentMetadata
from weasyprint.text.fonts import FontConfiguration

from .sections import Cover, Section
from .slim import slim


def _page_references(pdf: pydyf.PDF) -> list[bytes]:
    """References to all pages so far. pydyf 0.13 makes the list anew for each tag of a document."""
    known = pdf.__dict__.setdefault("_known_references", [])
    known.extend(f"{number} 0 R".encode() for number in pdf.pages["Kids"][3 * len(known) :: 3])
    return known


pydyf.PDF.page_references = property(_page_references)

STYLES = Path(__file__).with_name("book.css")
_VARIANT = "pdf/ua-1"


@dataclass(frozen=True)
class Layout:
    """A section on its pages."""

    section: Section
    document: Document

    @property
    def numbers(self) -> dict[str, str]:
        """The number printed on the page of each id."""
        prefix = self.section.prefix
        return {
            id_: f"{prefix}{number}"
            for number, page in reversed([*enumerate(self.document.pages, 1)])  # the first of equals stays
            for id_ in page.anchors
        }


class Press:
    """Lays out sections and binds them. What it laid out can be bound any number of times."""

    def __init__(self, size: str, series: str, edition: str, address: str) -> None:
        """``size`` is a page size CSS knows; the others stand in the margins of all pages."""
        self.size, self.series, self.edition, self.address = size, series, edition, address
        self._fonts = FontConfiguration()
        self._styles = CSS(STYLES, font_config=self._fonts)

    def lay_out(self, section: Section) -> Layout:
        """Raises ValueError with all that WeasyPrint complains of."""
        number = f"{_quoted(section.prefix)} counter(page, {section.numbering})"
        margins = f"""@page {{ size: {self.size};
            @top-left {{ content: {_quoted(self.series)} }} @top-right {{ content: {_quoted(section.title)} }}
            @bottom-left {{ content: {_quoted(self.edition)} }} @bottom-right {{ content: {number} }} }}"""
        head = HEAD(META({"charset": "utf-8"}), TITLE(section.title))
        document = HTML({"lang": "en"}, head, BODY(*section.parts))
        text = html.tostring(document, doctype="<!doctype html>", encoding="unicode")
        with _complaints(section.title):
            rendered = Paper(string=text, base_url=STYLES.parent.as_uri() + "/").render(
                font_config=self._fonts,
                stylesheets=[CSS(string=margins), self._styles],
                pdf_variant=_VARIANT,
            )
        return Layout(section, rendered)

    def bind(self, layouts: Sequence[Layout], cover: Cover, path: Path) -> int:
        """Write a tagged PDF with outline and page labels; return its count of pages.

        Raises ValueError with all that WeasyPrint complains of, and for links that lead nowhere;
        nothing is written then.
        """
        pages = _linked([page for layout in layouts for page in layout.document.pages], self.address)
        document = layouts[0].document.copy(pages)
        document.metadata = DocumentMetadata(
            title=f"{cover.series}: {cover.title}",
            authors=[cover.series],
            description=f"{cover.title}. {cover.exams}. {cover.edition}.",
            created=cover.date,
            lang="en",
        )

        def finish(_document: Document, pdf: pydyf.PDF) -> None:
            pdf.catalog["PageLabels"] = _labels(layouts)
            _name_links(pages)
            slim(pdf)

        with _complaints(path.name):
            content = document.write_pdf(finisher=finish, pdf_variant=_VARIANT)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return len(pages)


def _quoted(text: str) -> str:
    """A string as CSS writes it."""
    return json.dumps(text, ensure_ascii=False)


def _linked(pages: Sequence[Page], address: str) -> list[Page]:
    """The same pages with links to each other in the place of links to the site.

    Raises ValueError with the links to places that a page among them does not have.
    """
    ids = {id_ for page in pages for id_ in page.anchors}
    aims, lost = set(), set()

    def aim(kind: str, target: str) -> tuple[str, str]:
        place = target.removeprefix(address)
        if place in ids:
            aims.add(place)
            return "internal", place
        if kind == "internal" or place.partition("#")[0] in ids:
            lost.add(place)
        return kind, target

    linked = [copy.copy(page) for page in pages]
    for page in linked:
        page.links = [(*aim(kind, target), *where) for kind, target, *where in page.links]
    for page in linked:
        page.anchors = {id_: place for id_, place in page.anchors.items() if id_ in aims}
    if lost:
        raise ValueError("links lead nowhere: " + ", ".join(sorted(lost)))
    return linked


def _name_links(pages: Iterable[Page]) -> None:
    """Give links their text for a name, which a screen reader says; WeasyPrint gives them their address."""
    for page in pages:
        for *_, box in page.links:
            if said := " ".join("".join(box.element.itertext()).split()):
                box.link_annotation["Contents"] = pydyf.String(said)


def _labels(layouts: Sequence[Layout]) -> pydyf.Dictionary:
    """The numbers printed on the pages, for a reader program (ISO 32000-1, 12.4.2)."""
    labels, start = pydyf.Array(), 0
    for layout in layouts:
        section = layout.section
        style = {"S": "/r" if section.numbering == "lower-roman" else "/D", "P": pydyf.String(section.prefix)}
        labels.extend((start, pydyf.Dictionary(style)))
        start += len(layout.document.pages)
    return pydyf.Dictionary({"Nums": labels})


class _Complaints(logging.Handler):
    """Collects what WeasyPrint complains of, such as an id given twice."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _complaints(of: str) -> Iterator[None]:
    """Raise ValueError with all complaints at the end."""
    faults, log = _Complaints(), logging.getLogger("weasyprint")
    log.addHandler(faults)
    try:
        yield
    finally:
        log.removeHandler(faults)
    if faults.messages:
        raise ValueError(f"{of}: " + "; ".join(sorted(set(faults.messages))))
