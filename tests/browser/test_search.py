"""The real search box, asked what people really ask. The list is queries.yml; grow it with the content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.browser.conftest import PHONE
from tests.browser.waiting import wait_until

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
WITHIN = 3  # results a reader looks at


# Counts what the box asks its worker and what comes back, to know when an answer is the last one.
WATCH = """
const Plain = Worker;
window.Worker = class extends Plain {
  constructor(...rest) {
    super(...rest);
    window.watched = { asked: 0, answered: 0, query: null };
    this.addEventListener("message", ({ data }) => { if (data.type === 3) window.watched.answered++; });
  }
  postMessage(message) {
    if (message.type === 2) { window.watched.asked++; window.watched.query = message.data; }
    super.postMessage(message);
  }
};
"""


def ask(page, query: str) -> list[str]:
    """Type a query into Material's box; return where each result leads, best first."""
    box = page.locator("input[name=query]")
    box.fill(query)
    box.press("End")  # the box listens to keys
    wait_until(page, "watched.query === argument && watched.asked === watched.answered", query)
    page.evaluate("() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))")
    found = page.locator(".md-search-result__item").evaluate_all(
        "items => items.map(i => [...i.querySelectorAll('a')].map(a => a.getAttribute('href')))"
    )
    # The words to highlight are not part of where a result leads.
    return [" ".join(re.sub(r"\?h=[^#]*", "", link) for link in links) for links in found]


def missed_queries(page, kind: str) -> list[str]:
    """Queries of a kind whose expected page is not among the first results, with what is."""
    missed = []
    for query, wanted in QUERIES[kind].items():
        wanted = wanted if isinstance(wanted, list) else [wanted]
        results = ask(page, query)
        if not any(want in result for result in results[:WITHIN] for want in wanted):
            shown = [result.split(" ")[0].split("/", 3)[-1] for result in results[:WITHIN]]
            missed.append(f"{query!r}: wanted {wanted} in the first {WITHIN}, got {shown}")
    return missed


@pytest.fixture
def box(open_page):
    page = open_page("", prepare=WATCH)
    page.locator("input[name=query]").click()
    return page


def test_there_are_enough_queries_of_every_kind():
    assert sum(len(queries) for queries in QUERIES.values()) >= 60
    assert {"names", "former names", "versus", "symptoms", "questions", "numbers", "typos"} <= set(QUERIES)


@pytest.mark.parametrize("kind", QUERIES)
def test_search_finds(box, kind):
    missed = missed_queries(box, kind)
    assert not missed, "\n".join(missed)
    assert not box.strays


def test_results_show_sections_with_what_was_found_highlighted(box):
    ask(box, "hot shard")
    assert box.locator(".md-search-result__item mark").count() >= 1
    assert box.locator(".md-search-result__item a[href*='#']").count() >= 1


def test_typing_is_completed(box):
    ask(box, "kines")
    assert box.locator("[data-md-component=search-suggest]").inner_text().startswith("kinesis")


def test_a_result_opens_its_page_with_the_words_highlighted(box):
    ask(box, "partition key")
    box.locator(".md-search-result__item a").first.click()
    box.locator("article mark").first.wait_for()


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror=alert(1)>", "\"'><script>1</script>", "((((", "-*~^:+"]
)
def test_odd_input_does_no_harm(box, hostile):
    ask(box, hostile)
    assert box.locator(".md-search-result__item img, .md-search-result__item script").count() == 0
    assert not box.strays


def test_search_works_on_a_phone(open_page):
    page = open_page("", viewport=PHONE, prepare=WATCH)
    page.locator("label[for=__search].md-header__button").click()
    assert any("file-formats" in result for result in ask(page, "parquet"))
