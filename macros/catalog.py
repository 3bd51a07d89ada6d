"""YAML files -> one validated Catalog, or every fault of every file at once.

``load`` is the only way in.
"""

from __future__ import annotations

import copyreg
import functools
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from . import rules, schema
from .messages import nearest, validation_faults
from .rules import Entry, Loaded, Place
from .schema import COLLECTIONS, Collection, Moved
from .yamlfile import Fault, YamlFile, read


def _read_only(records: dict) -> Mapping:
    return MappingProxyType(records)


# Python cannot pickle read-only mappings by itself (macros/kept.py).
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


class CatalogError(Exception):
    """The data cannot be used; ``faults`` lists all that is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True)
class Catalog:
    """All records, by collection and id, in the order of files and lines."""

    sources: Mapping[str, schema.Source]
    exams: Mapping[str, schema.Exam]
    services: Mapping[str, schema.Service]
    numbers: Mapping[str, schema.Number]
    formulas: Mapping[str, schema.Formula]
    glossary: Mapping[str, schema.Term]
    errata: Mapping[str, schema.Erratum]
    comparisons: Mapping[str, schema.Comparison]
    decisions: Mapping[str, schema.Decision]
    questions: Mapping[str, schema.Question]
    editions: Mapping[str, schema.Edition]
    objectives: Mapping[str, Place]  # "mla-c02/1.1.S1" -> place
    tasks: Mapping[str, Place]  # "mla-c02/1.1" -> place
    question_sets: Mapping[str, tuple[schema.Question, ...]]  # file name -> questions
    day: date  # of the build
    named_by: Mapping[str, tuple[str, ...]]  # "services/s3" -> records that name it: "comparisons/x"

    def __hash__(self) -> int:  # compared by identity: a Catalog is loaded once per build
        return id(self)


def load(root: Path, *, today: date | None = None) -> Catalog:
    """Read ``root/data`` whole.

    Raises CatalogError with all faults when anything at all is wrong.
    """
    today = today or date.today()
    loaded, faults = Loaded(), []
    for collection in COLLECTIONS:
        loaded.entries[collection.name] = {}
        loaded.moved[collection.name] = {}
        loaded.claimed[collection.name] = set()
        for path in _files(root / "data", collection):
            faults += _read_file(path, path.relative_to(root).as_posix(), collection, loaded)
    faults += _data_files_are_known(root / "data")
    objectives, tasks = rules.places(loaded)
    faults += rules.broken(loaded, objectives, tasks, today)
    if faults:
        raise CatalogError(faults)
    return Catalog(
        **{
            name: MappingProxyType({id_: entry.record for id_, entry in entries.items()})
            for name, entries in loaded.entries.items()
        },
        objectives=MappingProxyType(objectives),
        tasks=MappingProxyType(tasks),
        question_sets=MappingProxyType(
            {
                name: tuple(loaded.entries["questions"][id_].record for id_ in ids_)
                for name, ids_ in loaded.sets.items()
            }
        ),
        day=build_day(today),
        named_by=MappingProxyType(_named_by(loaded)),
    )


def build_day(today: date) -> date:
    """The day of ``SOURCE_DATE_EPOCH``, so that one commit builds the same pages; else today."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or 0)
    return datetime.fromtimestamp(epoch, UTC).date() if epoch else today


def _named_by(loaded: Loaded) -> dict[str, tuple[str, ...]]:
    """Which records name a record, by a field or by a role in a text."""
    found: dict[str, dict[str, None]] = {}
    for collection, entries in loaded.entries.items():
        for id_, entry in entries.items():
            for _, target, other in rules.references(entry.record):
                found.setdefault(f"{target}/{other}", {})[f"{collection}/{id_}"] = None
    return {key: tuple(names) for key, names in found.items()}


# --- reading -------------------------------------------------------------------


def _files(data: Path, collection: Collection) -> list[Path]:
    """``data/<name>.yml`` and everything in ``data/<name>/``, in a stable order."""
    single = data / f"{collection.name}.yml"
    return ([single] if single.is_file() else []) + sorted((data / collection.name).rglob("*.yml"))


def _data_files_are_known(data: Path) -> Iterator[Fault]:
    """A file in the wrong folder, or ending in .yaml, would be passed over in silence."""
    names = {collection.name for collection in COLLECTIONS}
    for path in sorted(p for p in data.rglob("*") if p.suffix.lower() in (".yml", ".yaml")):
        relative = path.relative_to(data)
        head = relative.parts[0] if len(relative.parts) > 1 else relative.stem
        if path.suffix != ".yml":  # the loader takes this ending only
            yield Fault(f"data/{relative.as_posix()}", 1, "data files end in .yml")
        elif head not in names:
            hint = nearest(head, names)
            yield Fault(f"data/{relative.as_posix()}", 1, f'no collection is called "{head}"{hint}')


def _read_file(path: Path, name: str, collection: Collection, loaded: Loaded) -> Iterator[Fault]:
    file = read(path, name)
    yield from file.faults
    if file.faults or file.value is None:
        loaded.claimed[collection.name].add(path.stem)
        if not collection.one_per_file:
            loaded.unread.add(collection.name)
    if file.faults and file.value is None:
        return
    if collection.one_per_file:
        if not isinstance(file.value, dict):
            loaded.claimed[collection.name].add(path.stem)
            yield Fault(name, 1, "this file holds one record: write keys and values, not a list")
            return
        items: list[tuple[tuple, object]] = [((), file.value)]
    else:
        if not isinstance(file.value, tuple):
            loaded.unread.add(collection.name)
            yield Fault(name, 1, "this file holds a list of records: start each with '- id: ...'")
            return
        items = [((index,), item) for index, item in enumerate(file.value)]
    for place, item in items:
        if not isinstance(item, dict):
            yield Fault(name, file.line(place), "a record is a mapping that starts with 'id: ...'")
            continue
        if "moved" in item:
            yield from _add_moved(item, file, place, collection, loaded)
            continue
        try:
            record = _adapter(collection.name).validate_python(item)
        except ValidationError as error:
            claimed = str(item.get("id", path.stem))
            loaded.claimed[collection.name].update(
                (claimed, path.stem) if collection.one_per_file else (claimed,)
            )
            yield from validation_faults(error, file, place, item, collection.model)
            continue
        entry = Entry(collection, file, place, record)
        known = loaded.entries[collection.name]
        if record.id in known:
            first = known[record.id]
            where = f"{first.file.name}:{first.file.line(first.path)}"
            yield entry.fault(("id",), f'"{record.id}" is already the id of {where}')
            continue
        if collection.one_per_file and record.id != path.stem:
            yield entry.fault(("id",), f'"{record.id}" must equal the file\'s name, "{path.stem}"')
        known[record.id] = entry
        if collection.name == "questions":
            loaded.sets.setdefault(path.stem, []).append(record.id)


def _add_moved(item, file: YamlFile, place: tuple, collection: Collection, loaded: Loaded):
    try:
        moved = Moved.model_validate(item)
    except ValidationError as error:
        yield from validation_faults(error, file, place, item, Moved)
    else:
        loaded.moved[collection.name][moved.id] = Entry(collection, file, place, moved)


@functools.cache
def _adapter(name: str) -> TypeAdapter:
    return TypeAdapter(next(c.model for c in COLLECTIONS if c.name == name))
