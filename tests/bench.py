"""``make bench``: measure the build, what a reader downloads, and the search.

Everything is measured in one run on one machine, so that figures can be compared.
Nothing here passes or fails.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jinja2
import pypdf
import yaml
from playwright.sync_api import sync_playwright

from macros import macros_for
from macros.page import Page
from macros.pages import split
from macros.paper.leaves import open_library
from macros.paper.tracks import jobs
from macros.schema import COLLECTIONS
from macros.site import load_site
from macros.yamlfile import read
from tests.browser.chromium import FLAGS, find_or_install
from tests.browser.test_search import QUERIES, WATCH, missed_queries
from tests.load import load
from tests.project import ENVIRONMENT
from tests.serving import served

ROOT = Path(__file__).parent.parent
TIMES = 10
# Pages below docs/ that list whole collections.
LISTS = ("services", "reference", "about", "print", "compare/index.md", "compare/side-by-side.md")
_QUOTED = re.compile(r'(?<=")[a-z0-9-]+(?=")')


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ours = copy_of_the_house(folder / "ours")
        plain = expanded(folder / "plain")
        tenfold = multiplied(copy_of_the_house(folder / "tenfold"))
        rows = {
            "ours": build(ours),
            "ours, first build after the data changed": build(ours, first=True),
            "plain Material, same expanded Markdown": build(plain),
            "Zensical, same sources": build(ours, "zensical"),
            f"ours, {TIMES} times the content": build(tenfold, runs=2, first=True),
        }
        pages = {
            name: count_pages(path)
            for name, path in zip(rows, (ours, ours, plain, ours, tenfold), strict=True)
        }
        kept, first, plain_name, _, tenfold_name = rows
        print(f"{'build':42} {'seconds':>8} {'pages':>6}  ratio")
        for name, seconds in rows.items():
            if seconds is None:
                print(f"{name:42} {'failed':>8}")
                continue
            # The tenfold content is built anew, as the first build is.
            base = first if name == tenfold_name else kept
            ratio, said = seconds / rows[base], f"of {base.partition(' build')[0]}"
            if name == plain_name:
                ratio, said = rows[kept] / seconds, "ours / plain"
            print(f"{name:42} {seconds:8.2f} {pages[name]:6}  {ratio:.2f} {said}")
        site = ours / "site"
        build(ours)
        print()
        weights(site)
        print()
        search_speed(site)
        search_quality({"ours": site, "plain Material": plain / "site"})
        print()
        load(site)
        print()
        pdf_speed(site, plain)


def copy_of_the_house(folder: Path) -> Path:
    for name in ("docs", "data", "macros"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def expanded(folder: Path) -> Path:
    """The same pages with every macro already expanded, for Material without our plugin and hooks."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    site = load_site(ROOT)
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    for path in site.pages:
        file = folder / "docs" / path
        head, body, _ = split(file.read_text("utf-8"))
        page = Page(site.catalog, site.pages, path)
        text = environment.from_string(body).render(macros_for(lambda _, page=page: page) | {"page": page})
        file.write_text(f"---\n{head}---\n{text}", "utf-8")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = re.sub(r"\n  - macros:\n(    .*\n)+", "\n", config)
    config = re.sub(r"\nhooks:\n(  .*\n)+", "\n", config)
    config = re.sub(r"\nwatch:\n(  .*\n)+", "\n", config)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return folder


def multiplied(folder: Path) -> Path:
    """Nine renamed copies of every record and every page beside the real ones."""
    names = [c.name for c in COLLECTIONS if c.name not in ("exams", "sources", "editions")]
    catalog = load_site(ROOT).catalog
    ids = {id_ for name in names for id_ in getattr(catalog, name)}
    sets = set(catalog.question_sets)
    config = (folder / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    (folder / "mkdocs.yml").write_text(config + "\n", "utf-8")
    originals = sorted((folder / "docs").rglob("*.md"))
    files = [path for name in names for path in sorted((folder / "data").glob(f"{name}*/**/*.yml"))]
    for number in range(1, TIMES):
        suffix = f"-x{number}"

        def renamed(value, cells=False, suffix=suffix):
            if isinstance(value, dict):
                # Keys are fields, but for those of cells. Sources stay: their addresses may occur only once.
                return {
                    renamed(k) if cells else k: list(v)
                    if k == "sources" and isinstance(v, tuple)
                    else renamed(v, cells or k == "cells")
                    for k, v in value.items()
                }
            if isinstance(value, tuple):
                return [renamed(item) for item in value]
            if isinstance(value, str):
                if value in ids:
                    return value + suffix
                return re.sub(r"\[\[(\w+):([^\]]+)\]\]", rf"[[\1:\2{suffix}]]", value)
            return value

        for path in files:
            copy = path.with_name(path.stem + suffix + ".yml")
            data = renamed(read(path, path.name).value)
            copy.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        for path in originals:
            relative = path.relative_to(folder / "docs")
            if relative.parts[0] in LISTS or relative.as_posix() in LISTS:
                continue  # lists a whole collection, however large; ten such pages would be a hundredfold
            if relative.parts[0] == "compare" and path.stem != "index":
                copy = path.with_name(path.stem + suffix + ".md")
            else:
                copy = folder / "docs" / f"x{number}" / relative
            text = path.read_text("utf-8")
            text = re.sub(
                r"\{\{.*?\}\}",
                lambda m, s=suffix: (
                    m[0]
                    if "cite(" in m[0]
                    else _QUOTED.sub(lambda i: i[0] + s if i[0] in ids or i[0] in sets else i[0], m[0])
                ),
                text,
                flags=re.S,
            )
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, "utf-8")
    return folder


