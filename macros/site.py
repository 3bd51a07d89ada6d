"""Everything a build knows: all data, and what every page says about itself."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import catalog, pages
from .kept import kept
from .yamlfile import Fault


@dataclass(frozen=True)
class Site:
    """The validated data and the pages' front matter."""

    catalog: catalog.Catalog
    pages: Mapping[str, pages.PageInfo]


@functools.cache
def read_site(root: Path) -> tuple[Site, tuple[Fault, ...]]:
    """Read ``data/`` and the pages' front matter once; the faults are those of the front matter.

    Raises CatalogError with all faults of the data.
    """
    data = kept(root, "catalog", (root / "data").rglob("*"), lambda: catalog.load(root))
    infos, faults = pages.read(root, data)
    return Site(data, infos), faults


def load_site(root: Path) -> Site:
    """The site below a folder.

    Raises CatalogError with all faults of the data, or else of the front matter.
    """
    site, faults = read_site(root)
    if faults:
        raise catalog.CatalogError(faults)
    return site
