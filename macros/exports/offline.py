"""Reading without a network: the service worker, and the site as an archive.

``sw.js`` names every file it keeps with the start of its SHA-256, so any change of the
site changes it, and browsers notice.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

NAME = "sw.js"
_SOURCE = Path(__file__).with_name("service-worker.js")
# Too large, for programs only, or of no use without a network.
_LEFT_OUT = ("pdf/", "api/", "sitemap", "llms.txt", NAME)
_LENGTH = 16  # digits of a hash: enough to tell editions of one file apart


def write_service_worker(site_dir: Path) -> None:
    """Write ``sw.js`` for the site as it is now; call it after every change of its files."""
    kept = {path: digest(site_dir / path) for path in kept_files(site_dir)}
    edition = hashlib.sha256(json.dumps(kept).encode()).hexdigest()[:_LENGTH]
    head = f"const EDITION = {json.dumps(edition)};\nconst FILES = {json.dumps(kept, indent=0)};\n"
    (site_dir / NAME).write_text(head + _SOURCE.read_text("utf-8"), "utf-8")


def kept_files(site_dir: Path) -> list[str]:
    """Paths below the site of what is kept for offline reading, in order."""
    paths = (path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file())
    return sorted(
        path
        for path in paths
        if not path.startswith(_LEFT_OUT) and not path.endswith((".zip", ".map", ".md"))
    )


def digest(path: Path) -> str:
    """Start of a file's SHA-256, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:_LENGTH]
