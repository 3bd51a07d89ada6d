"""The pages for language models: ``llms.txt`` and each page's text as Markdown beside it.

``python -m macros.exports.llms SITE_DIR`` writes the copies from the built pages; the
index follows the proposal at llmstxt.org.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from markdownify import MarkdownConverter

from .outline import Node

_LEFT_OUT = ("headerlink", "md-content__button", "filter", "shelf", "offline", "md-source-file")


def write_copies(site_dir: Path) -> int:
    """Write ``llms.txt`` and every listed page's Markdown; return the count of pages."""
    home = html.document_fromstring((site_dir / "index.html").read_bytes())
    address = home.xpath("//link[@rel='canonical']/@href")[0]
    name = home.find_class("md-logo")[0].get("title")
    about = home.xpath("//meta[@name='description']/@content")[0]
    nodes: list[Node] = json.loads((site_dir / "api/v1/outline.json").read_text("utf-8"))
    lines = [f"# {name}", "", f"> {about}", ""]
    count = 0
    for section in nodes:
        lines += [f"## {section['title']}", ""]
        for node in _pages([section]):
            path = site_dir / node["url"] / "index.html"
            page = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
            path.with_suffix(".md").write_text(as_markdown(page, urljoin(address, node["url"])), "utf-8")
            said = page.xpath("//meta[@name='description']/@content")
            line = f"- [{node['title']}]({urljoin(address, node['url'])}index.md)"
            lines.append(f"{line}: {said[0]}" if said else line)
            count += 1
        lines.append("")
    (site_dir / "llms.txt").write_text("\n".join(lines).rstrip() + "\n", "utf-8")
    return count


def as_markdown(page: html.HtmlElement, address: str) -> str:
    """A built page's article as Markdown, with whole addresses."""
    (article,) = page.find_class("md-content__inner")
    for name in _LEFT_OUT:
        for element in article.find_class(name):
            element.drop_tree()
    for image in article.xpath(".//img[contains(@src, '#only-dark')]"):
        image.drop_tree()
    for math in article.iter("math"):  # its annotation would come twice
        for note in math.xpath(".//*[local-name()='annotation']"):
            note.getparent().remove(note)
    article.make_links_absolute(address)
    text = MarkdownConverter(heading_style="ATX", bullets="-", escape_underscores=False).convert(
        html.tostring(article, encoding="unicode", with_tail=False)
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + f"\n\nFrom {address}\n"


def _pages(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        if node["url"] is not None:
            yield node
        yield from _pages(node["children"])


if __name__ == "__main__":
    print(f"llms.txt: {write_copies(Path(sys.argv[1]))} pages")
