"""Pages -> sections: HTML that is laid out once and bound into every document that holds it.

A section numbers its own pages ("2-17"), as technical manuals do. A page has one number in
the whole book, in the booklet of its domain and beside the questions.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lxml.html import HtmlElement
from lxml.html.builder import DIV, H1, H2, LI, OL, SPAN, A, P

from .leaves import SERVICES, Leaf, Library, draw, leaf

_LETTERS = "ABCDEFGHIJ"


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    depth: int
    title: str
    id: str


@dataclass(frozen=True)
class Section:
    """What is laid out by itself."""

    title: str  # the running head
    prefix: str  # of its page numbers
    parts: list[HtmlElement]
    entries: list[Entry] = field(default_factory=list)
    numbering: Literal["decimal", "lower-roman"] = "decimal"


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


def body(pages: list[Leaf], prefix: str) -> Section:
    """The pages themselves."""
    entries = [Entry(page.depth, page.title, page.url) for page in pages]
    return Section(pages[0].title, prefix, [page.body for page in pages], entries)


def key(pages: list[Leaf], prefix: str) -> Section | None:
    """The answers to the questions of pages, which are taken out of them; None without questions."""
    entries = [part for page in pages for part in _answers(page)]
    if not entries:
        return None
    title, id_ = f"Answers: {pages[0].title}", f"answers--{pages[0].url}"
    part = DIV({"class": "part key", "id": id_}, H1(title), *entries)
    return Section(title, prefix, [part], [Entry(1, title, id_)])


def _answers(page: Leaf) -> list[HtmlElement]:
    """Take the answers out of a page; return them as entries of the key."""
    entries = []
    for number, question in enumerate(page.body.find_class("question"), 1):
        id_ = question.get("id")
        (answer,) = question.find_class("question__answer")
        answer[0].drop_tree()  # "Answer and reasons"
        for sources in answer.find_class("question__sources"):
            sources.drop_tree()
        answer.tail = None
        question.remove(answer)
        question.append(P({"class": "question__page"}, A({"href": f"#answer--{id_}"})))
        said = ", ".join(_right(question))
        head = P(
            {"class": "answer__head"}, A({"href": f"#{id_}"}, f"Question {number}"), said and f": {said}"
        )
        entries.append(DIV({"class": "answer", "id": f"answer--{id_}"}, head, answer))
    return [H2(page.title), *entries] if entries else []


def _right(question: HtmlElement) -> list[str]:
    """Letters of a question's right options; none where options have no letters."""
    if question.get("data-type") not in ("single", "multiple"):
        return []
    options = question.find_class("question__options")[0]
    return [
        letter for letter, option in zip(_LETTERS, options, strict=False) if "data-correct" in option.attrib
    ]


def number_answers(pages: Iterable[Leaf], numbers: Mapping[str, str]) -> None:
    """Say below each question on which page its answer stands. ``numbers``: id -> page number."""
    for page in pages:
        for line in page.body.find_class("question__page"):
            line[0].text = f"Answer: page {numbers[line[0].get('href')[1:]]}"


def questions(pages: Iterable[Leaf], prefix: str) -> Section:
    """The questions alone, by page. The pages keep theirs."""
    parts, entries = [], []
    for page in pages:
        if found := copy.deepcopy(page.body.find_class("question")):
            id_ = f"questions--{page.url}"
            part = DIV({"class": "part part--1", "id": id_}, H1(page.title), *found)
            for mark in part.find_class("cite"):
                mark.drop_tree()
            parts.append(part)
            entries.append(Entry(1, page.title, id_))
    return Section("Questions", prefix, parts, entries)


def services(library: Library, pages: Iterable[Leaf], prefix: str) -> Section | None:
    """The services that pages link to, in alphabetical order, as on the services page; None without any."""
    start = f"{library.address}{SERVICES}#"
    named = {
        href.removeprefix(start)
        for page in pages
        for href in page.body.xpath(".//a/@href")
        if href.startswith(start)
    }
    entries = [
        copy.deepcopy(heading.getparent())
        for heading in library.article(SERVICES).xpath(".//h3[@id]")
        if heading.get("id") in named
    ]
    if not entries:
        return None
    for entry in entries:
        for line in [*entry.find_class("service__meta"), *entry.find_class("service__uses")]:
            line.drop_tree()
        for link in list(entry.iter("a")):
            link.drop_tag()
    title = "Services named here"
    part = leaf(library, title, SERVICES, 1, DIV(H1(title), *entries)).body
    for heading in part.iter("h3"):
        heading.tag = "h2"
    part.set("class", "part services")
    return Section(title, prefix, [part], [Entry(1, title, SERVICES)])


def cram(library: Library, url: str) -> Section:
    """The cram sheet of one page."""
    article = library.article(url)
    (sheet,) = article.find_class("cram")
    sheet.insert(0, H1(article.find("h1").text_content().rstrip("¶")))
    for link in list(sheet.iter("a")):
        link.drop_tag()
    draw(sheet, library.folder / url)
    return Section("Cram sheet", "", [sheet])


def opening(cover: Cover, entries: Collection[Entry], numbers: Mapping[str, str]) -> Section:
    """Cover and contents. ``numbers``: id -> page number."""
    front = DIV(
        {"class": "cover"},
        P({"class": "cover__series"}, cover.series),
        P({"class": "cover__title"}, cover.title),
        P({"class": "cover__exams"}, cover.exams),
        P({"class": "cover__edition"}, cover.edition),
        P({"class": "cover__legal"}, cover.legal, " ", A({"href": cover.address}, cover.address)),
    )
    lines = [
        LI(
            {"class": f"contents__{min(entry.depth, 3)}"},
            A(
                {"href": f"#{entry.id}", "data-page": numbers[entry.id]},
                SPAN({"class": "contents__title"}, entry.title),
            ),
        )
        for entry in entries
    ]
    heading = H1({"class": "contents__heading"}, "Contents")
    parts = [front, DIV({"class": "contents"}, heading, OL(*lines))]
    return Section("Contents", "", parts, numbering="lower-roman")
