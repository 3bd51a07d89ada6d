"""The page a component is rendered for: its address, its citations, its text.

A component is a pure function of a ``Page`` and its arguments. The one thing
that grows while a page is rendered is its register of citations, which numbers
sources in the order a reader meets them.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
import markdown
from markupsafe import Markup, escape

from .catalog import Catalog, nearest
from .pages import PageInfo, url_of
from .schema import ROLE

# What the roles in data stand for; components enter themselves here.
ROLE_COMPONENTS: dict[str, Callable[[Page, str], Markup]] = {}

_ROLE_PLACE = "\ue000"  # of the private use area, so never part of a text
_LINE_BREAK = re.compile(r"[ \t]*\n\s*")
TEMPLATES = Path(__file__).parent / "templates"


class ComponentError(Exception):
    """A component was called with something it does not know."""


@dataclass
class Page:
    """Everything a component may know about where it stands."""

    catalog: Catalog
    pages: Mapping[str, PageInfo]
    path: str  # below docs/
    cited: list[str] = field(default_factory=list)  # source ids, in order of first citation
    named: set[str] = field(default_factory=set)  # services whose former name was given
    anchors: set[str] = field(default_factory=set)  # ids given to what may occur twice

    @property
    def info(self) -> PageInfo:
        return self.pages.get(self.path) or PageInfo(self.path, self.path)

    def link(self, path: str, anchor: str = "") -> str:
        """Relative address of another page of the site."""
        return self.asset(url_of(path), directory=True) + (f"#{anchor}" if anchor else "")

    def asset(self, url: str, *, directory: bool = False) -> str:
        """Relative address of anything below the site's root."""
        here = url_of(self.path) or "."
        relative = posixpath.relpath(url or ".", here)
        return f"{relative}/" if directory else relative

    def cite_runs(self, source_ids: Iterable[str]) -> list[tuple[int, int]]:
        """Numbers of sources on this page as (first, last) of runs: 2, 4, 5, 6 -> (2, 2), (4, 6).

        A source is numbered when it is first cited. Runs of two stay two numbers.
        """
        for id_ in source_ids:
            if id_ not in self.cited:
                self.cited.append(id_)
        runs: list[tuple[int, int]] = []
        for number in sorted({self.cited.index(id_) + 1 for id_ in source_ids}):
            if runs and runs[-1][1] == number - 1:
                runs[-1] = (runs[-1][0], number)
            else:
                runs.append((number, number))
        split = [((a, a), (b, b)) if b - a == 1 else ((a, b),) for a, b in runs]
        return [run for part in split for run in part]

    def anchor(self, name: str) -> str:
        """An id for this page: the name, or the name with a number where it is taken."""
        count = 1
        while (id_ := name if count == 1 else f"{name}-{count}") in self.anchors:
            count += 1
        self.anchors.add(id_)
        return id_

    def get(self, collection: str, id_: str):
        """A record, or a ComponentError that names the likeliest id."""
        records = getattr(self.catalog, collection)
        if id_ not in records:
            kind = collection.replace("_", " ").removesuffix("s")
            raise ComponentError(f'unknown {kind} "{id_}"{nearest(str(id_), records)}')
        return records[id_]

    def inline(self, text: str) -> Markup:
        """Inline Markdown and roles of a data field -> HTML."""
        if "[[" not in text:
            return Markup(_inline_markdown(text))
        # Roles become HTML after Markdown is done: a marked character each keeps their places.
        roles = iter(ROLE.findall(text))
        html = _inline_markdown(ROLE.sub(_ROLE_PLACE, text))
        return Markup(re.sub(_ROLE_PLACE, lambda _: self._role(*next(roles)), html))

    def _role(self, name: str, id_: str) -> str:
        return str(ROLE_COMPONENTS[name](self, id_))

    def render(self, template: str, **values: object) -> Markup:
        """Fill a template. The result is one line, so that no indentation can break it."""
        html = _environment().get_template(template).render(page=self, **values)
        return Markup(_LINE_BREAK.sub(" ", html.strip()))


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # live reload imports this package anew
        bytecode_cache=jinja2.FileSystemBytecodeCache(),  # compiled templates outlive a build
    )
    environment.filters["month"] = month
    environment.filters["thousands"] = thousands
    return environment


@functools.cache
def _markdown() -> markdown.Markdown:
    """Markdown for a line of text: no blocks, and HTML in it is text like any other."""
    reader = markdown.Markdown(output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    for name in (
        "indent",
        "code",
        "hashheader",
        "setextheader",
        "hr",
        "olist",
        "ulist",
        "quote",
        "reference",
    ):
        reader.parser.blockprocessors.deregister(name)
    return reader


@functools.lru_cache(maxsize=20_000)
def _inline_markdown(text: str) -> str:
    if not re.search(r"[*_`\[<&\\]", text):
        return str(escape(text))  # plain text needs no parser
    html = _markdown().reset().convert(text)
    return html.removeprefix("<p>").removesuffix("</p>")


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


def month(text: str) -> str:
    """``2026-11-05`` -> ``5 November 2026``, with as much of it as is given."""
    year, *rest = text.split("-")
    parts = [_MONTHS[int(rest[0]) - 1]] if rest else []
    parts = [str(int(rest[1])), *parts] if len(rest) > 1 else parts
    return " ".join([*parts, year])


def thousands(value: object) -> str:
    """Whole numbers of four and more digits get separators; everything else stays as written."""
    return f"{value:,}" if isinstance(value, int) and abs(value) >= 1000 else str(value)
