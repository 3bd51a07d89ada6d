"""Write all PDFs of a built site: ``python -m macros.paper SITE_DIR``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..catalog import Catalog
from ..exports.offline import write_service_worker
from ..exports.outline import Node
from ..exports.shelf import fill
from ..page import month
from ..site import load_site
from .book import Library, book, cram, leaves, open_library, questions
from .press import Cover, as_document, print_pdf
from .shelf import table

SIZES = ("A4", "Letter")
CRAM_PAGES = 4
KINDS = {"book": book, "questions": questions, "cram": cram}


@dataclass(frozen=True)
class Job:
    """One document in one size."""

    kind: str  # of KINDS
    name: str  # file name without size and ending
    title: str
    nodes: Sequence[Node]
    size: str
    cover: Cover
    library: Library

    @property
    def file(self) -> str:
        return f"{self.name}-{self.size.lower()}.pdf"


def jobs(library: Library, catalog: Catalog, sizes: Sequence[str] = SIZES) -> Iterator[Job]:
    """Every document of every track with finished pages, the longest first.

    A track is a section of the navigation that has sections, its domains.
    """
    outline = json.loads((library.folder / "api/v1/outline.json").read_text("utf-8"))
    edition = list(catalog.editions.values())[-1]
    for track in outline:
        domains = [child for child in track["children"] if child["children"]]
        if not domains:
            continue
        slug = track["url"].strip("/")
        exams = [exam for exam in catalog.exams.values() if exam.track == slug]
        documents = [
            ("book", "book", "The whole book", [track]),
            *(("book", domain["url"].split("/")[-2], domain["title"], [domain]) for domain in domains),
            ("questions", "questions", "Questions and key", [track]),
        ]
        cram_url = f"print/{slug}-cram-sheet/"
        if (library.folder / cram_url).is_dir():
            sheet = Node(title="Cram sheet", url=cram_url, children=[])
            documents.append(("cram", "cram-sheet", "Cram sheet", [sheet]))
        for kind, name, title, nodes in documents:
            cover = Cover(
                series=library.name,
                title=track["title"] if nodes == [track] and kind == "book" else title,
                exams=", ".join(f"{exam.code} ({exam.title})" for exam in exams),
                edition=f"Edition {edition.id}, {month(edition.date)}",
                date=edition.date,
                legal=library.legal,
                address=library.address,
            )
            for size in sizes:
                yield Job(kind, f"{slug}-{name}", f"{track['title']}: {title}", nodes, size, cover, library)


def run(job: Job) -> int:
    """Write a document into ``pdf/`` of its site; return its count of pages.

    Raises ValueError when a cram sheet outgrows its pages.
    """
    parts = KINDS[job.kind](job.library, list(leaves(job.library, job.nodes)))
    document = as_document(job.cover, parts, job.size, covered=job.kind != "cram")
    path = job.library.folder / "pdf" / job.file
    count = print_pdf(document, path)
    if job.kind == "cram" and count > CRAM_PAGES:
        path.unlink()
        raise ValueError(
            f"{job.title} takes {count} pages in {job.size}, and {CRAM_PAGES} are allowed: "
            "take `cram: true` from the records that decide least"
        )
    return count


def main() -> None:
    """Write the documents side by side, then list them on the print page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--sizes", nargs="+", default=SIZES, choices=SIZES)
    parser.add_argument("--only", default="", help="part of the file names to write")
    options = parser.parse_args()
    library = open_library(options.site.resolve())
    todo = [
        job for job in jobs(library, load_site(Path.cwd()).catalog, options.sizes) if options.only in job.file
    ]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = [pool.submit(run, job) for job in todo]
        faults = [f"make pdf: {fault}" for result in results if (fault := result.exception())]
    if faults:
        sys.exit("\n".join(faults))
    shelf: dict[str, dict[str, tuple[str, int]]] = {}
    for job, result in zip(todo, results, strict=True):
        shelf.setdefault(job.title, {})[job.size] = (job.file, result.result())
        print(f"{job.file}: {result.result()} pages")
    fill(library.folder / "print/index.html", table(library.folder / "pdf", shelf))
    write_service_worker(library.folder)


if __name__ == "__main__":
    main()
