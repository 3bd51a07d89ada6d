"""``python -m tests.zensical``: build the same sources with Zensical and compare pages and headings.

Differences are reported and cost nothing; a build that fails is an error.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup

from tests.project import ENVIRONMENT
from tests.summary import publish

ROOT = Path(__file__).parent.parent
SOURCES = ("docs", "data", "macros")
COPY = Path(".cache/zensical")

Headings = dict[str, list[tuple[str, str, str]]]


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a copy of the house, made anew in a folder, with Zensical into its site/."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    command = [sys.executable, "-m", "zensical", "build", "--clean"]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)


def headings(site: Path) -> Headings:
    """File below the site -> (level, id, text) of the headings of its article."""
    found: Headings = {}
    for path in sorted(site.rglob("*.html")):
        article = BeautifulSoup(path.read_text("utf-8"), "lxml").find("article")
        if article is None:
            continue
        for permalink in article.select(".headerlink"):
            permalink.decompose()
        found[path.relative_to(site).as_posix()] = [
            (heading.name, heading.get("id", ""), " ".join(heading.get_text().split()))
            for heading in article.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
        ]
    return found


def differences(ours: Headings, theirs: Headings) -> list[str]:
    """One line for each page or heading that only one of two sites has."""
    lines = [f"{page}: not built by Zensical" for page in ours.keys() - theirs.keys()]
    lines += [f"{page}: built by Zensical only" for page in theirs.keys() - ours.keys()]
    for page in ours.keys() & theirs.keys():
        a, b = ours[page], theirs[page]
        lines += [f"{page}: Zensical lacks {' '.join(heading)}" for heading in a if heading not in b]
        lines += [f"{page}: only Zensical has {' '.join(heading)}" for heading in b if heading not in a]
        if a != b and sorted(a) == sorted(b):
            lines.append(f"{page}: the same headings in another order")
    return sorted(lines)


def main() -> None:
    done = build(COPY)
    if done.returncode:
        sys.exit(f"Zensical did not build:\n{done.stdout}{done.stderr}")
    ours, theirs = headings(Path("site")), headings(COPY / "site")
    if not theirs:
        sys.exit(f"Zensical built no page:\n{done.stdout}{done.stderr}")
    lines = differences(ours, theirs)
    total = sum(map(len, ours.values()))
    publish(
        "## Built with Zensical\n\n"
        f"{len(ours)} pages with {total} headings; differences: {len(lines)}\n"
        + "".join(f"\n- {line}" for line in lines)
        + ("\n" if lines else "")
    )


if __name__ == "__main__":
    main()
