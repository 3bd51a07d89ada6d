"""Material's search index, completed with the other names things go by.

Nobody sees these names on a page: they come from the data and from the pages'
front matter, and lead a query for a former name or an abbreviation to the page
on the thing.
"""

from __future__ import annotations

import json

from ..site import Site


def with_aliases(index: str, site: Site) -> str:
    """The text of search_index.json -> the same with aliases and the words they stand for."""
    data = json.loads(index)
    by_location: dict[str, list[str]] = {info.url: list(info.aliases) for info in site.pages.values()}
    for service in site.catalog.services.values():
        by_location[f"services/#{service.id}"] = service_aliases(service)
    for term in site.catalog.glossary.values():
        if term.page:
            path, _, anchor = term.page.partition("#")
            if path in site.pages:
                location = site.pages[path].url + (f"#{anchor}" if anchor else "")
                names = [term.term, *([term.abbreviation] if term.abbreviation else []), *term.aliases]
                by_location.setdefault(location, []).extend(names)
    # A list of sources answers no question.
    data["docs"] = [doc for doc in data["docs"] if not doc["location"].endswith("#sources")]
    for document in data["docs"]:
        if aliases := by_location.get(document["location"]):
            document["aliases"] = aliases
    data["config"]["expand"] = expansions(site)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def service_aliases(service) -> list[str]:
    """Every other name of a service."""
    former = [name.name for name in service.former_names]
    return [*service.abbreviations, *former, *service.aliases]


def expansions(site: Site) -> dict[str, str]:
    """Other name, in lower case -> the name used on pages, for rewriting a query."""
    found: dict[str, str] = {}
    for service in site.catalog.services.values():
        for alias in service_aliases(service):
            found.setdefault(alias.casefold(), service.name)
    for term in site.catalog.glossary.values():
        for alias in (*([term.abbreviation] if term.abbreviation else []), *term.aliases):
            found.setdefault(alias.casefold(), term.term)
    return dict(sorted(found.items()))
