"""Built pages -> one HTML document for WeasyPrint.

A book holds the articles of its pages in reading order. Ids get the page's address in
front, links between its pages become links inside, disclosures are opened, answers move
to a key at the end.
"""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import DIV, H1, H2, LI, OL, SPAN, A, P

from ..exports.outline import Node
from . import pictures
from .tables import reflow

# What only a screen needs.
_SCREEN_ONLY = (
    "headerlink",
    "md-content__button",
    "decide__drawing",
    "question__verdict",
    "md-source-file",
    "screen-only",
)
_SERVICES = "services/"
_LETTERS = "ABCDEFGHIJ"


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
    """The pages of an outline in reading order."""
    for node in nodes:
        if node["url"] is not None:
            yield Leaf(node["title"], node["url"], depth, library.article(node["url"]))
        yield from leaves(library, node["children"], depth + 1)


def book(library: Library, pages: list[Leaf]) -> list[HtmlElement]:
    """Contents, the pages, the services they name and the key to their questions."""
    inside = {leaf.url for leaf in pages}
    named: dict[str, None] = {}  # services, in no order but each once
    key: list[HtmlElement] = []
    for leaf in pages:
        _place(leaf, library, inside, named)
        key += _answers(leaf)
    parts = [contents(pages, bool(key), bool(named)), *(leaf.body for leaf in pages)]
    if named:
        parts.append(_services(library, named, inside))
    if key:
        parts.append(DIV({"class": "part key", "id": "key"}, H1("Answers"), *key))
    return parts


def questions(library: Library, pages: list[Leaf]) -> list[HtmlElement]:
    """The questions alone, by page, with the key at the end."""
    asked, key = [], []
    for leaf in pages:
        for mark in list(leaf.body.find_class("cite")):
            mark.drop_tree()
        for question in leaf.body.find_class("question"):
            for link in list(question.iter("a")):
                link.drop_tag()
        _place(leaf, library, set(), {}, heading=False)
        key += _answers(leaf)
        if found := leaf.body.find_class("question"):
            body = DIV({"class": "part part--1", "id": _anchor(leaf.url)}, H1(leaf.title), *found)
            asked.append(Leaf(leaf.title, leaf.url, 1, body))
    key_part = DIV({"class": "part key", "id": "key"}, H1("Answers"), *key)
    return [contents(asked, bool(key), False), *(leaf.body for leaf in asked), key_part]


def cram(library: Library, pages: list[Leaf]) -> list[HtmlElement]:
    """The cram sheet of one page."""
    (leaf,) = pages
    (sheet,) = leaf.body.find_class("cram")
    sheet.insert(0, H1(leaf.body.find("h1").text_content().rstrip("¶")))
    for link in list(sheet.iter("a")):
        link.drop_tag()
    _draw(sheet, library.folder / leaf.url)
    return [sheet]


def contents(pages: Iterable[Leaf], key: bool, services: bool) -> HtmlElement:
    """Titles with their page numbers, which the style sheet fills in."""
    entries = [(leaf.depth, _anchor(leaf.url), leaf.title) for leaf in pages]
    entries += [(1, "services", "Services named in this book")] if services else []
    entries += [(1, "key", "Answers")] if key else []
    rows = [
        LI(
            {"class": f"contents__{min(depth, 3)}"},
            A({"href": f"#{id_}"}, SPAN({"class": "contents__title"}, title)),
        )
        for depth, id_, title in entries
    ]
    return DIV({"class": "contents"}, H1({"class": "contents__heading"}, "Contents"), OL(*rows))


# --- one page --------------------------------------------------------------------


def _anchor(url: str, fragment: str = "") -> str:
    """The id in a book of a page of the site, or of a place on it."""
    slug = url.strip("/").replace("/", "-") or "home"
    return f"{slug}--{fragment}" if fragment else slug


def _leave_screen(body: HtmlElement) -> None:
    """Take away what only a screen needs and open what is folded."""
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


