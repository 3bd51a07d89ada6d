"""A real browser on the built site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.chromium import FLAGS, find_or_install
from tests.serving import served

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    with served(site_dir) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> str:
    return find_or_install()


@pytest.fixture(scope="session")
def playwright(chromium: str) -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(chromium: str, playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def open_page(browser: Browser, site_url: str):
    """Open a page below the root; refuses every request that leaves the site."""
    contexts = []

    def open_(
        path: str = "",
        *,
        viewport: dict = DESKTOP,
        scheme: str = "light",
        script: bool = True,
        prepare: str = "",
    ) -> Page:
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, java_script_enabled=script,
            service_workers="block",  # or each page would fetch the whole site
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        if prepare:
            page.add_init_script(prepare)
        page.strays = []  # what left the origin, and what went wrong in scripts
        page.on("request", lambda r: page.strays.append(r.url) if not _inside(r.url, site_url) else None)
        page.on("pageerror", lambda error: page.strays.append(str(error)))
        page.on("console", lambda m: page.strays.append(m.text) if m.type == "error" else None)
        page.goto(site_url + path)
        return page

    yield open_
    for context in contexts:
        context.close()


def _inside(url: str, site_url: str) -> bool:
    return url.startswith((site_url, "data:", "blob:"))


@pytest.fixture(scope="session")
def paths(site_dir: Path) -> list[str]:
    """Addresses of all pages below the root."""
    files = sorted(site_dir.rglob("index.html"))
    return [path.relative_to(site_dir).as_posix().removesuffix("index.html") for path in files]
