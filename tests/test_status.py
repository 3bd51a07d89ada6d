"""No reader chooses a service that is closed because a page does not say so."""

from __future__ import annotations

import re

import pytest

from macros.catalog import Catalog
from macros.lifecycle import STATUS_WORDS

OPEN = ("active", "renamed")
# Successors a new account cannot have, and why they are named all the same.
KEPT_SUCCESSORS = {
    ("codewhisperer", "amazon-q-developer"): "the next name of the same service; what follows is named too",
    ("sagemaker-mechanical-turk-workforce", "sagemaker-ground-truth"): "for accounts that use it already",
}
# Names that are part of other names.
AMBIGUOUS = {"glacier-vaults": "Glacier", "codestar": "CodeStar Connections"}
# Names in lists of all tables, which carry the marks themselves.
LISTS = ("compare/", "compare/side-by-side/")
# What reports a name instead of recommending it.
REPORTS = ("errata", "sources", "question", "objectives", "coverage")
IN_WORDS = re.compile(
    r"no new|closed|ends? |ended|withdrawn|discontinued|unsupported|replaces|replaced|retired|after Amazon",
    re.IGNORECASE,
)


def test_a_successor_is_open(catalog: Catalog):
    closed = {
        (service.id, successor)
        for service in catalog.services.values()
        for successor in service.status.successor
        if catalog.services[successor].status.state not in OPEN
    }
    assert closed == KEPT_SUCCESSORS.keys()


def test_what_is_open_has_no_successor(catalog: Catalog):
    assert not [s.id for s in catalog.services.values() if s.status.state == "active" and s.status.successor]


@pytest.mark.parametrize("state", STATUS_WORDS)
def test_a_state_has_the_dates_it_needs(catalog: Catalog, state: str):
    for service in catalog.services.values():
        if service.status.state != state:
            continue
        since, ends = service.status.since, service.status.ends
        assert ends or state != "ending", service.id
        assert not (since and ends) or since <= ends, service.id


def test_a_page_that_names_a_closed_service_shows_its_status(catalog: Catalog, soups):
    unmarked = []
    closed = [service for service in catalog.services.values() if service.status.state in STATUS_WORDS]
    for url, soup in soups.items():
        if not url.startswith(("mla/", "mls/", "compare/")) or url in LISTS:
            continue
        article = soup.find(class_="md-content__inner")
        gone = [*article.find_all(class_=REPORTS), *article.find_all(["pre", "code", "script"])]
        marks = {
            link["href"].partition("#")[2]
            for link in article.find_all("a", class_="svc")
            if not any(part in link.parents for part in gone)
        }
        text = " ".join(
            piece
            for string in article.find_all(string=True)
            if not any(part in string.parents for part in gone)
            for piece in string.split()
        )
        for service in closed:
            name = re.sub(r"^(Amazon|AWS) ", "", service.name)
            text_without = text.replace(AMBIGUOUS.get(service.id, "\0"), "")
            for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text_without):
                around = text_without[max(0, found.start() - 60) : found.end() + 60]
                if service.id not in marks and not IN_WORDS.search(around):
                    unmarked.append(f"{url}: {around}")
    assert not unmarked, "\n".join(unmarked)
