"""Editions: what changed is told in words, on the page and in the feed, the same every time."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.catalog import load
from macros.components import COMPONENTS
from macros.editions import Issue, differences, facts_of, history, recorded
from macros.exports import export
from macros.exports.changes import edition_file, next_number
from macros.exports.feed import HOME, feed_files
from macros.page import Page
from macros.pages import PageInfo
from macros.schema import Edition
from macros.site import Site, load_site
from tests.project import mkdocs, small_project

ATOM = {"a": "http://www.w3.org/2005/Atom"}
URL = "https://reader.example/atlas/"

BEFORE = {
    "exams/pot-a02": {"name": "POT-A02", "status": "beta"},
    "exams/pot-a02/POT-A02": {"name": "Form POT-A02 of POT-A02", "price_usd": 75},
    "services/oven": {"name": "Amazon Oven", "state": "active"},
    "services/fire": {"name": "AWS Campfire", "state": "active"},
    "services/clock": {"name": "AWS Clock", "state": "ending", "ends": "2027-03-31"},
    "numbers/size": {"name": "Maximum record size (Amazon Oven)", "value": 10, "unit": "MiB"},
    "numbers/same": {"name": "Worded in one way", "value": 5},
    "numbers/gone": {"name": "Pots", "value": 12000},
    "comparisons/fires/sun": {"name": "Fires: The sun", "cells": "00000000"},
    "pages/old.md": {"name": "A page that moves"},
}
AFTER = {
    "exams/pot-a02": {"name": "POT-A02", "status": "active", "last_day": "2027-06-30"},
    "exams/pot-a02/POT-A02": {"name": "Form POT-A02 of POT-A02", "price_usd": 150},
    "services/oven": {"name": "Amazon Kiln", "state": "renamed", "since": "2026-10-01"},
    "services/fire": {"name": "AWS Campfire", "state": "closed", "since": "2026-07-30"},
    "services/clock": {"name": "AWS Clock", "state": "discontinued", "since": "2027-03-31"},
    "numbers/size": {"name": "Maximum record size (Amazon Kiln)", "value": 1, "unit": "MiB"},
    "numbers/same": {"name": "Worded in another way", "value": 5},
    "comparisons/fires/sun": {"name": "Fires: The sun", "cells": "11111111"},
    "pages/new.md": {"name": "A page that moves"},
    "pages/track/clay.md": {"name": "Clay"},
}
TOLD = [
    "Form POT-A02 of POT-A02: price in USD 150, was 75.",
    "POT-A02: standing active, was beta; last day 30 June 2027, was none.",
    "AWS Campfire: now closed to new customers since 30 July 2026, was open.",
    "AWS Clock: now discontinued since 31 March 2027, was ending on 31 March 2027.",
    "Amazon Kiln: the new name of Amazon Oven.",
    "Maximum record size (Amazon Kiln): 1 MiB, was 10 MiB.",
    "Pots: no longer listed; was 12,000.",
    "Fires: The sun: revised.",
    "Clay: new.",
]


def edition(number: str, day: str, facts: dict) -> Edition:
    return Edition(id=number, date=day, summary=f"About *{number}* & more.", facts=facts)


@pytest.fixture
def site(mini_site) -> Site:
    """The made-up site with a page on changes and two editions."""
    editions = [
        edition("2026.9.2", "2026-09-30", recorded({}, BEFORE)),
        edition("2026.10.1", "2026-10-31", recorded(BEFORE, AFTER)),
    ]
    catalog = replace(mini_site.catalog, editions={e.id: e for e in reversed(editions)})
    return Site(catalog, {**mini_site.pages, HOME: PageInfo(HOME, "Changes")})


def told(html: str) -> list[str]:
    return [" ".join(item.get_text().split()) for item in BeautifulSoup(html, "lxml").find_all("li")]


def section(html: str, id_: str) -> str:
    """What stands below a heading."""
    return html.partition(f'id="{id_}"')[2].partition("<h2")[0]


# --- differences ---------------------------------------------------------------------


def test_only_what_differs_is_recorded(site):
    kept = recorded(BEFORE, AFTER)
    assert kept["numbers/gone"] is None
    assert "exams/pot-a02" in kept and list(kept) == sorted(kept)
    assert recorded(AFTER, AFTER) == {}


def test_records_give_back_the_facts_of_every_edition(site):
    newest, oldest = history(site.catalog)
    assert (newest.edition.id, oldest.edition.id) == ("2026.10.1", "2026.9.2")
    assert (newest.facts, oldest.facts) == (AFTER, BEFORE)
    assert oldest.first and not oldest.changes and not newest.first


def test_what_moved_or_is_worded_anew_has_not_changed():
    keys = {change.key for change in differences(BEFORE, AFTER)}
    assert not keys & {"pages/old.md", "pages/new.md", "numbers/same"}
    assert "pages/track/clay.md" in keys


def test_changes_are_told_in_words_by_kind_and_name(site):
    html = COMPONENTS["changes"](Page(site.catalog, site.pages, HOME))
    assert told(section(html, "edition-2026-10-1")) == TOLD
    titles = re.findall("<p><strong>(.*?)</strong></p>", section(html, "edition-2026-10-1"))
    assert titles == ["Exams", "Services", "Numbers", "Comparisons", "Pages"]


def test_what_came_since_the_latest_edition_is_told(site):
    html = COMPONENTS["changes"](Page(site.catalog, site.pages, HOME))
    since = told(section(html, "since"))
    assert "Highest temperature (Amazon Kiln): new: 1,300 °C." in since
    assert "Maximum record size (Amazon Kiln): no longer listed; was 1 MiB." in since
    assert "Amazon Kiln: new here, open." in since
    assert '<a href="../../services/#kiln">Amazon Kiln</a>:' in section(html, "since")
    assert not any(line.startswith("AWS Campfire") for line in since)  # only its id is another


def test_the_first_edition_says_so_and_what_it_holds(site):
    html = COMPONENTS["changes"](Page(site.catalog, site.pages, HOME))
    first = section(html, "edition-2026-9-2")
    assert "The first edition. It holds 2 facts about exams and their forms, 3 services, 3 numbers" in first
    assert "The current edition is <strong>2026.10.1</strong> of 31 October 2026." in html


def test_a_site_without_editions_says_so(site):
    bare = replace(site.catalog, editions={})
    assert "no edition yet" in COMPONENTS["changes"](Page(bare, site.pages, HOME))
    assert feed_files(Site(bare, site.pages), URL) == {}


# --- feed ----------------------------------------------------------------------------


@pytest.fixture
def feed(site) -> ET.Element:
    (text,) = feed_files(site, URL).values()
    return ET.fromstring(text.encode())


def test_the_feed_and_its_entries_have_what_atom_requires(feed):
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.findtext("a:author/a:name", namespaces=ATOM)
    parts = [feed, *feed.findall("a:entry", ATOM)]
    assert len(parts) == 3
    for part in parts:
        assert len(part.findall("a:id", ATOM)) == len(part.findall("a:title", ATOM)) == 1
        assert datetime.fromisoformat(part.findtext("a:updated", namespaces=ATOM)).tzinfo
        assert all(link.get("href").startswith(URL) for link in part.findall("a:link", ATOM))
    assert feed.findtext("a:updated", namespaces=ATOM) == "2026-10-31T00:00:00Z"
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links == {"self": f"{URL}changes.xml", "alternate": f"{URL}about/changes/"}
    newest = feed.find("a:entry/a:link", ATOM)
    assert newest.get("href") == f"{URL}about/changes/#edition-2026-10-1"


def test_the_feed_tells_the_changes(feed):
    newest, oldest = feed.findall("a:entry/a:content", ATOM)
    assert newest.get("type") == "html"
    assert told(newest.text) == TOLD
    assert "About <em>2026.10.1</em> &amp; more." in newest.text
    assert "The first edition." in oldest.text
    assert "href" not in newest.text


def test_ids_are_tags_that_do_not_follow_the_address(site):
    ids = [
        re.findall("<id>(.*?)</id>", feed_files(site, url)["changes.xml"])
        for url in (URL, "http://b.example/")
    ]
    assert ids[0] == ids[1] and len(set(ids[0])) == 3
    assert all(re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}(-\d\d-\d\d)?:\S+", id_) for id_ in ids[0])


def test_the_same_data_gives_the_same_bytes(site, mini: Path):
    assert feed_files(site, URL) == feed_files(site, URL)
    once, again = load_site(mini), Site(load(mini), {})
    assert edition_file(once, "x", date(2026, 11, 21)) == edition_file(
        Site(again.catalog, once.pages), "x", date(2026, 11, 21)
    )


def test_export_writes_the_feed(site, tmp_path: Path):
    export(site, tmp_path, URL)
    assert (tmp_path / "changes.xml").read_text("utf-8") == feed_files(site, URL)["changes.xml"]


# --- recording -----------------------------------------------------------------------


def test_an_edition_that_is_recorded_is_read_back_and_leaves_no_change_since(mini: Path):
    site = load_site(mini)
    name, text = edition_file(site, 'Clay: "wet", #1', date(2026, 10, 31))
    assert name == "2026.10.2.yml"
    assert len(text.splitlines()) < 40
    (mini / "data/editions" / name).write_text(text, "utf-8")
    catalog = load(mini)
    newest: Issue = history(catalog)[0]
    assert newest.edition.summary == 'Clay: "wet", #1'
    assert newest.facts == facts_of(catalog, site.pages)
    assert differences(newest.facts, facts_of(catalog, site.pages)) == ()


def test_numbers_count_within_the_month(site):
    assert next_number(site, date(2026, 9, 30)) == "2026.9.3"
    assert next_number(site, date(2026, 11, 1)) == "2026.11.1"


def test_a_correction_shows_as_changed_since_on_the_built_page(root: Path, tmp_path: Path):
    project = small_project(root, tmp_path / "project")
    (project / "docs/about").mkdir()
    shutil.copy(root / "docs/about/changes.md", project / "docs/about")
    numbers = project / "data/numbers/kiln.yml"
    numbers.write_text(numbers.read_text("utf-8").replace("value: 1300", "value: 1450"), "utf-8")
    done = mkdocs(project, "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stderr
    html = (project / "site/about/changes/index.html").read_text("utf-8")
    assert "Highest temperature (Amazon Kiln): 1,450 °C, was 1,300 °C." in told(section(html, "since"))
    assert (project / "site/changes.xml").is_file()


# --- the real site -------------------------------------------------------------------


def test_editions_are_dated_in_order(catalog):
    dates = [issue.edition.date for issue in history(catalog)]
    assert dates and dates == sorted(dates, reverse=True)
    for issue in history(catalog):
        year, month, _ = issue.edition.id.split(".")
        assert issue.edition.date.startswith(f"{year}-{month:0>2}-")


def test_the_page_shows_the_current_edition_and_links_the_feed(site_dir: Path, catalog):
    soup = BeautifulSoup((site_dir / "about/changes/index.html").read_text("utf-8"), "lxml")
    newest = history(catalog)[0].edition
    assert newest.id in soup.find("article").get_text()
    link = soup.find("a", attrs={"type": "application/atom+xml"})
    assert (site_dir / "about/changes" / link["href"]).resolve() == (site_dir / "changes.xml").resolve()
