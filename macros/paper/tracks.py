"""The documents of a track, and the chapters they share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from ..catalog import Catalog
from ..exports.outline import Node
from ..page import month
from . import sections
from .leaves import Leaf, Library, leaves
from .press import Layout, Press
from .sections import Cover

CRAM_PAGES = 4

# Made when a document is printed, not before.
Layouts = Callable[[], list[Layout]]


class Chapter:
    """A domain, or the pages before the first: laid out once, for all documents that hold it."""

    def __init__(self, library: Library, press: Press, node: Node, number: int) -> None:
        self._library, self._press, self._node, self._number = library, press, node, number

    @cached_property
    def _pages_and_key(self) -> tuple[list[Leaf], Layout | None]:
        """The key comes first: questions name its pages."""
        pages = list(leaves(self._library, [self._node]))
        key = sections.key(pages, f"A{self._number}-")
        laid_out = key and self._press.lay_out(key)
        if laid_out:
            sections.number_answers(pages, laid_out.numbers)
        return pages, laid_out

    @property
    def pages(self) -> list[Leaf]:
        return self._pages_and_key[0]

    @property
    def key(self) -> Layout | None:
        return self._pages_and_key[1]

    @cached_property
    def body(self) -> Layout:
        return self._press.lay_out(sections.body(self.pages, f"{self._number}-"))


@dataclass(frozen=True)
class Track:
    """The chapters of a track, and the documents made of them."""

    library: Library
    press: Press
    chapters: Sequence[Chapter]

    def book(self, chapters: slice = slice(None)) -> list[Layout]:
        """Chapters, the services they name, and the key to their questions."""
        chosen = self.chapters[chapters]
        pages = list(chain.from_iterable(chapter.pages for chapter in chosen))
        services = sections.services(self.library, pages, "S-")
        laid_out = [chapter.body for chapter in chosen]
        return laid_out + ([self.press.lay_out(services)] if services else []) + _keys(chosen)

    def questions(self) -> list[Layout]:
        """The questions without the pages around them, and the key."""
        pages = chain.from_iterable(chapter.pages for chapter in self.chapters)
        return [self.press.lay_out(sections.questions(pages, "Q-")), *_keys(self.chapters)]

    def cram(self, url: str) -> list[Layout]:
        """The cram sheet alone."""
        return [self.press.lay_out(sections.cram(self.library, url))]


def _keys(chapters: Sequence[Chapter]) -> list[Layout]:
    return [chapter.key for chapter in chapters if chapter.key]


@dataclass(frozen=True)
class Job:
    """One document in one size."""

    file: str
    title: str  # on the print page
    cover: Cover
    press: Press
    layouts: Layouts
    covered: bool = True  # with cover and contents

    def run(self, folder: Path) -> int:
        """Write the document into ``folder``; return its count of pages.

        Raises ValueError when it cannot be printed or a cram sheet outgrows its pages.
        """
        layouts = self.layouts()
        if self.covered:
            entries = [entry for layout in layouts for entry in layout.section.entries]
            numbers = {id_: number for layout in layouts for id_, number in layout.numbers.items()}
            layouts = [self.press.lay_out(sections.opening(self.cover, entries, numbers)), *layouts]
        elif (count := len(layouts[0].document.pages)) > CRAM_PAGES:
            raise ValueError(
                f"{self.title} takes {count} pages in {self.press.size}, and {CRAM_PAGES} are allowed: "
                "take `cram: true` from the records that decide least"
            )
        return self.press.bind(layouts, self.cover, folder / self.file)


def jobs(library: Library, catalog: Catalog, size: str) -> Iterator[Job]:
    """Every document of every track with finished pages; ``size`` is a page size CSS knows.

    A track is a section of the navigation that has sections, its domains. The pages before
    them are a chapter of the whole book.
    """
    outline = json.loads((library.folder / "api/v1/outline.json").read_text("utf-8"))
    edition = list(catalog.editions.values())[-1]
    said = f"Edition {edition.id}, {month(edition.date)}"
    press = Press(size, library.name, said, library.address)
    for node in outline:
        domains = [child for child in node["children"] if child["children"]]
        if not domains:
            continue
        slug, title = node["url"].strip("/"), node["title"]
        intro = Node(title=title, url=node["url"], children=[c for c in node["children"] if c not in domains])
        chapters = [Chapter(library, press, part, number) for number, part in enumerate([intro, *domains])]
        track = Track(library, press, chapters)
        exams = ", ".join(f"{e.code} ({e.title})" for e in catalog.exams.values() if e.track == slug)
        cover = Cover(library.name, title, exams, said, edition.date, library.legal, library.address)

        documents: list[tuple[str, str, Layouts]] = [
            ("book", "The whole book", track.book),
            *(
                (
                    domain["url"].split("/")[-2],
                    domain["title"],
                    partial(track.book, slice(number, number + 1)),
                )
                for number, domain in enumerate(domains, 1)
            ),
            ("questions", "Questions and key", track.questions),
        ]
        cram = f"print/{slug}-cram-sheet/"
        if (library.folder / cram).is_dir():
            documents.append(("cram-sheet", "Cram sheet", partial(track.cram, cram)))
        for name, label, layouts in documents:
            file = f"{slug}-{name}-{size.lower()}.pdf"
            own = cover if name == "book" else replace(cover, title=label)
            yield Job(file, f"{title}: {label}", own, press, layouts, covered=name != "cram-sheet")
