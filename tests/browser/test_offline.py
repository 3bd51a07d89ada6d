"""Reading without a network: in the browser that has been here once, and from a disk."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from macros.exports.archive import page_for_disk, write_archive
from macros.exports.offline import kept_files, write_service_worker
from tests.browser.test_search import WATCH, ask
from tests.browser.waiting import wait_until
from tests.serving import served

TOPIC = "mla/1-data-preparation/1.1-ingest-and-store/file-formats/"
OTHER = "mla/1-data-preparation/1.1-ingest-and-store/storage/"
SWITCH = "print/offline/"
KEPT = "await (async () => (await caches.keys()).length === 1 && !!navigator.serviceWorker.controller)()"


@pytest.fixture
def folder(site_dir: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to publish changes in."""
    return shutil.copytree(site_dir, tmp_path / "site")


@pytest.fixture
def context(browser):
    context = browser.new_context(service_workers="allow")
    yield context
    context.close()


def visit(context, url: str):
    """Open a page and wait until the browser keeps the whole site."""
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(url)
    wait_until(page, KEPT)
    return page


def test_one_visit_is_enough_to_read_and_search_offline(context, folder: Path):
    with served(folder) as url:
        page = visit(context, url)
    context.set_offline(True)  # and nobody answers any more
    page.goto(url + TOPIC)
    assert page.locator("article h1").inner_text().startswith("File formats")
    assert page.locator("table.cards").first.is_visible()
    page.locator("article figure img:visible").first.scroll_into_view_if_needed()
    wait_until(
        page, "[...document.querySelectorAll('article figure img')].some(i => i.complete && i.naturalWidth)"
    )
    page.goto(url + OTHER)
    assert page.locator("article h1").inner_text().startswith("Choosing a store")
    page.locator("input[name=query]").click()
    assert any("file-formats" in found for found in ask(page, "parquet")[:5])


def test_offline_is_said_and_missing_pages_too(context, folder: Path):
    with served(folder) as url:
        page = visit(context, url)
        page.reload()
        assert page.locator(".notice").is_hidden()
        context.set_offline(True)
        assert "offline" in page.locator(".notice").inner_text()
        context.set_offline(False)
        assert page.locator(".notice").is_hidden()
    context.set_offline(True)
    assert page.goto(url + "no/such/page/").status == 503
    assert "404" in page.locator("article").inner_text()


def test_a_new_edition_arrives_and_the_old_one_goes(context, folder: Path):
    with served(folder) as url:
        page = visit(context, url + TOPIC)
        page.reload()
        changed = folder / TOPIC / "index.html"
        changed.write_text(changed.read_text("utf-8").replace("In one minute", "In two minutes"), "utf-8")
        write_service_worker(folder)
        page.goto(url + OTHER)  # the visit at which the browser looks for a new edition
        notice = page.locator(".notice")
        notice.get_by_role("button", name="Show it").wait_for(timeout=60_000)
        assert "new edition" in notice.inner_text()
        page.goto(url + TOPIC)
        assert page.locator("article h2", has_text="In two minutes").is_visible()
        assert page.evaluate("caches.keys().then(names => names.length)") == 1


def test_half_an_edition_is_never_taken(context, folder: Path):
    with served(folder) as url:
        page = visit(context, url + TOPIC)
        page.reload()
        write = folder / TOPIC / "index.html"
        write.write_text(write.read_text("utf-8").replace("In one minute", "In two minutes"), "utf-8")
        write_service_worker(folder)
        (folder / OTHER / "index.html").write_text("another edition came in between", "utf-8")
        text = (folder / "sw.js").read_text("utf-8")
        (folder / "sw.js").write_text(
            re.sub(rf'("{OTHER}index.html": )"\w+"', r'\1"0000000000000000"', text), "utf-8"
        )
        page.reload()
        page.wait_for_timeout(1500)
        assert page.locator("article h2", has_text="In one minute").is_visible()
        context.set_offline(True)
        page.goto(url + OTHER)
        assert page.locator("article h1").inner_text().startswith("Choosing a store")


