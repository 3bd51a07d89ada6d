"""The pages themselves: what their front matter says, with its faults.

Components such as the coverage matrix speak about other pages, so all front
matter is read once per build, before any page is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from .catalog import Catalog, nearest
from .yamlfile import Fault, parse

# Front matter Material and MkDocs understand, beside ours.
_THEME_KEYS = {"hide", "search", "status", "template", "icon", "subtitle", "render_macros"}
_OWN_KEYS = {"title", "description", "covers", "aliases"}
# Collections whose ids a component takes.
_SHOWN_BY = {
    "compare": "comparisons", "decide": "decisions", "errata": "errata", "formula": "formulas",
    "n": "numbers", "numbers": "numbers", "questions": "question_sets", "svc": "services",
}  # fmt: skip
_CALL = re.compile(r"\{\{\s*(\w+)\((.*?)\)\s*\}\}", re.DOTALL)
_STRING = re.compile(r"""(["'])(.*?)\1""")


@dataclass(frozen=True)
class PageInfo:
    """What one page says about itself."""

    path: str  # below docs/, with forward slashes
    title: str
    description: str = ""
    covers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()  # "comparisons/file-formats": records its components name

    @property
    def url(self) -> str:
        return url_of(self.path)


def url_of(path: str) -> str:
    """Address of a page below the site's root: ``mla/index.md`` -> ``mla/``."""
    pure = PurePosixPath(path)
    folder = pure.parent if pure.name == "index.md" else pure.with_suffix("")
    return "" if str(folder) == "." else quote(f"{folder}/")


def split(text: str) -> tuple[str, str, int]:
    """Front matter, body, and the line the body starts on."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return "", text, 1
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "".join(lines[1:number]), "".join(lines[number + 1 :]), number + 2
    return "", text, 1


def read(root: Path, catalog: Catalog) -> tuple[Mapping[str, PageInfo], tuple[Fault, ...]]:
    """The front matter of every page below ``root/docs``, and what is wrong with it."""
    pages: dict[str, PageInfo] = {}
    faults: list[Fault] = []
    for path in sorted((root / "docs").rglob("*.md")):
        name = path.relative_to(root).as_posix()
        try:
            head, body, _ = split(path.read_text("utf-8-sig"))
        except UnicodeDecodeError:
            faults.append(Fault(name, 1, "is not UTF-8; save the file as UTF-8"))
            continue
        info, found = _page_info(head, path.relative_to(root / "docs").as_posix(), name, catalog)
        faults += found
        pages[info.path] = replace(info, shows=_shown(body))
    return pages, tuple(faults)


def _shown(body: str) -> tuple[str, ...]:
    """The records that a page's calls of components name, each once."""
    calls = ((_SHOWN_BY.get(name), arguments) for name, arguments in _CALL.findall(body))
    return tuple(
        dict.fromkeys(
            f"{collection}/{id_}"
            for collection, arguments in calls
            if collection
            for _, id_ in _STRING.findall(arguments)
        )
    )


def _page_info(head: str, path: str, name: str, catalog: Catalog) -> tuple[PageInfo, list[Fault]]:
    fallback = PageInfo(path, PurePosixPath(path).stem.replace("-", " ").capitalize())
    if not head.strip():
        return fallback, []  # a page without front matter is a page all the same
    file = parse(head, name, first_line=2)
    faults = list(file.faults)
    if not isinstance(file.value, dict):
        return fallback, faults or [Fault(name, 2, "front matter is keys and values")]
    meta = file.value
    for key in meta:
        if key not in _OWN_KEYS | _THEME_KEYS:
            hint = nearest(key, _OWN_KEYS | _THEME_KEYS)
            faults.append(Fault(name, file.line((key,)), f'unknown key "{key}"{hint}'))
    for key in ("covers", "aliases"):
        if not isinstance(meta.get(key, ()), tuple):
            faults.append(Fault(name, file.line((key,)), f"{key} is a list"))
            meta = {**meta, key: ()}
    for index, objective in enumerate(meta.get("covers", ())):
        if not isinstance(objective, str) or objective not in catalog.objectives:
            hint = nearest(str(objective), catalog.objectives)
            line = file.line(("covers", index))
            faults.append(Fault(name, line, f'covers[{index}]: unknown objective "{objective}"{hint}'))
    return (
        PageInfo(
            path,
            str(meta.get("title", fallback.title)),
            str(meta.get("description", "")),
            tuple(o for o in meta.get("covers", ()) if isinstance(o, str) and o in catalog.objectives),
            tuple(map(str, meta.get("aliases", ()))),
        ),
        faults,
    )
