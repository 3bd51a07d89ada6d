"""``python -m tests.summary``: what a reviewer wants to know of the built site, as Markdown.

GitHub shows what stands in the file it names in GITHUB_STEP_SUMMARY; the terminal shows the same.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Mapping
from pathlib import Path

from macros.site import Site, load_site
from tests.fresh import broken
from tests.links import check

ROOT = Path(__file__).parent.parent


def covered(site: Site) -> Mapping[str, tuple[int, int]]:
    """Short name of an exam -> (objectives a page covers, all objectives); parts count for their whole."""
    named = {id_ for info in site.pages.values() for id_ in info.covers}
    found = {}
    for exam in site.catalog.exams.values():
        whole = [f"{exam.id}/{objective.id}" for _, _, objective in exam.walk()]
        done = [id_ for id_ in whole if any(f"{name}.".startswith(f"{id_}.") for name in named)]
        found[exam.short] = len(done), len(whole)
    return found


def summary(site: Site, folder: Path, links: list[tuple[str, str]]) -> str:
    index = (folder / "search/search_index.json").read_bytes()
    rows = {
        "Pages": f"{len(list(folder.rglob('index.html'))):,}",
        **{f"{exam}: objectives covered": f"{a} of {b}" for exam, (a, b) in covered(site).items()},
        "Search index": f"{len(index) / 1000:,.1f} kB, {len(gzip.compress(index)) / 1000:,.1f} kB gzip",
        "Broken links": f"{len(links):,}",
    }
    lines = ["## The built site", "", "| | |", "| --- | --- |"]
    lines += [f"| {name} | {value} |" for name, value in rows.items()]
    lines += ["", *(f"- {url} `{answer}`" for url, answer in links)] if links else []
    return "\n".join(lines) + "\n"


def publish(text: str) -> None:
    """Print, and add to the summary of the job where there is one."""
    print(text, end="")
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    publish(summary(load_site(ROOT), Path("site"), broken(check(Path("site"), anchors=False))))
