"""The reference shelf in a browser: the filter of services and the side-by-side tool."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE
from tests.browser.waiting import wait_until

TOOL = "compare/side-by-side/"
PAIR = "amazon-kinesis-data-streams,amazon-data-firehose"
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "__proto__",
    "constructor",
]


def result(page) -> str:
    """What the tool shows, once it shows something for the choice made."""
    wait_until(page, "document.querySelector('.side-by-side__result').textContent.trim().length > 0")
    return page.locator(".side-by-side__result").inner_text()


def test_services_are_filtered_and_the_choice_can_be_shared(open_page):
    page = open_page("services/")
    total = page.locator(".service:visible").count()
    page.locator("select[name=category]").select_option("streaming")
    page.locator("select[name=exams]").select_option("mla-c01")
    shown = page.locator(".service:visible")
    assert 0 < shown.count() < total
    assert "Amazon Kinesis Data Streams" in " ".join(shown.locator("h3").all_inner_texts())
    assert page.locator("form.filter output").inner_text() == f"{shown.count()} of {total}"
    again = open_page("services/" + page.url.partition("services/")[2])
    assert again.locator(".service:visible").count() == shown.count()
    letters = {
        name.removeprefix("Amazon ").removeprefix("AWS ")[0] for name in shown.locator("h3").all_inner_texts()
    }
    assert set(again.locator("h2[id^=letter-]:visible").all_inner_texts()) == letters


def test_a_candidate_skips_what_only_the_other_version_asks(open_page):
    page = open_page("mla/c01-to-c02/")
    shown = page.locator(".exam-pages li:visible")
    everything = shown.count()
    titles = {}
    for exam in ("mla-c01", "mla-c02"):
        page.locator("select[name=exams]").select_option(exam)
        titles[exam] = set(shown.locator("a").all_inner_texts())
        assert page.url.endswith(f"?exams={exam}")
    assert "Knowledge bases" in titles["mla-c02"] - titles["mla-c01"]
    assert "Edge, compilation and containers" in titles["mla-c01"] - titles["mla-c02"]
    assert "Inference options" in titles["mla-c01"] & titles["mla-c02"]
    assert len(titles["mla-c01"] | titles["mla-c02"]) == everything


def test_status_filter_finds_what_is_closed(open_page):
    page = open_page("services/?state=closed")
    badges = page.locator(".service:visible h3 .badge").all_inner_texts()
    assert badges
    assert {"closed to new customers"} == set(badges)


def test_two_subjects_stand_side_by_side(open_page):
    page = open_page(f"{TOOL}?pick={PAIR}")
    page.locator(".side-by-side__result table").first.wait_for()
    heads = page.locator(".side-by-side__result table").first.locator("thead th").all_inner_texts()
    assert heads == ["Amazon Kinesis Data Streams", "Amazon Data Firehose"]
    assert "365 days" in result(page)
    assert not page.strays


def test_the_tool_works_from_the_keyboard_and_keeps_the_address(open_page):
    page = open_page(TOOL)
    assert "Choose at least two" in result(page)
    for number, name in enumerate(("Parquet", "ORC")):
        page.locator("select[name=pick]").nth(number).focus()
        page.keyboard.type(name)
        page.keyboard.press("Tab")
    wait_until(page, "document.querySelector('.side-by-side__result table')")
    assert page.url.endswith("?pick=parquet,orc")
    assert "Columns" in result(page)


def test_links_of_cells_lead_where_they_led(open_page, site_url):
    page = open_page(f"{TOOL}?pick={PAIR}")
    page.locator(".side-by-side__result table").first.wait_for()
    for href in page.locator(".side-by-side__result a").evaluate_all("links => links.map(a => a.href)"):
        assert page.request.get(href.partition("#")[0]).ok, href


def test_the_tool_fits_a_phone(open_page):
    page = open_page(f"{TOOL}?pick={PAIR}", viewport=PHONE)
    page.locator(".side-by-side__result table").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_tool_points_to_the_tables(open_page):
    page = open_page(TOOL, script=False)
    assert page.locator("form.side-by-side").is_hidden()
    assert page.locator(".side-by-side__result a").get_attribute("href") == "../"
    assert open_page("services/", script=False).locator(".service:visible").count() > 250


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_are_data(open_page, text):
    for path in (f"{TOOL}?pick={text},{text}", f"services/?category={text}&state={text}"):
        page = open_page(path)
        page.wait_for_timeout(200)
        assert not [stray for stray in page.strays if "404" not in stray]
        assert page.locator("article img[src=x], article script:not([type])").count() == 0
