"""``python -m macros.check``: every fault of the data and of every page, before a build.

Pages are rendered with the very components the build uses, so a misspelt id in
a page is reported with its line, together with all other faults.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import jinja2

from . import macros_for
from .catalog import CatalogError, nearest
from .components import COMPONENTS
from .page import Page
from .pages import split
from .schema import COLLECTIONS
from .site import Site, read_site
from .yamlfile import Fault


def check(root: Path) -> Site:
    """Return the validated site.

    Raises CatalogError with all faults of the data, or else of all pages.
    """
    site, faults = read_site(root)
    found = [fault for path in site.pages for fault in _page_faults(root, path, site)]
    if found or faults:
        raise CatalogError([*faults, *found])
    return site


def _page_faults(root: Path, path: str, site: Site) -> list[Fault]:
    name = f"docs/{path}"
    try:
        _, body, first_line = split((root / name).read_text("utf-8-sig"))
    except UnicodeDecodeError:
        return []  # reported with the front matter
    page = Page(site.catalog, site.pages, path)
    faults: list[Fault] = []
    templates: list[jinja2.Template] = []

    def note(message: str) -> str:
        """Record a fault where the page is being rendered; rendering goes on, so that all are found."""
        # Frames of a running template carry lines of the module that Jinja compiled.
        compiled = _template_line(traceback.extract_stack())
        line = templates[0].get_corresponding_lineno(compiled)
        faults.append(Fault(name, first_line - 1 + line, message))
        return ""

    def noting(name, macro):
        @jinja2.pass_context
        def call(context, *args, **kwargs):
            try:
                return macro(context, *args, **kwargs)
            except Exception as error:  # whatever a component says
                if name == "sources" and faults:
                    return ""  # nothing is cited because what would cite is faulty
                return note(_said(error))

        return call

    class Unknown(jinja2.Undefined):
        def _noted(self, *_: object, **__: object) -> str:
            hint = nearest(str(self._undefined_name), COMPONENTS)
            return note(f'unknown name "{self._undefined_name}"{hint}')

        def _false(self, *_: object) -> bool:
            return bool(self._noted())

        __str__ = __call__ = __getattr__ = __getitem__ = __add__ = __radd__ = _noted
        __bool__ = __eq__ = __ne__ = __lt__ = __gt__ = _false
        __hash__ = jinja2.Undefined.__hash__

        def __iter__(self):
            return iter(self._noted())

    environment = jinja2.Environment(undefined=Unknown)
    macros = {name: noting(name, macro) for name, macro in macros_for(lambda _: page).items()}
    try:
        templates.append(environment.from_string(body))
        templates[0].render(macros | {"page": page})
    except jinja2.TemplateSyntaxError as error:
        faults.append(Fault(name, first_line - 1 + error.lineno, f"Jinja syntax: {error.message}"))
    except Exception as error:
        line = _template_line(traceback.extract_tb(error.__traceback__))
        faults.append(Fault(name, first_line - 1 + line, _said(error)))
    return faults


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
