"""Ctrl-P: what leaves the browser on paper, whatever the screen shows."""

from __future__ import annotations

import io

import pypdfium2
import pytest

PAGE = "mla/1-data-preparation/1.1-ingest-and-store/file-formats/"
WIDE = "compare/vector-stores/"


@pytest.fixture(params=["light", "dark"])
def printed(request, browser, site_url):
    """A page as the printer gets it, opened in one of the themes."""
    context = browser.new_context(color_scheme=request.param, service_workers="block")
    page = context.new_page()
    page.goto(site_url + PAGE)
    page.emulate_media(media="print", color_scheme=request.param)
    yield page
    context.close()


def shown(page, selector: str) -> list[bool]:
    return page.locator(selector).evaluate_all("nodes => nodes.map(n => n.getClientRects().length > 0)")


def test_only_the_text_is_printed(printed):
    for selector in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".headerlink", ".md-search"):
        assert not any(shown(printed, selector)), selector
    assert any(shown(printed, "article h1"))


def test_paper_is_light(printed):
    color, link = printed.evaluate(
        """() => [document.querySelector("article p"), document.querySelector("article a.svc")]
                 .map(node => getComputedStyle(node).color.match(/[\\d.]+/g).slice(0, 3).map(Number))"""
    )
    assert max(color) < 100
    assert sum(link) < 330
    assert all(shown(printed, 'img[src$="#only-light"]:not(.decide__drawing img)'))
    assert not any(shown(printed, 'img[src$="#only-dark"]'))


def test_what_is_folded_is_printed(printed):
    assert all(shown(printed, "details.question__answer li"))
    assert all(shown(printed, ".decide li p"))


def test_links_out_show_their_address(printed):
    after = printed.locator("ol.sources a").first.evaluate("a => getComputedStyle(a, '::after').content")
    assert "https://" in after


@pytest.mark.parametrize("path", [PAGE, WIDE])
def test_nothing_is_cut_off(browser, site_url, path):
    page = browser.new_page(service_workers="block")
    page.goto(site_url + path)
    document = pypdfium2.PdfDocument(
        io.BytesIO(page.pdf(format="A4", margin={"left": "15mm", "right": "15mm"}))
    )
    for sheet in document:
        width, height = sheet.get_size()
        text = sheet.get_textpage()
        boxes = [text.get_rect(i) for i in range(text.count_rects())]
        assert not [b for b in boxes if b[0] < 0 or b[2] > width or b[1] < 0 or b[3] > height]
    page.emulate_media(media="print")
    for cell in page.locator("table.cards tbody :is(td, th)").all()[:80]:
        assert cell.evaluate("n => n.scrollWidth <= n.clientWidth + 1"), cell.inner_text()
    page.close()


def test_wide_tables_become_cards(browser, site_url):
    page = browser.new_page(service_workers="block")
    page.goto(site_url + WIDE)
    page.emulate_media(media="print")
    table = page.locator("table.cards").first
    assert table.locator("thead tr > *").count() > 5
    assert table.locator("tbody tr").first.evaluate("n => getComputedStyle(n).display") == "block"
    page.close()
