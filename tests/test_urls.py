"""What was published stays where it was, or a redirect leads to where it went."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from tests.project import mkdocs, small_project
from tests.urls import add, broken, built_pages, published, read

EMPTY = "redirect_maps: {}"


def test_every_published_address_still_works(site_dir: Path):
    recorded = read()
    assert recorded == sorted(set(recorded)) and len(recorded) > 500
    faults = broken(recorded, built_pages(site_dir))
    assert not faults, "\n".join(faults)


def test_entries_that_a_component_makes_are_recorded(catalog):
    recorded = set(read())
    assert "/" in recorded and "/services/" in recorded
    assert sum(f"/services/#{id_}" in recorded for id_ in catalog.services) > 200


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_project(root, tmp_path_factory.mktemp("urls") / "project")
    assert mkdocs(folder, "build", "--strict", "--quiet").returncode == 0
    return folder


@pytest.fixture(scope="module")
def recorded(project: Path) -> list[str]:
    """Addresses of the made-up site before anything moved."""
    return sorted(published(built_pages(project / "site")))


@pytest.fixture(scope="module")
def moved(project: Path, recorded: list[str]) -> Path:
    """The made-up project with a page renamed and nothing said about it."""
    (project / "docs/track/clay.md").rename(project / "docs/track/earth.md")
    home = project / "docs/index.md"
    home.write_text(home.read_text("utf-8").replace("track/clay.md", "track/earth.md"), "utf-8")
    return project


def rebuilt(folder: Path, redirects: str):
    """Addresses of the project with these redirects, which are YAML."""
    config = folder / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert EMPTY in text
    config.write_text(text.replace(EMPTY, f"redirect_maps: {redirects}"), "utf-8")
    done = mkdocs(folder, "build", "--strict", "--quiet")
    config.write_text(text, "utf-8")
    assert done.returncode == 0, done.stderr
    return built_pages(folder / "site")


def test_pages_and_headings_are_recorded(recorded):
    assert {"/", "/track/", "/track/clay/", "/track/clay/#shards", "/services/#kiln"} <= set(recorded)


def test_a_renamed_page_is_missed(moved, recorded):
    faults = broken(recorded, rebuilt(moved, "{}"))
    assert {fault.partition(":")[0] for fault in faults} >= {"/track/clay/", "/track/clay/#shards"}
    assert all("redirect_maps in mkdocs.yml" in fault for fault in faults)


def test_a_redirect_leads_to_the_renamed_page_without_a_script(moved, recorded):
    pages = rebuilt(moved, "{track/clay.md: track/earth.md}")
    assert pages["/track/clay/"].leads_to == "/track/earth/"
    assert "/track/earth/#shards" in published(pages)
    assert "/track/clay/" not in published(pages)  # what redirects is no page
    assert broken(recorded, pages) == []
    page = (moved / "site/track/clay/index.html").read_text("utf-8")
    script = re.search(r"<script>(.*?)</script>", page)[1]
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert f"script-src 'self' 'sha256-{allowed}'" in policy


def test_a_heading_that_lost_its_id_is_missed(moved, recorded):
    page = moved / "docs/track/earth.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("## Shards {: #shards }", "## Sherds {: #sherds }"), "utf-8")
    home = moved / "docs/index.md"
    home.write_text(home.read_text("utf-8").replace("#shards", "#sherds"), "utf-8")
    (fault,) = broken(recorded, rebuilt(moved, "{track/clay.md: track/earth.md}"))
    assert fault.startswith("/track/clay/#shards: /track/earth/ has no #shards")
    assert broken(recorded, rebuilt(moved, '{track/clay.md: "track/earth.md#sherds"}')) == []


def test_a_redirect_to_nowhere_or_round_in_circles_is_no_redirect(tmp_path: Path):
    for name, target in (("a", "../b/"), ("b", "../a/"), ("c", "../gone/")):
        (tmp_path / name).mkdir()
        refresh = f'<meta http-equiv="refresh" content="0; url={target}">'
        (tmp_path / name / "index.html").write_text(refresh, "utf-8")
    pages = built_pages(tmp_path)
    assert all("which is no page" in fault for fault in broken(["/a/", "/c/"], pages))
    assert len(broken(["/a/", "/c/"], pages)) == 2


def test_addresses_are_added_and_never_removed(project, recorded, tmp_path: Path):
    record = tmp_path / "urls.txt"
    record.write_text("/long/gone/\n", "utf-8")
    assert add(project / "site", record) > 10
    first = record.read_text("utf-8")
    assert "/long/gone/" in read(record) and "/track/" in read(record)
    assert add(project / "site", record) == 0
    assert record.read_text("utf-8") == first
