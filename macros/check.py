"""``python -m macros.check``: every fault of the data and of every page, before a build.

Pages are rendered with the very components the build uses, so a misspelt id in
a page is reported with its line, together with all other faults.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import jinja2

from . import Site, load_site, macros_for
from .catalog import CatalogError
from .page import Page
from .pages import split
from .schema import COLLECTIONS
from .yamlfile import Fault


def check(root: Path) -> Site:
    """Return the validated site.

    Raises CatalogError with all faults of the data, or else of the pages.
    """
    site = load_site(root)
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    faults = [fault for path in site.pages for fault in _page_faults(root, path, site, environment)]
    if faults:
        raise CatalogError(faults)
    return site


def _page_faults(root: Path, path: str, site: Site, environment: jinja2.Environment) -> Iterator[Fault]:
    name = f"docs/{path}"
    _, body, first_line = split((root / name).read_text("utf-8"))
    # Every call stands alone here, so that one fault does not hide the next.
    page = Page(site.catalog, site.pages, path)
    macros = macros_for(lambda _: page)
    faults: list[Fault] = []

    def guarded(macro):
        @jinja2.pass_context
        def call(context, *args, **kwargs):
            try:
                return macro(context, *args, **kwargs)
            except Exception as error:  # whatever a component says, with its place
                # A running template's frames carry lines of the module Jinja compiled.
                compiled = _template_line(traceback.extract_stack())
                line = template.get_corresponding_lineno(compiled)
                faults.append(Fault(name, first_line - 1 + line, _said(error)))
                return ""

        return call

    try:
        template = environment.from_string(body)
        template.render({n: guarded(m) for n, m in macros.items()} | {"page": page})
    except jinja2.TemplateSyntaxError as error:
        faults.append(Fault(name, first_line - 1 + error.lineno, f"Jinja syntax: {error.message}"))
    except Exception as error:  # undefined names
        line = _template_line(traceback.extract_tb(error.__traceback__))
        faults.append(Fault(name, first_line - 1 + line, _said(error)))
    yield from faults


def _template_line(frames: traceback.StackSummary) -> int:
    """Line of the innermost frame that belongs to a page."""
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return lines[-1] if lines and lines[-1] else 1


def _said(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def main() -> int:
    """Print all faults, or one line that says what was checked."""
    try:
        site = check(Path.cwd())
    except CatalogError as error:
        print(error, file=sys.stderr)
        count = len(error.faults)
        print(f"{count} fault{'s' if count != 1 else ''}", file=sys.stderr)
        return 1
    records = sum(len(getattr(site.catalog, collection.name)) for collection in COLLECTIONS)
    print(f"{len(site.pages)} pages and {records} records: no faults")
    return 0


if __name__ == "__main__":
    sys.exit(main())
