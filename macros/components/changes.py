"""What changed: from edition to edition, and since the latest."""

from markupsafe import Markup

from ..editions import Change, differences, facts_of, grouped, history
from ..page import Page
from .comparisons import home_of
from .services import HOME


def changes(page: Page) -> Markup:
    """The current edition, what changed since, and what changed in each."""
    issues = history(page.catalog)
    today = facts_of(page.catalog, page.pages)

    def href(change: Change) -> str:
        """Where a reader finds what is changed; nothing when it is gone or on many pages."""
        if change.after is None:
            return ""
        first = change.id.partition("/")[0]
        path, anchor = {
            "services": (HOME, first),
            "comparisons": (home_of(first), ""),
            "pages": (change.id, ""),
        }.get(change.kind, ("", ""))
        return page.link(path, anchor) if path in page.pages else ""

    return page.render(
        "changes.html",
        issues=issues,
        since=differences(issues[0].facts, today) if issues else (),
        grouped=grouped,
        href=href,
    )
