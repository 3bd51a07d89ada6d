"""Demands on the data that span records, each a function named by what it demands."""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel

from . import schema
from .messages import field_types, nearest, shown
from .schema import ROLE, ROLES, Collection, Ref
from .yamlfile import Fault, YamlFile


@dataclass(frozen=True)
class Place:
    """Where an objective stands in its exam."""

    exam: schema.Exam
    domain: schema.Domain
    task: schema.Task
    objective: schema.Objective | None = None


@dataclass(frozen=True)
class Entry:
    """A record, where it came from, and the collection it belongs to."""

    collection: Collection
    file: YamlFile
    path: tuple
    record: BaseModel

    def fault(self, path: tuple, message: str) -> Fault:
        where = shown(path)
        text = f"{where}: {message}" if where else message
        return Fault(self.file.name, self.file.line((*self.path, *path)), text)


@dataclass
class Loaded:
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    moved: dict[str, dict[str, Entry]] = field(default_factory=dict)
    sets: dict[str, list[str]] = field(default_factory=dict)
    # What faulty files and records would have defined: pointing there is not a second fault.
    claimed: dict[str, set[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def may_define(self, collection: str, id_: str) -> bool:
        """Whether a record that could not be used might be the one meant."""
        if collection in ("objectives", "tasks"):
            return self.may_define("exams", id_.partition("/")[0])
        return collection in self.unread or id_ in self.claimed.get(collection, ())


def broken(
    loaded: Loaded, objectives: Mapping[str, Place], tasks: Mapping[str, Place], today: date
) -> Iterator[Fault]:
    """Everything that does not hold between records."""
    ids = {name: entries.keys() for name, entries in loaded.entries.items()}
    ids |= {"objectives": objectives.keys(), "tasks": tasks.keys(), "roles": ()}
    for entries in loaded.entries.values():
        for entry in entries.values():
            yield from references_exist(entry, ids, loaded)
            yield from dates_are_past(entry, today)
            yield from aws_facts_cite_aws(entry, loaded)
            if isinstance(entry.record, schema.Comparison):
                yield from cells_are_complete(entry)
            if isinstance(entry.record, schema.Exam):
                yield from objectives_are_unique(entry)
    yield from moves_lead_somewhere(loaded)
    yield from urls_are_unique(loaded)


def places(loaded: Loaded) -> tuple[dict[str, Place], dict[str, Place]]:
    """Every objective (with its parts) and every task, by full id."""
    objectives: dict[str, Place] = {}
    tasks: dict[str, Place] = {}
    for exam_id, entry in loaded.entries["exams"].items():
        for domain, task, objective in entry.record.walk():
            tasks.setdefault(f"{exam_id}/{task.id}", Place(entry.record, domain, task))
            for part in (objective, *objective.parts):
                objectives[f"{exam_id}/{part.id}"] = Place(entry.record, domain, task, part)
    return objectives, tasks


def references_exist(entry: Entry, ids: Mapping, loaded: Loaded) -> Iterator[Fault]:
    singular = {"glossary": "glossary entry"}
    for path, collection, id_ in references(entry.record):
        if id_ in ids[collection] or loaded.may_define(collection, id_):
            continue
        kind = singular.get(collection, collection.removesuffix("s"))
        if move := loaded.moved.get(collection, {}).get(id_):
            yield entry.fault(path, f'{kind} "{id_}" has moved; write "{move.record.moved}"')
            continue
        if collection == "roles":
            yield entry.fault(path, f"unknown role in [[...:{id_}]]; roles are {', '.join(ROLES)}")
            continue
        home = "data/exams/" if collection in ("objectives", "tasks") else f"data/{collection}"
        hint = nearest(id_, ids[collection])
        yield entry.fault(path, f'unknown {kind} "{id_}"{hint} ({collection} are defined in {home})')


def references(record: BaseModel) -> Iterator[tuple[tuple, str, str]]:
    """Yield (path, collection, id) for every id and every role a record holds."""
    for name, ref in _reference_fields(type(record)):
        yield from _references(getattr(record, name), ref, (name,))


def _references(value: object, ref: Ref | None, path: tuple) -> Iterator[tuple[tuple, str, str]]:
    if isinstance(value, str):
        if ref:
            yield path, ref.collection, value
        elif "[[" in value:
            for match in ROLE.finditer(value):
                yield path, ROLES.get(match["role"], "roles"), match["id"]
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _references(part, ref, (*path, index))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _references(part, ref, (*path, key))
    elif isinstance(value, BaseModel):
        for inner, collection, id_ in references(value):
            yield (*path, *inner), collection, id_


@functools.cache
def _reference_fields(model: type[BaseModel]) -> tuple[tuple[str, Ref | None], ...]:
    """Fields of a model with the collection their strings, or their lists of strings, point into."""
    return tuple(
        (name, _ref(hint)) for name, hint in field_types(model).items() if name in model.model_fields
    )


def _ref(annotation: object) -> Ref | None:
    own = [part for part in getattr(annotation, "__metadata__", ()) if isinstance(part, Ref)]
    inner = [ref for part in typing.get_args(annotation) if (ref := _ref(part))]
    return next(iter(own + inner), None)


def dates_are_past(entry: Entry, today: date) -> Iterator[Fault]:
    """What is recorded as having happened must not lie ahead; announced ends may."""
    record, now = entry.record, today.isoformat()
    dated: list[tuple[tuple, str | None]] = []
    match record:
        case schema.Source():
            dated = [(("checked",), record.checked)]
        case schema.Service():
            dated = [(("status", "since"), record.status.since)]
            dated += [(("former_names", i, "until"), n.until) for i, n in enumerate(record.former_names)]
        case schema.Exam():
            dated = [(("first_day",), record.first_day)]
        case schema.Erratum():
            dated = [(("since",), record.since)]
        case schema.Edition():
            dated = [(("date",), record.date)]
    for path, text in dated:
        if text and text > now[: len(text)]:
            yield entry.fault(path, f"{text} lies in the future (today is {now})")


def aws_facts_cite_aws(entry: Entry, loaded: Loaded) -> Iterator[Fault]:
    """A statement about AWS rests on a page that AWS publishes."""
    record = entry.record
    about_aws = (
        isinstance(record, (schema.Service, schema.Exam))
        or (isinstance(record, schema.Number) and record.service)
        or (isinstance(record, schema.Erratum) and record.services)
    )
    if not about_aws:
        return
    cited = [
        loaded.entries["sources"][id_].record for id_ in record.sources if id_ in loaded.entries["sources"]
    ]
    if cited and not any(source.official for source in cited):
        yield entry.fault(("sources",), "a fact about AWS needs at least one source that AWS publishes")


def cells_are_complete(entry: Entry) -> Iterator[Fault]:
    """A comparison has a cell for every subject and criterion, and no others."""
    table: schema.Comparison = entry.record
    subjects = [subject.id for subject in table.subjects]
    for index, subject in enumerate(subjects):
        if subject in subjects[:index]:
            yield entry.fault(("subjects", index, "id"), f"subject {subject} occurs twice")
    criteria = [criterion.id for criterion in table.criteria]
    for subject in subjects:
        for criterion in criteria:
            if criterion not in table.cells.get(subject, {}):
                yield entry.fault(("cells", subject), f"no cell for {subject} and {criterion}")
    for subject, cells in table.cells.items():
        if subject not in subjects:
            yield entry.fault(("cells", subject), f'unknown subject "{subject}"{nearest(subject, subjects)}')
            continue
        for criterion in cells:
            if criterion not in criteria:
                hint = nearest(criterion, criteria)
                yield entry.fault(("cells", subject, criterion), f'unknown criterion "{criterion}"{hint}')
    for index, pick in enumerate(table.pick):
        for choice in pick.choose:
            if choice not in subjects:
                hint = nearest(choice, subjects)
                yield entry.fault(("pick", index, "choose"), f'unknown subject "{choice}"{hint}')


def objectives_are_unique(entry: Entry) -> Iterator[Fault]:
    seen: set[str] = set()
    for d, domain in enumerate(entry.record.domains):
        for t, task in enumerate(domain.tasks):
            for o, objective in enumerate(task.objectives):
                place = ("domains", d, "tasks", t, "objectives", o)
                parts = [((*place, "parts", p, "id"), part.id) for p, part in enumerate(objective.parts)]
                for path, id_ in [((*place, "id"), objective.id), *parts]:
                    if id_ in seen:
                        yield entry.fault(path, f"objective {id_} occurs twice")
                    seen.add(id_)


def moves_lead_somewhere(loaded: Loaded) -> Iterator[Fault]:
    """An id that moved is gone, and the one it moved to exists."""
    for name, moves in loaded.moved.items():
        known = loaded.entries[name]
        kind = name.removesuffix("s")
        for move in moves.values():
            old, target = move.record.id, move.record.moved
            if old in known:
                first = known[old]
                where = f"{first.file.name}:{first.file.line(first.path)}"
                yield move.fault(("id",), f'"{old}" is already the id of {where}')
            if target not in known and not loaded.may_define(name, target):
                yield move.fault(("moved",), f'unknown {kind} "{target}"{nearest(target, known)}')


def urls_are_unique(loaded: Loaded) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for id_, entry in loaded.entries["sources"].items():
        if other := first.get(entry.record.url):
            yield entry.fault(("url",), f'source "{other}" already has this address; cite that one')
        first.setdefault(entry.record.url, id_)
