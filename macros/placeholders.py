"""HTML of components, kept out of Markdown's way until a page is converted.

Markdown has nothing to do in it, but would read every line of it: leaving it out
more than pays for our own work in a build. The same holds for the search plugin
and what it is told to leave out.
"""

import itertools
import re

_held: dict[str, str] = {}
_numbers = itertools.count()
_ID = re.compile(r'\bid="([^"]+)"')
_FIRST_TAG = re.compile(r"<(\w+)\b[^>]*>")
_TOKEN = re.compile(r'<div data-held="(\d+)"></div>')


def hold(html: str) -> str:
    """Keep a block of HTML; return the small block that stands for it."""
    key = str(next(_numbers))
    _held[key] = html
    return f'<div data-held="{key}"></div>'


def restored(html: str) -> str:
    """A converted page with every block back in its place, but for those the search leaves out."""
    return _TOKEN.sub(lambda match: match[0] if unsearched(_held[match[1]]) else _held.pop(match[1]), html)


def completed(html: str) -> str:
    """A whole page with the rest of the blocks, once the search plugin has read it."""
    return _TOKEN.sub(lambda match: _held.pop(match[1]), html)


def anchors(html: str) -> set[str]:
    """The ids in a converted page and in all its blocks."""
    blocks = (_held[number] for number in _TOKEN.findall(html))
    return {id_ for part in (html, *blocks) for id_ in _ID.findall(part)}


def unsearched(block: str) -> bool:
    """Whether a block is one element that the search plugin would read only to leave it out."""
    block = block.strip()
    first = _FIRST_TAG.match(block)
    if not first or "data-search-exclude" not in first[0]:
        return False
    depth = 0
    for tag in re.finditer(rf"<(/?){first[1]}\b[^>]*>", block):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end() == len(block)
    return False
