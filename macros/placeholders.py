"""HTML of components, kept out of Markdown's way until a page is converted.

Markdown has nothing to do in it, but would read every line of it: leaving it out
more than pays for our own work in a build.
"""

import itertools
import re

_held: dict[str, str] = {}
_numbers = itertools.count()
_TOKEN = re.compile(r'<div data-held="(\d+)"></div>')


def hold(html: str) -> str:
    """Keep a block of HTML; return the small block that stands for it."""
    key = str(next(_numbers))
    _held[key] = html
    return f'<div data-held="{key}"></div>'


def restored(html: str) -> str:
    """A converted page with every block back in its place."""
    return _TOKEN.sub(lambda match: _held.pop(match[1]), html)
