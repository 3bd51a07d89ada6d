"""The only door between Jinja and our code, opened by mkdocs-macros-plugin.

Zensical opens the same door, once for every page, so what costs is cached.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import pass_context

from .components import COMPONENTS, INLINE_COMPONENTS
from .page import Page
from .placeholders import hold
from .site import load_site


def macros_for(page_of: Callable[[object], Page], block: Callable[[str], str] = str) -> dict[str, Callable]:
    """Components as Jinja functions that find the page they are called on.

    What a component that stands on a line of its own returns passes through ``block``.
    """

    def bind(component: Callable) -> Callable:
        finish = str if component in INLINE_COMPONENTS else block

        @pass_context
        def macro(context, *args, **kwargs):
            return finish(component(page_of(context), *args, **kwargs))

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

    # Only MkDocs calls us back once a page is converted (macros/hooks.py).
    block = hold if hasattr(env, "on_page_markdown") else str
    for name, macro in macros_for(page_of, block).items():
        env.macro(macro, name)
