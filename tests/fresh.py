"""``python -m tests.fresh [--external]``: sources nobody has looked at for half a year, oldest first.

With ``--external`` also addresses in the built site that answer with an error. Both are written, as
Markdown, to the terminal and to .cache/fresh.md; there, a line that starts with "- " is work to do.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

from macros.components.freshness import DAYS, stale
from macros.page import month
from macros.schema import Source
from macros.site import load_site
from tests.links import check

ROOT = Path(__file__).parent.parent
OUT = Path(".cache/fresh.md")
LONGEST = 50_000  # characters; an issue takes 65,536


def broken(report: str) -> list[tuple[str, str]]:
    """(address, what it answered) of each broken link in LinkChecker's report, in order."""
    pairs = re.findall(r"^Real URL\s+(\S+)\n(?:.+\n)*?Result\s+(.+)$", report, re.MULTILINE)
    return sorted(dict.fromkeys(pairs))


def away(links: list[tuple[str, str]], site: Path) -> list[tuple[str, str]]:
    """Without the site's own address: every page names itself there, and it need not be published."""
    own = re.search(r'rel="canonical" href="([^"]+)"', (site / "index.html").read_text("utf-8"))
    return [link for link in links if not (own and link[0].startswith(own[1]))]


def report(sources: list[Source], links: list[tuple[str, str]] | None) -> str:
    """The Markdown of one issue; ``links`` is None when nobody followed them."""
    lines = [f"## Sources last checked more than {DAYS} days ago: {len(sources)}", ""]
    lines += [f"- {month(source.checked)}: `{source.id}` {source.url}" for source in sources]
    if links is not None:
        lines += ["", f"## Links that do not answer: {len(links)}", ""]
        lines += [f"- {url} `{answer.replace('`', '')[:100]}`" for url, answer in links]
    text = "\n".join(lines) + "\n"
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST].rpartition("\n")[0]
    return f"{kept}\n\nThe list goes on; `make fresh EXTERNAL=1` prints all of it.\n"


def main() -> None:
    sources = stale(load_site(ROOT).catalog.sources.values(), date.today())
    links = None
    if "--external" in sys.argv:
        site = Path("site")
        links = away(broken(check(site, anchors=False, external=True)), site)
    text = report(sources, links)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
