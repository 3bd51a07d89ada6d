"""The Atom feed of editions: ``changes.xml`` at the site's root."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from urllib.parse import urljoin

from ..editions import Issue, grouped, history
from ..page import Page
from ..pages import url_of
from ..site import Site

NAME = "changes.xml"
HOME = "about/changes.md"
_ATOM = "http://www.w3.org/2005/Atom"
# Ids outlive every address of the site, so they name none: .invalid belongs to nobody.
_TAG = "tag:ml-exam-atlas.invalid,2026:"


def feed_files(site: Site, site_url: str, title: str = "ML Exam Atlas") -> dict[str, str]:
    """File name -> text; none without a page on changes or without editions."""
    issues = history(site.catalog)
    return {NAME: atom(site, issues, site_url, title)} if issues and HOME in site.pages else {}


def atom(site: Site, issues: tuple[Issue, ...], site_url: str, title: str) -> str:
    """The feed's XML; ``site_url`` is where the site is published."""
    ET.register_namespace("", _ATOM)
    home = urljoin(site_url, url_of(HOME))
    feed = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": "en"})
    _add(feed, "id", f"{_TAG}changes")
    _add(feed, "title", f"{title}: changes of facts")
    _add(feed, "updated", _moment(issues[0]))
    _add(feed, "link", rel="self", type="application/atom+xml", href=urljoin(site_url, NAME))
    _add(feed, "link", rel="alternate", type="text/html", href=home)
    _add(_add(feed, "author"), "name", title)
    for issue in issues:
        entry = _add(feed, "entry")
        _add(entry, "id", f"{_TAG}edition/{issue.edition.id}")
        _add(entry, "title", f"Edition {issue.edition.id}")
        _add(entry, "updated", _moment(issue))
        anchor = f"#edition-{issue.edition.id.replace('.', '-')}"
        _add(entry, "link", rel="alternate", type="text/html", href=home + anchor)
        _add(entry, "content", _html(site, issue), type="html")
    ET.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
    element.text = text
    return element


def _moment(issue: Issue) -> str:
    return f"{issue.edition.date}T00:00:00Z"


def _html(site: Site, issue: Issue) -> str:
    """Without links: a reader of feeds would not know what they are relative to."""
    page = Page(site.catalog, site.pages, HOME)
    html = page.render("edition.html", issue=issue, groups=grouped(issue.changes), href=lambda _: "")
    return str(html)  # markup that knows it is safe escapes what ElementTree escapes
