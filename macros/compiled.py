"""Pages compiled by Jinja, kept between builds: compiling costs as much as filling them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2

FOLDER = Path(".cache/atlas/pages")


def keep_compiled(environment: jinja2.Environment, root: Path, page_name: Callable[[], str]) -> None:
    """Let an environment compile a text only when the page of that name has changed.

    Jinja keeps what it loads from files, but mkdocs-macros hands it texts.
    """
    folder = root / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return  # it only costs time
    cache = jinja2.FileSystemBytecodeCache(str(folder))
    compile_anew = environment.compile

    def compile_if_changed(source: str, *args, **kwargs):
        bucket = cache.get_bucket(environment, page_name(), None, source)
        if bucket.code is None:
            bucket.code = compile_anew(source, *args, **kwargs)
            cache.set_bucket(bucket)
        return bucket.code

    environment.compile = compile_if_changed
