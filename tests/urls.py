"""``python -m tests.urls SITE``: addresses the site has published, which must work for ever.

tests/published-urls.txt lists pages and their headings. New ones are added, none is removed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup

RECORD = Path(__file__).with_name("published-urls.txt")
_HEADINGS = re.compile(r"h[1-6]")


@dataclass(frozen=True)
class Built:
    """A page of the built site, or what redirects from where one was."""

    headings: frozenset[str]
    ids: frozenset[str]
    leads_to: str | None  # address, with its anchor if it has one


def built_pages(site: Path) -> dict[str, Built]:
    """Address, which starts with a slash -> what is there."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        address = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        found[address] = Built(
            frozenset(tag["id"] for tag in soup.select("article [id]") if _HEADINGS.fullmatch(tag.name)),
            frozenset(tag["id"] for tag in soup.find_all(id=True)),
            _redirect(address, soup),
        )
    return found


def _redirect(address: str, soup: BeautifulSoup) -> str | None:
    """Where a browser is sent that runs no script."""
    refresh = soup.find("meta", attrs={"http-equiv": "refresh"})
    if refresh is None:
        return None
    _, _, target = refresh["content"].partition("url=")
    return urljoin(address, target)


def published(pages: Mapping[str, Built]) -> set[str]:
    """Pages, and headings as ``page#id``."""
    found = {address for address, page in pages.items() if page.leads_to is None}
    return found | {f"{address}#{id_}" for address in found for id_ in pages[address].headings}


def broken(recorded: Iterable[str], pages: Mapping[str, Built]) -> list[str]:
    """What a recorded address lacks, and what to do about it."""
    return [fault for address in recorded if (fault := _fault(address, pages))]


def _fault(recorded: str, pages: Mapping[str, Built]) -> str | None:
    address, _, anchor = recorded.partition("#")
    if address not in pages:
        return (
            f"{recorded}: the page is gone; under redirect_maps in mkdocs.yml write its old path below docs/ "
            "and the path of the page that now answers"
        )
    page, seen = pages[address], {address}
    while page.leads_to:
        target, _, at = page.leads_to.partition("#")
        if target not in pages or target in seen:
            return f"{recorded}: its redirect leads to {page.leads_to}, which is no page"
        seen.add(target)
        # A redirect to one section takes every anchor of the old page there.
        address, page, anchor = target, pages[target], at or anchor
    if anchor and anchor not in page.ids:
        return (
            f"{recorded}: {address} has no #{anchor}, and an anchor has no redirect; give the heading "
            f'that now answers this id, {{: #{anchor} }}, or write <span id="{anchor}"></span> before it'
        )
    return None


def read(record: Path = RECORD) -> list[str]:
    """The recorded addresses."""
    return record.read_text("utf-8").splitlines() if record.is_file() else []


def add(site: Path, record: Path = RECORD) -> int:
    """Add what is new in a built site; return how many addresses that are."""
    before = set(read(record))
    after = before | published(built_pages(site))
    record.write_text("".join(f"{address}\n" for address in sorted(after)), "utf-8")
    return len(after) - len(before)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.urls SITE")
    print(f"{add(Path(sys.argv[1]))} new addresses in {RECORD.name}")
