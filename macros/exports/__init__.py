"""What is published beside the pages, from the Catalog and the built site.

Callable without MkDocs: ``python -m macros.exports SITE_DIR``.
"""

from collections.abc import Callable
from pathlib import Path

from ..site import Site
from .api import api_files
from .feed import feed_files
from .offline import write_service_worker
from .search_index import with_aliases


def export(
    site: Site,
    site_dir: Path,
    site_url: str = "http://127.0.0.1:8000/",
    api: Callable[[Site], dict[str, str]] = api_files,
) -> None:
    """Write the API, the feed and the service worker, and complete the search index."""
    for name, text in api(site).items():
        path = site_dir / "api" / "v1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name, text in feed_files(site, site_url).items():
        (site_dir / name).write_text(text, "utf-8")
    index = site_dir / "search" / "search_index.json"
    if index.is_file():
        index.write_text(with_aliases(index.read_text("utf-8"), site), "utf-8")
    write_service_worker(site_dir)
