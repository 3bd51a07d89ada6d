"""Every topic of the ledger is treated where it says: the section exists and holds the topic's terms."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.pages import url_of


@pytest.fixture(scope="session")
def ledger(root: Path) -> dict[str, dict]:
    topics: dict[str, dict] = {}
    for path in sorted((root / "tests/ledger").glob("*.yml")):
        for topic, entry in (yaml.safe_load(path.read_text("utf-8")) or {}).items():
            assert topic not in topics, f"{topic} stands in two files, {path.name} is one"
            topics[topic] = entry
    return topics


TOPICS = yaml.safe_load((Path(__file__).parent / "topics.yml").read_text("utf-8"))


@pytest.mark.parametrize("task", TOPICS)
def test_every_topic_of_a_finished_task_is_in_the_ledger(ledger, task: str):
    assert not set(TOPICS[task]) - ledger.keys()


@pytest.mark.parametrize("task", TOPICS)
def test_every_objective_of_a_finished_task_has_a_page(site_dir: Path, task: str):
    coverage = json.loads((site_dir / "api/v1/coverage.json").read_text("utf-8"))
    objectives = {id_: pages for id_, pages in coverage.items() if re.match(rf"mla-c0[12]/{task}\.", id_)}
    assert objectives
    assert [id_ for id_, pages in objectives.items() if not pages] == []


def test_sections_exist_and_hold_the_terms(ledger, site_dir: Path):
    soups: dict[str, BeautifulSoup] = {}
    wrong = []
    for topic, entry in ledger.items():
        page, _, anchor = entry["at"].partition("#")
        file = site_dir / url_of(page) / "index.html"
        if not file.is_file():
            wrong.append(f"{topic}: no page {page}")
            continue
        if page not in soups:
            soups[page] = BeautifulSoup(file.read_text("utf-8"), "lxml")
        text = section(soups[page], anchor)
        if text is None:
            wrong.append(f"{topic}: {page} has no #{anchor}")
            continue
        missing = [term for term in entry["terms"] if fold(term) not in fold(text)]
        if missing:
            wrong.append(f"{topic}: {entry['at']} does not say {missing}")
    assert not wrong, "\n".join(wrong)


def section(soup: BeautifulSoup, anchor: str) -> str | None:
    """Text from a heading (or any element with the id) to the next heading of its level."""
    start = soup.find(id=anchor) if anchor else soup.find("article")
    if start is None:
        return None
    if start.name not in ("h1", "h2", "h3", "h4"):
        return start.get_text(" ")
    text = [start.get_text(" ")]
    for element in start.find_next_siblings():
        if element.name in ("h1", "h2", "h3", "h4") and element.name <= start.name:
            break
        text.append(element.get_text(" "))
    return " ".join(text)


def fold(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold()