def build(folder: Path, engine: str = "mkdocs", runs: int = 3, first: bool = False) -> float | None:
    """Best wall-clock time of some builds, in seconds; None when the engine fails.

    ``first`` forgets what earlier builds kept before each; Zensical always starts anew.
    """
    best = None
    for _ in range(runs):
        shutil.rmtree(folder / "site", ignore_errors=True)
        if first or engine == "zensical":
            shutil.rmtree(folder / ".cache", ignore_errors=True)
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", engine, "build"],
            cwd=folder,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
        )
        seconds = time.perf_counter() - start
        if done.returncode:
            print(f"{engine} failed: {(done.stderr or done.stdout)[-1500:]}", file=sys.stderr)
            return None
        best = min(best or seconds, seconds)
    return best


def count_pages(folder: Path) -> int:
    return len(list((folder / "site").rglob("index.html")))


def weights(site: Path) -> None:
    print(f"{'download':42} {'KB':>8} {'KB gzip':>8}")
    index = site / "search/search_index.json"
    pages = sorted(site.rglob("index.html"), key=lambda path: path.stat().st_size)
    shown = {
        "search index": [index],
        "median page": [pages[len(pages) // 2]],
        "largest page": [pages[-1]],
        "style sheets": list(site.glob("assets/stylesheets/*.css")),
        "scripts (Material's bundle, ours)": [
            *site.glob("assets/javascripts/bundle*.js"), site / "assets/javascripts/questions.js",
        ],
        "search worker": list(site.glob("assets/javascripts/workers/search*.js")),
    }  # fmt: skip
    for name, files in shown.items():
        data = [path.read_bytes() for path in files]
        zipped = sum(len(gzip.compress(part)) for part in data)
        print(f"{name:42} {sum(map(len, data)) / 1000:8.1f} {zipped / 1000:8.1f}")
    print(f"documents in the search index: {len(json.loads(index.read_text('utf-8'))['docs'])}")


def search_speed(site: Path) -> None:
    """From a key to the first result on the screen, and from opening a page to a ready search."""
    chromium = find_or_install()
    with served(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(service_workers="block")
        page.goto(url)
        page.locator("input[name=query]").click()
        times = []
        for query in (
            "kinesis shard",
            "parquet vs orc",
            "vector store",
            "s3 durability",
            "glue out of memory",
        ):
            page.locator("input[name=query]").fill(query)
            milliseconds = page.evaluate(
                """() => new Promise(resolve => {
                    const list = document.querySelector('.md-search-result__list');
                    const start = performance.now();
                    const observer = new MutationObserver(() => {
                      if (!list.querySelector('a')) return;
                      observer.disconnect();
                      resolve(performance.now() - start);
                    });
                    list.innerHTML = '';
                    observer.observe(list, {childList: true});
                    const box = document.querySelector('input[name=query]');
                    box.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
                })"""
            )
            times.append(milliseconds)
        browser.close()
    print(f"from a key to the first result: {sorted(times)[len(times) // 2]:.0f} ms (median of {len(times)})")


def pdf_speed(site: Path, plain: Path) -> None:
    """The booklet of the first domain: ours from the built pages, mkdocs-to-pdf's from the same pages."""
    library = open_library(site)
    _, job, *_ = jobs(library, load_site(ROOT).catalog, "A4")  # the first is the whole book
    start = time.perf_counter()
    pages = job.run(site / "pdf")
    ours = time.perf_counter() - start
    print(f"{'PDF of one domain':42} {'seconds':>8} {'pages':>6} {'MB':>6}")
    size = (site / "pdf" / job.file).stat().st_size / 1e6
    print(f"{'ours':42} {ours:8.1f} {pages:6} {size:6.1f}")
    config = yaml.load((plain / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)["nav"]
    track = next(section for section in _sections(config) if _sections(*section.values()))
    domain = _sections(*track.values())[0]
    text = (plain / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    text = text.replace("\nplugins:\n", "\nplugins:\n  - to-pdf: {output_path: theirs.pdf}\n", 1)
    (plain / "mkdocs.yml").write_text(f"{text}\nnav:\n{yaml.safe_dump([domain])}", "utf-8")
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=plain, env=ENVIRONMENT, capture_output=True, text=True
    )
    theirs, path = time.perf_counter() - start, plain / "site/theirs.pdf"
    if done.returncode or not path.is_file():
        print(f"{'mkdocs-to-pdf':42} {'failed':>8}  {done.stderr.strip()[-300:]}")
        return
    count = len(pypdf.PdfReader(path).pages)
    print(f"{'mkdocs-to-pdf':42} {theirs:8.1f} {count:6} {path.stat().st_size / 1e6:6.1f}")


def _sections(items: list) -> list[dict]:
    """The sections among the entries of a navigation."""
    return [item for item in items if isinstance(item, dict) and isinstance(*item.values(), list)]


def search_quality(sites: dict[str, Path]) -> None:
    """Share of the queries of the search test that each site's own box answers."""
    chromium = find_or_install()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, site in sites.items():
            with served(site) as url:
                page = browser.new_page(service_workers="block")
                page.add_init_script(WATCH)
                page.goto(url)
                page.locator("input[name=query]").click()
                missed = [query for kind in QUERIES for query in missed_queries(page, kind)]
                total = sum(map(len, QUERIES.values()))
                found = total - len(missed)
                print(f"queries found, {name:26} {found:4} of {total}  ({found / total:.0%})")
        browser.close()


if __name__ == "__main__":
    main()
