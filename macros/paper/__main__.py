"""Write all PDFs of a built site: ``python -m macros.paper SITE_DIR``."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from ..exports.offline import write_service_worker
from ..exports.shelf import fill
from ..site import load_site
from .leaves import open_library
from .shelf import table
from .tracks import jobs

SIZES = ("A4", "Letter")


def print_size(site: Path, only: Iterable[str], size: str) -> tuple[dict[str, tuple[str, int]], list[str]]:
    """Write the documents in one size whose file names hold one of ``only``.

    Returns title -> (file, count of pages) of those that were written, and the faults of the others.
    """
    gc.disable()  # what is laid out stays to the end, and looking for garbage in it takes a tenth of the time
    written, faults = {}, []
    for job in jobs(open_library(site), load_site(Path.cwd()).catalog, size):
        if any(part in job.file for part in only):
            try:
                written[job.title] = (job.file, job.run(site / "pdf"))
            except ValueError as fault:
                faults.append(f"make pdf: {fault}")
    return written, faults


def main() -> None:
    """Write the sizes side by side, then list the documents on the print page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--sizes", nargs="+", default=SIZES, choices=SIZES)
    parser.add_argument("--only", nargs="+", default=[""], help="parts of the file names to write")
    options = parser.parse_args()
    site = options.site.resolve()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(partial(print_size, site, options.only), options.sizes))
    if faults := [fault for _, some in results for fault in some]:
        sys.exit("\n".join(faults))
    shelf: dict[str, dict[str, tuple[str, int]]] = {}
    for size, (written, _) in zip(options.sizes, results, strict=True):
        for title, (file, pages) in written.items():
            shelf.setdefault(title, {})[size] = (file, pages)
            print(f"{file}: {pages} pages")
    fill(site / "print/index.html", table(site / "pdf", shelf))
    write_service_worker(site)


if __name__ == "__main__":
    main()
