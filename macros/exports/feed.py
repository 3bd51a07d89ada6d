"""The Atom feeds at the site's root: ``changes.xml`` of editions, ``status.xml`` of services."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from urllib.parse import urljoin

from ..editions import Issue, grouped, history
from ..lifecycle import CHANGE_WORDS, changed_services
from ..page import Page, month
from ..pages import url_of
from ..site import Site

NAME = "changes.xml"
HOME = "about/changes.md"
STATUS_NAME = "status.xml"
STATUS_HOME = "services/status.md"
STATUS_LENGTH = 50  # entries a feed carries
_ATOM = "http://www.w3.org/2005/Atom"
# Ids outlive every address of the site, so they name none: .invalid belongs to nobody.
_TAG = "tag:ml-exam-atlas.invalid,2026:"


def feed_files(site: Site, site_url: str, title: str = "ML Exam Atlas") -> dict[str, str]:
    """File name -> text; a feed needs the page it belongs to, and editions to date it."""
    issues = history(site.catalog)
    if not issues:
        return {}
    files = {}
    if HOME in site.pages:
        files[NAME] = atom(site, issues, site_url, title)
    if STATUS_HOME in site.pages:
        files[STATUS_NAME] = status_atom(site, _moment(issues[0]), site_url, title)
    return files


def status_atom(site: Site, updated: str, site_url: str, title: str) -> str:
    """The feed of services whose status changed, newest first; undated changes are left out."""
    home = urljoin(site_url, url_of(STATUS_HOME))
    feed = _feed(f"{title}: service status", "status", updated, urljoin(site_url, STATUS_NAME), home, title)
    dated = [service for service in changed_services(site.catalog) if service.status.since]
    for service in dated[:STATUS_LENGTH]:
        status = service.status
        entry = _add(feed, "entry")
        _add(entry, "id", f"{_TAG}status/{service.id}/{status.state}")
        _add(entry, "title", f"{service.name}: {CHANGE_WORDS[status.state]}")
        _add(entry, "updated", f"{_whole(status.since)}T00:00:00Z")
        _add(entry, "link", rel="alternate", type="text/html", href=f"{home}#status-{service.id}")
        instead = ", ".join(site.catalog.services[id_].name for id_ in status.successor)
        ends = f" Support ends on {month(status.ends)}." if status.ends else ""
        said = f"Since {month(status.since)}.{ends}{f' Use instead: {instead}.' if instead else ''}"
        _add(entry, "content", said, type="text")
    return _text(feed)


def _whole(day: str) -> str:
    """A date whose month or day is not known, as the first it can be."""
    return day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day


def atom(site: Site, issues: tuple[Issue, ...], site_url: str, title: str) -> str:
    """The feed's XML; ``site_url`` is where the site is published."""
    home = urljoin(site_url, url_of(HOME))
    updated = _moment(issues[0])
    feed = _feed(f"{title}: changes of facts", "changes", updated, urljoin(site_url, NAME), home, title)
    for issue in issues:
        entry = _add(feed, "entry")
        _add(entry, "id", f"{_TAG}edition/{issue.edition.id}")
        _add(entry, "title", f"Edition {issue.edition.id}")
        _add(entry, "updated", _moment(issue))
        anchor = f"#edition-{issue.edition.id.replace('.', '-')}"
        _add(entry, "link", rel="alternate", type="text/html", href=home + anchor)
        _add(entry, "content", _html(site, issue), type="html")
    return _text(feed)


def _feed(title: str, name: str, updated: str, address: str, home: str, author: str) -> ET.Element:
    """An Atom feed without entries."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": "en"})
    _add(feed, "id", f"{_TAG}{name}")
    _add(feed, "title", title)
    _add(feed, "updated", updated)
    _add(feed, "link", rel="self", type="application/atom+xml", href=address)
    _add(feed, "link", rel="alternate", type="text/html", href=home)
    _add(_add(feed, "author"), "name", author)
    return feed


def _text(feed: ET.Element) -> str:
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
