"""Services: their names with status marks, and the list of all of them."""

from markupsafe import Markup

from ..page import Page

HOME = "services/index.md"

# How a mark words a state; what is open under its current name needs none.
STATUS_WORDS = {
    "closed": "closed to new customers",
    "frozen": "no new features",
    "ending": "ends",
    "discontinued": "discontinued",
}


def svc(page: Page, id_: str) -> Markup:
    """A service's name, linked to its entry, with its status mark.

    Its latest former name follows in brackets the first time a page names it.
    """
    service = page.get("services", id_)
    first = id_ not in page.named
    page.named.add(id_)
    renamed = first and service.status.state == "renamed" and service.former_names
    return page.render(
        "svc.html",
        service=service,
        former=service.former_names[-1].name if renamed else None,
        word=STATUS_WORDS.get(service.status.state),
        home=page.link(HOME, id_),
    )


def service_index(page: Page) -> Markup:
    """Every service of the catalogue, A to Z."""
    services = sorted(page.catalog.services.values(), key=lambda s: _sort_name(s.name))
    letters: dict[str, list] = {}
    for service in services:
        letters.setdefault(_sort_name(service.name)[0].upper(), []).append(service)
    return page.render("service_index.html", letters=letters, words=STATUS_WORDS)


def _sort_name(name: str) -> str:
    """People look for "S3", not for "Amazon S3"."""
    return name.removeprefix("Amazon ").removeprefix("AWS ").casefold()
