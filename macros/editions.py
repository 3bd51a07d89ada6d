"""Editions: which facts held at each, and what changed between two.

An edition's record keeps only what differs from the edition before it, so that its
file stays small and reads as a list of changes; all records up to it give the whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .catalog import Catalog
from .pages import PageInfo
from .schema import Comparison, Edition, Exam

Fact = Mapping[str, int | float | str]
Facts = Mapping[str, Fact]  # by "collection/id"; every fact has a name

# In the order a reader cares about them.
KINDS = {
    "exams": "Exams",
    "services": "Services",
    "numbers": "Numbers",
    "comparisons": "Comparisons",
    "pages": "Pages",
}


@dataclass(frozen=True)
class Change:
    """A fact that came, went or has another value."""

    key: str
    before: Fact | None
    after: Fact | None

    @property
    def kind(self) -> str:
        return self.key.partition("/")[0]

    @property
    def id(self) -> str:
        return self.key.partition("/")[2]

    @property
    def name(self) -> str:
        return str((self.after or self.before or {})["name"])

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the values that differ, where the fact stayed."""
        before, after = self.before or {}, self.after or {}
        return tuple(k for k in {**before, **after} if before.get(k) != after.get(k) and k != "name")


@dataclass(frozen=True)
class Issue:
    """An edition with all facts that held at it and how they differ from those before."""

    edition: Edition
    facts: Facts
    changes: tuple[Change, ...]
    first: bool

    @property
    def counts(self) -> dict[str, int]:
        """Kind -> how many facts of it held."""
        kinds = [key.partition("/")[0] for key in self.facts]
        return {kind: kinds.count(kind) for kind in KINDS}


# --- facts ---------------------------------------------------------------------


def facts_of(catalog: Catalog, pages: Mapping[str, PageInfo]) -> Facts:
    """What a reader would want to hear of when it changes.

    Values stay as the data has them: another wording on our pages changes no fact.
    """
    found: dict[str, Fact] = {}
    for exam in catalog.exams.values():
        found.update(_exam(exam))
    for service in catalog.services.values():
        status = service.status
        found[f"services/{service.id}"] = _given(
            name=service.name, state=status.state, since=status.since, ends=status.ends
        )
    for number in catalog.numbers.values():
        of = catalog.services[number.service].name if number.service else number.subject
        found[f"numbers/{number.id}"] = _given(
            name=f"{number.fact} ({of})", value=number.value, unit=number.unit
        )
    for table in catalog.comparisons.values():
        found.update(_rows(table, catalog))
    for info in pages.values():
        found[f"pages/{info.path}"] = {"name": info.title}
    return dict(sorted(found.items()))


def _given(**fields: int | float | str | None) -> Fact:
    return {key: value for key, value in fields.items() if value is not None}


def _exam(exam: Exam) -> Iterator[tuple[str, Fact]]:
    yield (
        f"exams/{exam.id}",
        _given(
            name=exam.code,
            status=exam.status,
            first_day=exam.first_day,
            last_day=exam.last_day,
            validity_years=exam.validity_years,
            weights_percent=", ".join(str(domain.weight_percent) for domain in exam.domains),
        ),
    )
    for form in exam.forms:
        fields = form.model_dump(exclude={"code", "languages", "notes"})
        languages = ", ".join(form.languages)
        yield (
            f"exams/{exam.id}/{form.code}",
            _given(name=f"Form {form.code} of {exam.code}", **fields, languages=languages),
        )


def _rows(table: Comparison, catalog: Catalog) -> Iterator[tuple[str, Fact]]:
    """One fact for each subject; a digest tells that its cells changed, the table tells how they are."""
    for subject in table.subjects:
        name = catalog.services[subject.service].name if subject.service else subject.name
        cells = "\n".join(
            f"{criterion}: {cell}" for criterion, cell in sorted(table.cells[subject.id].items())
        )
        digest = hashlib.sha256(cells.encode()).hexdigest()[:8]
        yield f"comparisons/{table.id}/{subject.id}", {"name": f"{table.title}: {name}", "cells": digest}


# --- changes -------------------------------------------------------------------


def recorded(before: Facts, after: Facts) -> dict[str, Fact | None]:
    """What an edition's record keeps: facts that differ, and none for those that went."""
    return {key: after.get(key) for key in sorted({*before, *after}) if before.get(key) != after.get(key)}


def differences(before: Facts, after: Facts) -> tuple[Change, ...]:
    """What a reader is told, by kind and name.

    A fact that only moved to another id, and another wording of a name, are no changes;
    a service's name is one.
    """
    found = [Change(key, before.get(key), after.get(key)) for key in recorded(before, after)]
    came = [change for change in found if change.before is None]
    for gone in [change for change in found if change.after is None]:
        twin = next((c for c in came if c.kind == gone.kind and c.after == gone.before), None)
        if twin:
            came.remove(twin)
            found = [change for change in found if change not in (gone, twin)]
    told = (c for c in found if c.before is None or c.after is None or c.fields or c.kind == "services")
    order = list(KINDS)
    return tuple(sorted(told, key=lambda change: (order.index(change.kind), change.name, change.key)))


def grouped(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """Changes under the titles of their kinds."""
    groups = [(title, [c for c in changes if c.kind == kind]) for kind, title in KINDS.items()]
    return [(title, group) for title, group in groups if group]


def history(catalog: Catalog) -> tuple[Issue, ...]:
    """Every edition, the newest first."""
    issues: list[Issue] = []
    for edition in sorted(catalog.editions.values(), key=lambda e: number_of(e.id)):
        before = issues[-1].facts if issues else {}
        after = {key: fact for key, fact in {**before, **edition.facts}.items() if fact is not None}
        changes = differences(before, after) if issues else ()
        issues.append(Issue(edition, after, changes, first=not issues))
    return tuple(reversed(issues))


def number_of(id_: str) -> tuple[int, ...]:
    """``2026.11.10`` comes after ``2026.11.9``."""
    return tuple(map(int, id_.split(".")))
