"""Pages as a reader meets them: on a desktop and a phone, in both themes, with and without scripts."""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.waiting import wait_until

TASK = "mla/1-data-preparation/1.1-ingest-and-store/"
# One page of each kind.
KINDS = {
    "home": "",
    "exam home": "mla/",
    "theory home": "mls/",
    "domain home": "mla/1-data-preparation/",
    "task home": TASK,
    "topic with everything": f"{TASK}streaming-ingestion/",
    "topic with formulas": f"{TASK}vector-stores/",
    "comparison": "compare/streaming-services/",
    "comparison hub": "compare/",
    "services": "services/",
    "about": "about/",
}


@pytest.fixture(scope="session")
def axe(root) -> str:
    return (root / "tests/web/node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_accessibility_violation(open_page, axe, kind, scheme):
    page = open_page(KINDS[kind], scheme=scheme)
    page.evaluate("document.querySelectorAll('article details').forEach(d => d.open = true)")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    told = [f"{v['id']}: {v['help']} {[n['html'][:160] for n in v['nodes'][:3]]}" for v in found]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("kind", KINDS)
def test_phone_shows_everything_without_sideways_scroll(open_page, axe, kind):
    page = open_page(KINDS[kind], viewport=PHONE)
    page.evaluate("document.querySelectorAll('article details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    cut = page.evaluate(
        """() => [...document.querySelectorAll('article :is(td, th, p, li, h1, h2, h3, img, figure, pre)')]
            // Code and the drawing of a guide (whose list says the same) scroll in frames of their own.
            .filter(e => e.checkVisibility() && !e.closest('thead, pre, .decide__drawing'))
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.outerHTML.slice(0, 120))"""
    )
    assert not cut
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert not [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]


def test_all_pages_fit_a_phone_and_ask_nobody_else(open_page, paths, site_url):
    page = open_page("", viewport=PHONE)
    wide = []
    for path in paths:
        page.goto(site_url + path)
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(path)
    assert not wide
    assert not page.strays


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("kind", KINDS)
def test_reads_without_scripts(open_page, kind, viewport):
    page = open_page(KINDS[kind], viewport=viewport, script=False)
    assert page.locator("h1").first.is_visible()
    for table in page.locator("article .table-wrap > table").all():
        if table.locator("xpath=ancestor::details[not(@open)]").count() == 0:
            assert table.locator("tbody td, tbody th").first.is_visible()
    answers = page.locator("article .question__answer > summary")
    if answers.count():
        answers.first.click()
        assert page.locator("article .question__answer .question__reasons li").first.is_visible()
    guides = page.locator("article .decide summary")
    if guides.count():
        guides.first.click()
        assert page.locator("article .decide details[open]").count() == 1
    assert not page.strays


def test_cards_on_a_phone_name_every_value(open_page):
    page = open_page("compare/streaming-services/", viewport=PHONE)
    for cell in page.locator("article td[data-label]").all()[:20]:
        label = cell.get_attribute("data-label")
        assert label
        shown = cell.evaluate("e => getComputedStyle(e, '::before').content")
        assert label in shown.replace("\\", "")


def test_formulas_are_drawn_by_the_browser(open_page):
    page = open_page(f"{TASK}vector-stores/")
    boxes = [math.bounding_box() for math in page.locator("article .formula math").all()]
    assert boxes and all(box and box["width"] > 5 and box["height"] > 5 for box in boxes)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_load_in_the_copy_for_the_theme(open_page, scheme):
    page = open_page(f"{TASK}streaming-ingestion/", scheme=scheme)
    figures = page.locator("article figure.drawing")
    assert figures.count() >= 1
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        shown = figure.locator(f"img[src*='-{scheme}.svg']")
        shown.wait_for(state="visible")
        wait_until(page, "argument.complete && argument.naturalWidth > 0", shown.element_handle())
        assert figure.locator("img:visible").count() == 1


def test_keyboard_reaches_search_theme_and_content(open_page):
    page = open_page(f"{TASK}file-formats/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.name") == "query"


def test_citations_lead_to_their_source_and_sources_say_when_they_were_checked(open_page):
    page = open_page(f"{TASK}file-formats/")
    link = page.locator("article sup.cite a").first
    target = page.locator(link.get_attribute("href"))
    assert "Checked" in target.inner_text()
    assert target.locator("a").get_attribute("href").startswith("https://")


def test_answering_a_question_gives_a_verdict_and_the_reasons(open_page):
    page = open_page(f"{TASK}file-formats/")
    question = page.locator(".question[data-type=single]").first
    right = question.locator("li[data-correct] input")
    right.check()
    assert question.locator(".question__verdict").inner_text().startswith("Right")
    assert question.locator(".question__answer[open] .question__reasons li").first.is_visible()
    wrong = question.locator(".question__options:not(.question__reasons) li:not([data-correct]) input").first
    wrong.check()
    assert question.locator(".question__verdict").inner_text().startswith("Not quite")


def test_a_multiple_choice_question_waits_for_all_answers(open_page, paths, site_url):
    page = open_page("")
    for path in paths:
        page.goto(site_url + path)
        question = page.locator(".question[data-type=multiple]").first
        if question.count():
            break
    boxes = question.locator("li[data-correct] input").all()
    boxes[0].check()
    assert "1 of" in question.locator(".question__verdict").inner_text()
    for box in boxes[1:]:
        box.check()
    assert question.locator(".question__verdict").inner_text().startswith("Right")
