"""The search worker, put together from the engine, the stemmer and our part.

One file, because a worker that loads others does not work from ``file://``.
"""

from pathlib import Path

_PARTS = ("vendor/minisearch.js", "vendor/stemmer.js", "search-worker.js")


def worker_source(root: Path) -> str:
    """JavaScript that answers Material's search box."""
    folder = root / "docs/assets/javascripts"
    parts = [(folder / part).read_text("utf-8") for part in _PARTS]
    # The stemmer is published as a module; in a classic worker it is a plain function.
    parts[1] = parts[1].replace("export function stemmer", "function stemmer")
    return "\n".join(parts)
