"""The only door between Jinja and our code, opened by mkdocs-macros-plugin.

Zensical opens the same door, once for every page, so what costs is cached.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import pass_context

from .catalog import Catalog, load
from .components import COMPONENTS
from .page import Page
from .pages import PageInfo
from .pages import load as load_pages


@dataclass(frozen=True)
class Site:
    """All data and what every page says about itself."""

    catalog: Catalog
    pages: Mapping[str, PageInfo]


@functools.cache
def load_site(root: Path) -> Site:
    """Read ``data/`` and the pages' front matter once.

    Raises CatalogError with all faults.
    """
    catalog = load(root)
    return Site(catalog, load_pages(root, catalog))


def macros_for(page_of: Callable[[object], Page]) -> dict[str, Callable]:
    """Components as Jinja functions that find the page they are called on."""

    def bind(component: Callable) -> Callable:
        @pass_context
        def macro(context, *args, **kwargs):
            return component(page_of(context), *args, **kwargs)

        macro.__name__ = component.__name__
        macro.__doc__ = component.__doc__
        return macro

    return {name: bind(component) for name, component in COMPONENTS.items()}


def define_env(env) -> None:
    """Register every component as a macro."""
    site = load_site(Path(env.project_dir))
    # Keyed by identity and holding its key: one register of citations for each rendering.
    rendered: dict[int, tuple[object, Page]] = {}

    def page_of(context) -> Page:
        current = context["page"]
        if id(current) not in rendered:
            file = getattr(current, "file", None)
            path = file.src_uri if file else current.path  # MkDocs, or Zensical
            rendered[id(current)] = (current, Page(site.catalog, site.pages, path))
        return rendered[id(current)][1]

    for name, macro in macros_for(page_of).items():
        env.macro(macro, name)
