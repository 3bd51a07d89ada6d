"""What MkDocs itself must do for us, beside calling macros.

The one module, with the package's door, that knows MkDocs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

_serving = False
_nav = ()


def _forget_modules() -> None:
    """Let the next import read the package anew: live reload keeps sub-modules otherwise."""
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]


def on_startup(command, dirty):
    """Remember whether we serve: a fault must then leave the last good site standing."""
    global _serving
    _serving = command == "serve"


def on_serve(server, config, builder):
    """Keep serving the last good site while the sources are faulty; MkDocs would answer nothing."""
    build = server.builder

    def build_or_say_why_not() -> None:
        try:
            build()
        except Abort as fault:
            print(fault, file=sys.stderr)

    server.builder = build_or_say_why_not
    return server


@event_priority(100)  # before mkdocs-macros opens the door
def on_config(config):
    """Check the data first; when serving, the pages too (`make site` has checked them before)."""
    _forget_modules()
    from macros.catalog import CatalogError
    from macros.check import check
    from macros.figures import draw_diagrams
    from macros.site import load_site

    root = Path(config.config_file_path).parent
    try:
        site = check(root) if _serving else load_site(root)
    except CatalogError as error:
        raise Abort(f"{error}\n{len(error.faults)} faults; nothing was built") from None
    draw_diagrams(root, site.catalog)
    return config


def on_pre_build(config) -> None:
    """Let mkdocs-macros compile only pages that changed."""
    from macros.compiled import keep_compiled

    plugin = config.plugins["macros"]
    keep_compiled(plugin.env, Path(config.config_file_path).parent, lambda: plugin.page.file.src_uri)


def on_files(files, config):
    """Put our search worker where Material's box looks for its own."""
    from macros.search import worker_source

    root = Path(config.config_file_path).parent
    for file in list(files):
        if file.src_uri.startswith("assets/javascripts/workers/search."):
            files.remove(file)
            if file.src_uri.endswith(".js"):
                files.append(File.generated(config, file.src_uri, content=worker_source(root)))
    return files


@event_priority(-100)  # after mkdocs-macros has filled the page
def on_page_markdown(markdown, page, config, files):
    """Explain the abbreviations a page uses."""
    from macros.components.glossary import tooltips
    from macros.site import load_site

    return markdown + "\n" + tooltips(load_site(Path(config.config_file_path).parent).catalog, markdown)


def on_nav(nav, config, files):
    """Remember the navigation: its titles are known once the pages are read."""
    global _nav
    _nav = nav
    return nav


def on_page_content(html, page, config, files):
    """Put the components' HTML in its place, and tell MkDocs which anchors came with it."""
    from macros.placeholders import anchors, restored

    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *anchors(html)}
    return restored(html)


def on_post_page(output, page, config):
    """Mend what the theme's templates get wrong, and say what the page may load and run."""
    from macros.markup import guarded, installable, repaired
    from macros.placeholders import completed

    output = completed(output)
    # `mkdocs serve` adds a script of its own afterwards, which reloads the page.
    return repaired(output) if _serving else guarded(installable(repaired(output)))


def on_post_template(output_content, template_name, config):
    """The same for pages that are templates, such as 404.html."""
    return on_post_page(output_content, None, config) if template_name.endswith(".html") else output_content


def on_build_error(error, **_) -> None:
    """A full disk or a folder that cannot be written is no fault of the code: say it in a sentence."""
    if isinstance(error, OSError):
        where = f": {error.filename}" if error.filename else ""
        raise Abort(f"cannot write or read{where}: {error.strerror or error}; the build stopped") from None


def on_post_build(config) -> None:
    """Guard the pages that only redirect, and write what is published beside the pages."""
    from macros.exports import export
    from macros.exports.api import api_files
    from macros.exports.outline import outline
    from macros.kept import kept
    from macros.markup import guarded
    from macros.pages import url_of
    from macros.site import load_site

    for path in config.plugins["redirects"].config["redirect_maps"]:
        redirect = Path(config.site_dir, url_of(path), "index.html")
        redirect.write_text(guarded(redirect.read_text("utf-8")), "utf-8")
    root = Path(config.config_file_path).parent
    files = [*(root / "data").rglob("*"), *(root / "docs").rglob("*.md"), root / "mkdocs.yml"]
    export(
        load_site(root),
        Path(config.site_dir),
        config.site_url,
        api=lambda site: kept(root, "api", files, lambda: api_files(site, outline(_nav))),
    )