def _answers(leaf: Leaf) -> list[HtmlElement]:
    """Take the answers out of a page that has its place; return them as entries of the key."""
    entries = []
    for number, question in enumerate(leaf.body.find_class("question"), 1):
        id_ = question.get("id")
        (answer,) = question.find_class("question__answer")
        answer[0].drop_tree()  # "Answer and reasons"
        for sources in answer.find_class("question__sources"):
            sources.drop_tree()
        answer.tail = None
        question.remove(answer)
        question.append(P({"class": "question__page"}, A({"href": f"#answer--{id_}"}, "Answer")))
        said = ", ".join(_right(question))
        head = P(
            {"class": "answer__head"}, A({"href": f"#{id_}"}, f"Question {number}"), said and f": {said}"
        )
        entries.append(DIV({"class": "answer", "id": f"answer--{id_}"}, head, answer))
    return [H2(leaf.title), *entries] if entries else []


def _right(question: HtmlElement) -> list[str]:
    """Letters of a question's right options; none where options have no letters."""
    if question.get("data-type") not in ("single", "multiple"):
        return []
    options = question.find_class("question__options")[0]
    return [
        letter for letter, option in zip(_LETTERS, options, strict=False) if "data-correct" in option.attrib
    ]


def _place(
    leaf: Leaf, library: Library, inside: set[str], named: dict[str, None], heading: bool = True
) -> None:
    """Give a page its place in the book: ids, links, pictures, tables, headings."""
    body = leaf.body
    _leave_screen(body)
    body.tag = "div"
    body.set("class", f"part part--{leaf.depth}")
    body.set("id", _anchor(leaf.url))
    for element in body.xpath(".//*[@id]"):
        element.set("id", _anchor(leaf.url, element.get("id")))
    for link in body.xpath(".//a[@href]"):
        _relink(link, leaf.url, library, inside, named)
    for details in list(body.iter("details")):
        details.tag = "div"
        details.set("class", f"disclosure {details.get('class', '')}")
        details.find("summary").tag = "p"
    _draw(body, library.folder / leaf.url)
    for table in list(body.iter("table")):
        reflow(table)
    if heading:
        for element in list(body.iter("h1", "h2", "h3", "h4")):
            element.tag = f"h{min(int(element.tag[1]) + leaf.depth - 1, 6)}"


def _relink(link: HtmlElement, url: str, library: Library, inside: set[str], named: dict[str, None]) -> None:
    """Point a link into the book, or give its address in a note."""
    href = link.get("href")
    if urlsplit(href).scheme:
        if not any(parent.get("class") in ("sources", "service__meta") for parent in link.iterancestors()):
            link.addnext(_note(link, href))
        return
    path, _, fragment = href.partition("#")
    target = posixpath.normpath(posixpath.join(url, path)) + "/" if path else url
    target = "" if target == "./" else target
    if target in inside:
        link.set("href", f"#{_anchor(target, fragment)}")
    elif target == _SERVICES and fragment:
        if inside:
            named[fragment] = None
            link.set("href", f"#{_anchor(_SERVICES, fragment)}")
        else:
            link.drop_tag()
    elif target.startswith("compare/"):
        link.drop_tag()  # the table stands here too
    else:
        link.set(
            "href",
            urljoin(library.address, href if not path else target + (f"#{fragment}" if fragment else "")),
        )


def _note(link: HtmlElement, href: str) -> HtmlElement:
    """A numbered note with an address; what follows the link follows the note."""
    note = SPAN({"class": "note"}, href.removeprefix("https://"))
    note.tail, link.tail = link.tail, None
    return note


def _draw(body: HtmlElement, folder: Path) -> None:
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


# --- the appendix of services ------------------------------------------------------


def _services(library: Library, named: dict[str, None], inside: set[str]) -> HtmlElement:
    """The entries of the services a book names, in alphabetical order, as on the services page."""
    article = library.article(_SERVICES)
    entries = []
    for heading in article.xpath(".//h3[@id]"):
        if heading.get("id") in named:
            entry = copy.deepcopy(heading.getparent())
            for line in [*entry.find_class("service__meta"), *entry.find_class("service__uses")]:
                line.drop_tree()
            for link in list(entry.iter("a")):
                link.drop_tag()
            entries.append(entry)
    body = DIV(H1("Services named in this book"), *entries)
    leaf = Leaf("Services", _SERVICES, 1, body)
    _place(leaf, library, inside, {})
    for title in body.iter("h3"):
        title.tag = "h2"
    body.set("class", "part services")
    body.set("id", "services")
    return body
