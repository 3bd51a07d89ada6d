"""The site as a zip that reads and searches from disk: ``python -m macros.exports.archive SITE_DIR``.

From ``file://`` a browser shows no folder's index, loads no JSON and starts no worker. So
links name ``index.html``, the search index is a script, and the worker runs in a frame.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

from .offline import kept_files, write_service_worker
from .shelf import fill, filled

NAME = "ml-exam-atlas.zip"
_FOLDER = "ml-exam-atlas"
_MOMENT = (2000, 1, 1, 0, 0, 0)  # the same files give the same archive
_WORKER = "assets/javascripts/vendor/iframe-worker.js"
_INDEX = "search/search_index.json"
# Relative links to a folder; the query words and the fragment stay behind the file's name.
_FOLDER_LINK = re.compile(
    r'(<a\b[^>]*?\shref=")((?![a-z]+:|//|#)[^"#?]*?(?:/|(?<=")\.{1,2}|/\.{1,2}))([#?][^"]*)?"'
)
_ONLINE_ONLY = re.compile(
    r'<meta http-equiv="Content-Security-Policy"[^>]*>|<link rel="(?:manifest|canonical|alternate)"[^>]*>'
)


def write_archive(site_dir: Path) -> Path:
    """Write the zip into the site; return its path."""
    target = site_dir / NAME
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        data = sorted(path.relative_to(site_dir).as_posix() for path in (site_dir / "api").rglob("*.json"))
        for path in [*kept_files(site_dir), *data]:
            content = (site_dir / path).read_bytes()
            if path.endswith(".html"):
                content = page_for_disk(content.decode()).encode()
            elif path == _INDEX:
                path, content = index_for_disk(content.decode())
            entry = zipfile.ZipInfo(f"{_FOLDER}/{path}", _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target


def page_for_disk(html: str) -> str:
    """A page's HTML as it works from a disk."""
    html = filled(_ONLINE_ONLY.sub("", html), "<p>What is listed here online is not part of this copy.</p>")
    html = _FOLDER_LINK.sub(lambda m: f'{m[1]}{m[2].rstrip("/") or "."}/index.html{m[3] or ""}"', html)
    root = re.search(r'<link rel="icon" href="([^"]*)assets/', html)
    worker = f'<script src="{root[1] if root else ""}{_WORKER}"></script>'
    return html.replace("</head>", f"{worker}</head>", 1)


def index_for_disk(text: str) -> tuple[str, str]:
    """The search index as (file name, script) for Material's box."""
    index = json.loads(text)
    for document in index["docs"]:
        path, mark, anchor = document["location"].partition("#")
        if not path or path.endswith("/"):
            document["location"] = f"{path}index.html{mark}{anchor}"
    script = "var __index = " + json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return _INDEX.removesuffix("on"), script


def main() -> None:
    """Write the archive, enter it on its page, and let the service worker know."""
    site_dir = Path(sys.argv[1])
    path = write_archive(site_dir)
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    fill(
        site_dir / "print/offline/index.html",
        f'<p><a href="../../{NAME}">Download the site as a zip, {size}</a></p>',
    )
    write_service_worker(site_dir)
    print(f"{path.name}: {size}")


if __name__ == "__main__":
    main()
