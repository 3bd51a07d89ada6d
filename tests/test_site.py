"""The built site, as files: what any browser, search engine or reader gets."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from macros.pages import url_of
from macros.placeholders import unsearched

ORIGIN = "http://site.example/"


def test_build_is_strict_and_silent(build_log: str):
    assert "WARNING" not in build_log
    assert "ERROR" not in build_log


def test_every_page_says_what_it_is(soups):
    for url, soup in soups.items():
        if url == "404.html":
            continue
        assert len(soup.find_all("h1")) == 1, url
        description = soup.find("meta", attrs={"name": "description"})
        assert description and 20 <= len(description["content"]) <= 160, url


def test_no_jinja_or_role_is_left_on_a_page(soups):
    for url, soup in soups.items():
        text = (
            "".join(  # code may hold braces
                text
                for text in soup.select("article")[0].find_all(string=True)
                if not text.find_parent("pre")
            )
            if soup.select("article")
            else ""
        )
        assert not re.search(r"\{\{|\}\}|\{%|\[\[(n|svc):", text), url


def test_links_and_anchors_resolve(soups, site_dir: Path):
    anchors = {url: {tag["id"] for tag in soup.find_all(id=True)} for url, soup in soups.items()}
    broken = []
    for url, soup in soups.items():
        if url == "404.html":  # its addresses start at the published root
            continue
        for tag in soup.find_all(["a", "img", "link", "script"]):
            target = tag.get("href") or tag.get("src")
            if not target or target.startswith(("mailto:", "data:")):
                continue
            parts = urlsplit(urljoin(ORIGIN + url, target))
            if parts.netloc != "site.example":
                continue
            path = unquote(parts.path.lstrip("/"))
            if not (path in soups or (site_dir / path).is_file()) or (
                parts.fragment and unquote(parts.fragment) not in anchors.get(path, {parts.fragment})
            ):
                broken.append(f"{url}: {target}")
    assert not broken, "\n".join(broken)


def test_ids_are_unique_on_a_page(soups):
    for url, soup in soups.items():
        ids = [tag["id"] for tag in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), (url, {i for i in ids if ids.count(i) > 1})


def test_headings_have_ids_and_descend_one_level_at_a_time(soups):
    for url, soup in soups.items():
        article = soup.find("article")
        if url == "404.html" or article is None:
            continue
        level = 0
        for heading in article.find_all(["h1", "h2", "h3", "h4"]):
            assert heading.get("id"), (url, heading)
            assert int(heading.name[1]) <= level + 1, (url, heading.get_text())
            level = int(heading.name[1])


def test_pictures_say_in_words_what_they_show(soups):
    for url, soup in soups.items():
        for image in soup.find_all("img"):
            assert len(image.get("alt", "").split()) >= 4, (url, image.get("src"))


def test_nothing_is_loaded_from_elsewhere(soups):
    for url, soup in soups.items():
        for tag in soup.find_all(["script", "link", "img", "iframe", "source"]):
            address = tag.get("src") or tag.get("href") or ""
            if tag.name == "link" and tag.get("rel") in (["canonical"], ["prev"], ["next"]):
                continue
            assert not address.startswith(("http:", "https:", "//")), (url, address)


def test_html_is_valid(site_dir: Path, root: Path):
    done = subprocess.run(
        ["node_modules/.bin/html-validate", "--config", "htmlvalidate.json", f"{site_dir}/**/*.html"],
        cwd=root / "tests/web",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-4000:]


def test_index_holds_each_table_once(site_dir: Path, catalog):
    docs = json.loads((site_dir / "search/search_index.json").read_text("utf-8"))["docs"]
    for table in catalog.comparisons.values():
        home = [doc for doc in docs if doc["location"].startswith(f"compare/{table.id}/")]
        assert any(table.criteria[0].label in doc["text"] for doc in home), table.id
        elsewhere = [d for d in docs if d not in home and not d["location"].startswith("compare/")]
        cells = {cell for row in table.cells.values() for cell in row.values()}
        plain = {cell for cell in cells if len(cell) > 25 and not re.search(r"[\[*`&<>\"']", cell)}
        for doc in elsewhere:  # prose may say one or two of the same things
            assert sum(cell in doc["text"] for cell in plain) < 3, (table.id, doc["location"])


@pytest.mark.parametrize(
    ("block", "left_out"),
    [
        ('<div class="a" data-search-exclude><div>x</div></div>', True),
        ("<div><p data-search-exclude>x</p></div>", False),
        ("<form data-search-exclude><p>x</p></form> <h2>A</h2>", False),
        ("<p data-search-exclude>x</p> <p>y</p>", False),
        ("words", False),
    ],
)
def test_only_whole_blocks_are_kept_from_the_search(block: str, left_out: bool):
    assert unsearched(block) is left_out


def test_every_service_is_in_the_index(site_dir: Path, catalog):
    docs = json.loads((site_dir / "search/search_index.json").read_text("utf-8"))["docs"]
    assert {f"services/#{id_}" for id_ in catalog.services} <= {doc["location"] for doc in docs}


def test_every_comparison_has_its_page(catalog, root: Path):
    pages = {path.stem for path in (root / "docs/compare").glob("*.md")} - {"index", "side-by-side"}
    assert pages == set(catalog.comparisons)


def test_other_names_are_in_the_index(site_dir: Path, catalog):
    index = json.loads((site_dir / "search/search_index.json").read_text("utf-8"))
    known = {doc["location"]: doc.get("aliases", []) for doc in index["docs"]}
    for service in catalog.services.values():
        for former in service.former_names:
            assert former.name in known[f"services/#{service.id}"]
            assert index["config"]["expand"][former.name.casefold()]


def test_glossary_terms_lead_to_sections_that_exist(catalog, soups):
    lost = []
    for term in catalog.glossary.values():
        if term.page:
            path, _, anchor = term.page.partition("#")
            soup = soups.get(url_of(path))
            if soup is None or (anchor and soup.find(id=anchor) is None):
                lost.append(f"{term.id}: {term.page}")
    assert not lost


def test_a_finished_task_covers_all_its_objectives(catalog, site_dir: Path):
    coverage = json.loads((site_dir / "api/v1/coverage.json").read_text("utf-8"))
    for task in ("mla-c02/1.1", "mla-c01/1.1"):
        for id_ in (id_ for id_ in catalog.objectives if id_.startswith(f"{task}.")):
            assert coverage[id_], f"no page covers {id_}"


def test_published_json_is_served_with_its_schemas(site_dir: Path):
    index = json.loads((site_dir / "api/v1/index.json").read_text("utf-8"))
    for entry in index["files"]:
        assert (site_dir / "api/v1" / entry["url"]).is_file()
        assert (site_dir / "api/v1" / entry["schema"]).is_file()
