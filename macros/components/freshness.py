"""Sources that were checked long ago."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from ..page import Page
from ..schema import Source

DAYS = 180


def stale_sources(page: Page) -> Markup:
    """Sources not checked for half a year at the day of the build, oldest first."""
    entries = stale(page.catalog.sources.values(), page.catalog.day)
    return page.render("stale_sources.html", entries=entries, total=len(page.catalog.sources), days=DAYS)


def stale(sources: Iterable[Source], today: date, days: int = DAYS) -> list[Source]:
    """Sources whose month of checking ended more than some days ago, oldest first."""
    old = [source for source in sources if (today - _end(source.checked)).days > days]
    return sorted(old, key=lambda source: (source.checked, source.id))


def _end(checked: str) -> date:
    """First day after a month: until then it may have been checked."""
    year, number = map(int, checked.split("-")[:2])
    return date(year + number // 12, number % 12 + 1, 1)