def test_it_can_be_switched_off_and_on(context, folder: Path):
    with served(folder) as url:
        page = visit(context, url + SWITCH)
        state, button = page.locator(".offline__state"), page.locator(".offline button")
        wait_until(page, "document.querySelector('.offline__state').textContent.includes('keeps the site')")
        button.click()
        wait_until(page, "document.querySelector('.offline__state').textContent.includes('switched off')")
        assert page.evaluate("caches.keys().then(names => names.length)") == 0
        page.goto(url + TOPIC)
        page.goto(url + SWITCH)
        assert "switched off" in state.inner_text()
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
        button.click()
        wait_until(page, KEPT)


def test_pdfs_and_data_for_programs_are_not_kept(folder: Path):
    (folder / "pdf").mkdir()
    (folder / "pdf/book.pdf").write_bytes(b"%PDF")
    kept = kept_files(folder)
    assert {"index.html", "404.html", f"{TOPIC}index.html", "search/search_index.json"} <= set(kept)
    assert not [path for path in kept if path.startswith(("pdf/", "api/")) or path == "sw.js"]


@pytest.fixture(scope="module")
def unpacked(site_dir: Path, tmp_path_factory) -> Path:
    """The archive, written and unpacked."""
    folder = tmp_path_factory.mktemp("zip")
    site = shutil.copytree(site_dir, folder / "site")
    before = write_archive(site).read_bytes()
    assert write_archive(site).read_bytes() == before
    with zipfile.ZipFile(site / "ml-exam-atlas.zip") as archive:
        archive.extractall(folder / "disk with spaces")
    return folder / "disk with spaces/ml-exam-atlas"


def test_the_archive_reads_and_searches_from_disk(browser, unpacked: Path):
    page = browser.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda r: "ABORTED" in (r.failure or "") or faults.append(r.url))
    page.on(
        "request",
        lambda request: request.url.startswith(("file:", "data:", "blob:")) or faults.append(request.url),
    )
    page.add_init_script(WATCH.replace("window.Worker = class", "window.Watched = class"))
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("link", name="Start with domain 1").first.click()
    assert page.url.startswith("file:") and page.url.endswith("1-data-preparation/index.html")
    page.locator("article").get_by_role("link", name="File formats").first.click()
    assert page.locator("article h1").inner_text().startswith("File formats")
    page.locator("input[name=query]").click()
    wait_until(page, "typeof __index === 'object'")
    page.locator("input[name=query]").fill("kinesis shard")
    page.locator("input[name=query]").press("End")  # the box listens to keys
    result = page.locator(".md-search-result__item a").first
    result.wait_for(timeout=20_000)
    result.click()
    page.wait_for_url("**/*.html*")
    assert page.url.startswith("file:") and "index.html" in page.url
    assert page.locator("article h1").is_visible()
    assert not faults
    page.close()


def test_every_link_of_the_archive_leads_somewhere(unpacked: Path):
    lost = []
    for page in unpacked.rglob("*.html"):
        if page.name == "404.html":
            continue
        for href in re.findall(r'<a\b[^>]*?\shref="([^"#?]*)', page.read_text("utf-8")):
            if href and not re.match(r"[a-z]+:|//", href) and not (page.parent / href).is_file():
                lost.append((page.relative_to(unpacked).as_posix(), href))
    assert not lost


LINKS = {
    "../x/": "../x/index.html",
    "../x/#y": "../x/index.html#y",
    ".": "./index.html",
    "..": "../index.html",
    "#z": "#z",
    "https://a.example/": "https://a.example/",
    "../a.xml": "../a.xml",
}


@pytest.mark.parametrize("href", LINKS)
def test_links_to_folders_name_their_page(href: str):
    assert page_for_disk(f'<a class="a" href="{href}">x</a>') == f'<a class="a" href="{LINKS[href]}">x</a>'
