"""What became of services, in words and in order."""

from __future__ import annotations

from .catalog import Catalog
from .schema import Service

# How a mark words a state; what is open under its current name needs none.
STATUS_WORDS = {
    "closed": "closed to new customers",
    "frozen": "no new features",
    "ending": "ends",
    "discontinued": "discontinued",
}
# The same as a change, for the list of changes.
CHANGE_WORDS = STATUS_WORDS | {"ending": "end of support announced", "renamed": "renamed"}


def changed_services(catalog: Catalog) -> list[Service]:
    """Renamed, closed, ending and discontinued services, the newest change first, undated ones last."""
    changed = [s for s in catalog.services.values() if s.status.state != "active"]
    return sorted(changed, key=lambda s: (s.status.since or "", s.name), reverse=True)
