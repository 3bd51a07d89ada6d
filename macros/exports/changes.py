"""``python -m macros.exports.changes SUMMARY``: record today's facts as a new edition."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from ..editions import facts_of, history, number_of, recorded
from ..site import Site, load_site

FOLDER = Path("data/editions")


def next_number(site: Site, today: date) -> str:
    """Year, month, and a number within the month."""
    month = (today.year, today.month)
    taken = [number_of(id_)[2] for id_ in site.catalog.editions if number_of(id_)[:2] == month]
    return f"{today.year}.{today.month}.{max(taken, default=0) + 1}"


def edition_file(site: Site, summary: str, today: date) -> tuple[str, str]:
    """Name and YAML text of a new edition's file: one line for each fact that differs."""
    issues = history(site.catalog)
    facts = recorded(issues[0].facts if issues else {}, facts_of(site.catalog, site.pages))
    number = next_number(site, today)
    lines = [
        "# yaml-language-server: $schema=../schema/editions.json",
        "# Written by `make edition`. Facts an edition records stay as they were.",
        f"id: {number}",
        f"date: {_scalar(today.isoformat())}",
        f"summary: {_scalar(summary)}",
        "facts:" if facts else "facts: {}",
        *(f"  {_scalar(key)}: {_scalar(fact)}" for key, fact in facts.items()),
    ]
    return f"{number}.yml", "\n".join(lines) + "\n"


def _scalar(value: object) -> str:
    """JSON is YAML: no text can be misread as something else."""
    return json.dumps(value, ensure_ascii=False)


def main(arguments: list[str]) -> str | None:
    """Write the file; return what is wrong with the call, if anything."""
    summary = " ".join(arguments).strip()
    if not summary:
        return 'say in one sentence what the edition brings: make edition SUMMARY="..."'
    name, text = edition_file(load_site(Path.cwd()), summary, date.today())
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_text(text, "utf-8")
    print(f"{FOLDER / name} written; look it over and commit it")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
