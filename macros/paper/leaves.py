"""Built pages -> what a book shows of them.

Ids become addresses within the site (``mla/…/#numbers``), links become whole addresses; the
press turns those that lead into the same document inward. Disclosures are opened.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import SPAN

from ..exports.outline import Node
from . import pictures
from .tables import reflow

SERVICES = "services/"
# What only a screen needs.
_SCREEN_ONLY = (
    "headerlink",
    "md-content__button",
    "decide__drawing",
    "question__verdict",
    "md-source-file",
    "screen-only",
)


@dataclass(frozen=True)
class Leaf:
    """A page with its place in the book: 1 is a part, 2 a chapter, 3 a page of it."""

    title: str
    url: str
    depth: int
    body: HtmlElement


@dataclass(frozen=True)
class Library:
    """The built site and what its home page says of it."""

    folder: Path
    name: str
    address: str
    legal: str

    def article(self, url: str) -> HtmlElement:
        """A page's article.

        Raises FileNotFoundError for an address the site does not have.
        """
        return _read(self.folder / url / "index.html").find_class("md-content__inner")[0]


def open_library(folder: Path) -> Library:
    """The library of a built site.

    Raises FileNotFoundError when there is none.
    """
    home = _read(folder / "index.html")
    return Library(
        folder,
        name=home.find_class("md-logo")[0].get("title"),
        address=home.xpath("//link[@rel='canonical']/@href")[0],
        legal=" ".join(home.find_class("md-copyright__highlight")[0].text_content().split()),
    )


def _read(path: Path) -> HtmlElement:
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def leaves(library: Library, nodes: Iterable[Node], depth: int = 1) -> Iterator[Leaf]:
    """The pages of an outline in reading order, each in its place."""
    for node in nodes:
        if node["url"] is not None:
            yield leaf(library, node["title"], node["url"], depth, library.article(node["url"]))
        yield from leaves(library, node["children"], depth + 1)


def leaf(library: Library, title: str, url: str, depth: int, body: HtmlElement) -> Leaf:
    """A page, or a part of it, ready for paper: ids, links, pictures, tables, headings. Changes ``body``."""
    _leave_screen(body)
    body.tag = "div"
    body.set("class", f"part part--{depth}")
    for element in body.xpath(".//*[@id]"):
        element.set("id", f"{url}#{element.get('id')}")
    body.set("id", url)
    for link in body.xpath(".//a[@href]"):
        _relink(link, url, library.address)
    for mark in body.find_class("cite"):
        _keep_with_word(mark)
    for details in list(body.iter("details")):
        details.tag = "div"
        details.set("class", f"disclosure {details.get('class', '')}")
        details.find("summary").tag = "p"
    draw(body, library.folder / url)
    for table in list(body.iter("table")):
        reflow(table)
    for element in list(body.iter("h1", "h2", "h3", "h4")):
        element.tag = f"h{min(int(element.tag[1]) + depth - 1, 6)}"
    return Leaf(title, url, depth, body)


def _leave_screen(body: HtmlElement) -> None:
    """Take away what only a screen needs."""
    for name in _SCREEN_ONLY:
        for element in body.find_class(name):
            element.drop_tree()
    for image in list(body.iter("img")):
        if image.get("src", "").endswith("#only-dark"):
            image.drop_tree()
    for element in [*body.iter("script", "style", "template"), *body.find_class("checked")]:
        element.drop_tree()
    for token in body.xpath(".//pre//span | .//pre//a[not(@href)]"):  # colors of a screen
        token.drop_tag()


def _relink(link: HtmlElement, url: str, address: str) -> None:
    """Make a link's address a whole one; say it in a note where it leads out of the site."""
    href = link.get("href")
    if urlsplit(href).scheme:
        if not any(parent.get("class") in ("sources", "service__meta") for parent in link.iterancestors()):
            link.addnext(_note(link, href))
        return
    path, hash_, fragment = href.partition("#")
    target = posixpath.normpath(posixpath.join(url, path)) + "/" if path else url
    if target.startswith("compare/"):
        link.drop_tag()  # the table stands here too
    else:
        link.set("href", address + ("" if target == "./" else target) + hash_ + fragment)


def _keep_with_word(mark: HtmlElement) -> None:
    """Keep the marks of sources on the line of the word they follow; WeasyPrint breaks before and in them."""
    before, parent = mark.getprevious(), mark.getparent()
    text = (parent.text if before is None else before.tail) or ""
    word = re.search(r"\S*$", text)[0]
    rest = text[: len(text) - len(word)]
    if before is None:
        parent.text = rest
    else:
        before.tail = rest
    together = SPAN({"class": "together"}, word)
    together.tail, mark.tail = mark.tail, None
    parent.replace(mark, together)
    together.append(mark)


def _note(link: HtmlElement, href: str) -> HtmlElement:
    """A numbered note with an address; what follows the link follows the note."""
    note = SPAN({"class": "note"}, href.removeprefix("https://"))
    note.tail, link.tail = link.tail, None
    return note


def draw(body: HtmlElement, folder: Path) -> None:
    """Put drawings WeasyPrint can show in the place of pictures and formulas."""
    for image in list(body.iter("img")):
        path = (folder / image.get("src").partition("#")[0]).resolve()
        image.set("src", pictures.drawing(path) if path.suffix == ".svg" else path.as_uri())
    for bar in body.xpath(".//svg//rect[not(@fill)]"):  # the site's style sheet colors it
        bar.set("fill", "#0b6076")
    for math in list(body.iter("math")):
        source = html.tostring(math, encoding="unicode", with_tail=False)
        said = " ".join(math.text_content().split())
        image = html.Element("img", {"class": "math", "src": pictures.formula(source), "alt": said})
        image.tail = math.tail
        math.getparent().replace(math, image)
