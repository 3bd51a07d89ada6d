"""What MkDocs itself must do for us, beside calling macros.

The one module, with the package's door, that knows MkDocs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File


def _forget_modules() -> None:
    """Let the next import read the package anew: live reload keeps sub-modules otherwise."""
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]


@event_priority(100)  # before mkdocs-macros opens the door
def on_config(config):
    """Check everything first, so that a fault never leaves a half-built site."""
    _forget_modules()
    from macros.catalog import CatalogError
    from macros.check import check
    from macros.figures import draw_diagrams

    root = Path(config.config_file_path).parent
    try:
        site = check(root)
    except CatalogError as error:
        raise Abort(f"{error}\n{len(error.faults)} faults; nothing was built") from None
    draw_diagrams(root, site.catalog)
    return config


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


def on_post_build(config) -> None:
    """Write what is published beside the pages."""
    from macros import load_site
    from macros.exports import export

    export(load_site(Path(config.config_file_path).parent), Path(config.site_dir))
