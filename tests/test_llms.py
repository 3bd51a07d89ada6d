"""Copies for language models: complete, readable, without what only a screen needs."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from macros.exports.llms import write_copies

TOPIC = "mla/1-data-preparation/1.1-ingest-and-store/file-formats/"


@pytest.fixture(scope="module")
def copies(site_dir: Path, tmp_path_factory) -> Path:
    folder = shutil.copytree(site_dir, tmp_path_factory.mktemp("llms") / "site")
    write_copies(folder)
    return folder


def test_the_index_lists_every_page_of_the_navigation_and_each_copy_exists(copies: Path):
    text = (copies / "llms.txt").read_text("utf-8")
    assert text.startswith("# ML Exam Atlas\n\n> ")
    links = re.findall(r"^- \[.+?\]\(http://127\.0\.0\.1:8000/(\S*)\): .+", text, re.MULTILINE)

    def urls(nodes):
        for node in nodes:
            if node["url"] is not None:
                yield node["url"]
            yield from urls(node["children"])

    outline = json.loads((copies / "api/v1/outline.json").read_text("utf-8"))
    assert links == [f"{url}index.md" for url in urls(outline)]
    assert all((copies / link).is_file() for link in links)


def test_a_copy_holds_the_page_and_nothing_else(copies: Path):
    text = (copies / TOPIC / "index.md").read_text("utf-8")
    assert text.startswith("# File formats")
    assert "| Parquet |" in text or "Parquet" in text.split("|")[0] + text
    assert re.search(r"^\| .*\|$", text, re.MULTILINE), "tables stay tables"
    assert "¶" not in text
    assert "<" not in re.sub(r"`[^`]*`|```.*?```", "", text, flags=re.DOTALL).replace("\\<", "")
    assert "](../" not in text, "addresses are whole"
    assert text.endswith(f"From http://127.0.0.1:8000/{TOPIC}\n")
