"""YAML files -> one validated Catalog, or every fault of every file at once.

``load`` is the only way in. Each demand on the data that spans records is one
function below, named by what it demands and yielding faults.
"""

from __future__ import annotations

import difflib
import functools
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType, UnionType

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from . import schema
from .schema import COLLECTIONS, ROLE, ROLES, Collection, Moved, Ref
from .yamlfile import Fault, YamlFile, read


class CatalogError(Exception):
    """The data cannot be used; ``faults`` lists all that is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True)
class Place:
    """Where an objective stands in its exam."""

    exam: schema.Exam
    domain: schema.Domain
    task: schema.Task
    objective: schema.Objective | None = None


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
    objectives: Mapping[str, Place]  # "mla-c02/1.1.S1" -> place
    tasks: Mapping[str, Place]  # "mla-c02/1.1" -> place
    question_sets: Mapping[str, tuple[schema.Question, ...]]  # file name -> questions

    def __hash__(self) -> int:  # compared by identity: a Catalog is loaded once per build
        return id(self)


@dataclass(frozen=True)
class _Entry:
    """A record, where it came from, and the collection it belongs to."""

    collection: Collection
    file: YamlFile
    path: tuple
    record: BaseModel

    def fault(self, path: tuple, message: str) -> Fault:
        where = _shown(path)
        text = f"{where}: {message}" if where else message
        return Fault(self.file.name, self.file.line((*self.path, *path)), text)


@dataclass
class _Loaded:
    entries: dict[str, dict[str, _Entry]] = field(default_factory=dict)
    moved: dict[str, dict[str, str]] = field(default_factory=dict)
    sets: dict[str, list[str]] = field(default_factory=dict)


def load(root: Path, *, today: date | None = None) -> Catalog:
    """Read ``root/data`` whole.

    Raises CatalogError with all faults when anything at all is wrong.
    """
    today = today or date.today()
    loaded, faults = _Loaded(), []
    for collection in COLLECTIONS:
        loaded.entries[collection.name] = {}
        loaded.moved[collection.name] = {}
        for path in _files(root / "data", collection):
            faults += _read_file(path, path.relative_to(root).as_posix(), collection, loaded)
    faults += _data_files_are_known(root / "data")
    places = _places(loaded)
    ids = {name: loaded.entries[name].keys() for name in loaded.entries} | {
        "objectives": places[0].keys(),
        "tasks": places[1].keys(),
        "roles": (),
    }
    for entries in loaded.entries.values():
        for entry in entries.values():
            faults += _references_exist(entry, ids, loaded.moved)
            faults += _dates_are_past(entry, today)
            faults += _aws_facts_cite_aws(entry, loaded)
            if isinstance(entry.record, schema.Comparison):
                faults += _cells_are_complete(entry)
    faults += _urls_are_unique(loaded)
    if faults:
        raise CatalogError(faults)
    return Catalog(
        **{
            name: MappingProxyType({id_: entry.record for id_, entry in entries.items()})
            for name, entries in loaded.entries.items()
        },
        objectives=MappingProxyType(places[0]),
        tasks=MappingProxyType(places[1]),
        question_sets=MappingProxyType(
            {
                name: tuple(loaded.entries["questions"][id_].record for id_ in ids_)
                for name, ids_ in loaded.sets.items()
            }
        ),
    )


# --- reading -------------------------------------------------------------------


def _files(data: Path, collection: Collection) -> list[Path]:
    """``data/<name>.yml`` and everything in ``data/<name>/``, in a stable order."""
    single = data / f"{collection.name}.yml"
    return ([single] if single.is_file() else []) + sorted((data / collection.name).rglob("*.yml"))


def _data_files_are_known(data: Path) -> Iterator[Fault]:
    """A file in the wrong folder, or ending in .yaml, would be passed over in silence."""
    names = {collection.name for collection in COLLECTIONS}
    for path in sorted(data.rglob("*.y*ml")):
        relative = path.relative_to(data)
        head = relative.parts[0] if len(relative.parts) > 1 else relative.stem
        if path.suffix != ".yml":
            yield Fault(f"data/{relative.as_posix()}", 1, "data files end in .yml")
        elif head not in names:
            hint = nearest(head, names)
            yield Fault(f"data/{relative.as_posix()}", 1, f'no collection is called "{head}"{hint}')


def _read_file(path: Path, name: str, collection: Collection, loaded: _Loaded) -> Iterator[Fault]:
    file = read(path, name)
    yield from file.faults
    if file.value is None:
        return
    if collection.one_per_file:
        if not isinstance(file.value, dict):
            yield Fault(name, 1, "this file holds one record: write keys and values, not a list")
            return
        items: list[tuple[tuple, object]] = [((), file.value)]
    else:
        if not isinstance(file.value, tuple):
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
            yield from _validation_faults(error, file, place, item, collection.model)
            continue
        entry = _Entry(collection, file, place, record)
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


def _add_moved(item, file: YamlFile, place: tuple, collection: Collection, loaded: _Loaded):
    try:
        moved = Moved.model_validate(item)
    except ValidationError as error:
        yield from _validation_faults(error, file, place, item, Moved)
    else:
        loaded.moved[collection.name][moved.id] = moved.moved


@functools.cache
def _adapter(name: str) -> TypeAdapter:
    return TypeAdapter(next(c.model for c in COLLECTIONS if c.name == name))


# --- faults of one record --------------------------------------------------------


def _validation_faults(
    error: ValidationError,
    file: YamlFile,
    place: tuple,
    item: dict,
    model: object,
) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        path = _data_path(detail["loc"], item)
        owner = _model_at(model, detail["loc"][:-1], item)
        line = file.line((*place, *path))
        where = _shown((item["id"], *path) if isinstance(item.get("id"), str) and place else path)
        message = _message(detail, owner)
        yield Fault(file.name, line, f"{where}: {message}" if where else message)


def _message(detail: ErrorDetails, owner: type[BaseModel] | None) -> str:
    """Say what is wrong and what was probably meant, in a contributor's words."""
    kind, last = detail["type"], detail["loc"][-1] if detail["loc"] else ""
    given = detail.get("input")
    fields = list(owner.model_fields) if owner else []
    match kind:
        case "extra_forbidden":
            hint = nearest(str(last), fields) or f"; keys here are {', '.join(fields)}"
            return f'unknown key "{last}"{hint}'
        case "missing":
            return f'required key "{last}" is missing'
        case "literal_error":
            allowed = [w.strip("'") for w in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]
            hint = nearest(str(given), allowed)
            return f'"{given}" is not one of {", ".join(allowed)}{hint}'
        case "union_tag_invalid" | "union_tag_not_found":
            allowed = [w.strip("'") for w in detail["ctx"].get("expected_tags", "").split(", ")]
            tag = given.get("type") if isinstance(given, dict) else given
            return (
                f'type "{tag}" is not one of {", ".join(filter(None, allowed))}{nearest(str(tag), allowed)}'
            )
        case "string_pattern_mismatch":
            return f'"{given}" does not have the right form; it must match {detail["ctx"]["pattern"]}'
        case "string_too_long":
            return f"too long: {len(str(given))} characters, at most {detail['ctx']['max_length']}"
        case "value_error":
            return str(detail["ctx"]["error"])
    if kind.endswith("_type"):
        wanted = kind.removesuffix("_type").replace("tuple", "list").replace("dict", "mapping")
        return f"expected a {wanted.replace('_', ' ')}, found {_described(given)}"
    return detail["msg"][:1].lower() + detail["msg"][1:]


def _described(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case tuple():
            return "a list"
        case dict():
            return "a mapping"
        case str():
            return f'the text "{value[:40]}"'
        case bool():
            return "true" if value else "false"
        case _:
            return f"the number {value}"


def nearest(wrong: str, allowed: Iterable[str]) -> str:
    """``; did you mean "..."?`` for the likeliest of the allowed words, or nothing."""
    near = difflib.get_close_matches(wrong, list(allowed), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def _shown(path: tuple) -> str:
    """A path as people write it: ``options[2].why``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f"{'.' if text else ''}{part}"
    return text


def _data_path(loc: tuple, item: object) -> tuple:
    """Pydantic's location without the tags of unions, which are not in the file."""
    path, value = [], item
    for position, part in enumerate(loc):
        if (isinstance(value, dict) and part in value) or (
            isinstance(value, tuple) and isinstance(part, int) and part < len(value)
        ):
            value = value[part]
        elif position == len(loc) - 1 and not isinstance(part, int) and isinstance(value, dict):
            pass  # a missing key: point at its parent's line, name the key in the message
        else:
            continue
        path.append(part)
    return tuple(path)


def _model_at(annotation: object, loc: tuple, value: object) -> type[BaseModel] | None:
    """The model a location lies in, for naming its keys."""
    annotation = _bare(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not loc:
            return annotation
        hints = _hints(annotation)
        if loc[0] not in hints:
            return None
        inner = value.get(loc[0]) if isinstance(value, dict) else None
        return _model_at(hints[loc[0]], loc[1:], inner)
    args = typing.get_args(annotation)
    if _is_union(annotation):
        for arg in args:
            if loc and _tag(arg) == loc[0]:
                return _model_at(arg, loc[1:], value)
        return next((m for a in args if (m := _model_at(a, loc, value))), None)
    if typing.get_origin(annotation) is tuple and loc and isinstance(loc[0], int):
        inner = value[loc[0]] if isinstance(value, tuple) and loc[0] < len(value) else None
        return _model_at(args[0], loc[1:], inner)
    return None


def _tag(annotation: object) -> str | None:
    """The tag by which a member of a union is told from the others."""
    for extra in getattr(annotation, "__metadata__", ()):
        if hasattr(extra, "tag"):
            return extra.tag
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, BaseModel) and "type" in bare.model_fields:
        return typing.get_args(_hints(bare)["type"])[0]
    return None


@functools.cache
def _hints(model: type[BaseModel]) -> dict[str, object]:
    return typing.get_type_hints(model, include_extras=True)


def _bare(annotation: object) -> object:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    return annotation


def _is_union(annotation: object) -> bool:
    return typing.get_origin(annotation) in (typing.Union, UnionType)


# --- demands that span records -----------------------------------------------------


def _places(loaded: _Loaded) -> tuple[dict[str, Place], dict[str, Place]]:
    """Every objective (with its parts) and every task, by full id."""
    objectives: dict[str, Place] = {}
    tasks: dict[str, Place] = {}
    for exam_id, entry in loaded.entries["exams"].items():
        for domain, task, objective in entry.record.walk():
            tasks.setdefault(f"{exam_id}/{task.id}", Place(entry.record, domain, task))
            for part in (objective, *objective.parts):
                objectives[f"{exam_id}/{part.id}"] = Place(entry.record, domain, task, part)
    return objectives, tasks


def _references_exist(entry: _Entry, ids: Mapping, moved: Mapping) -> Iterator[Fault]:
    singular = {"glossary": "glossary entry"}
    for path, collection, id_ in references(entry.record):
        if id_ in ids[collection]:
            continue
        kind = singular.get(collection, collection.removesuffix("s"))
        if target := moved.get(collection, {}).get(id_):
            yield entry.fault(path, f'{kind} "{id_}" has moved; write "{target}"')
            continue
        if collection == "roles":
            yield entry.fault(path, f"unknown role in [[...:{id_}]]; roles are {', '.join(ROLES)}")
            continue
        home = "data/exams/" if collection in ("objectives", "tasks") else f"data/{collection}"
        hint = nearest(id_, ids[collection])
        yield entry.fault(path, f'unknown {kind} "{id_}"{hint} ({collection} are defined in {home})')


def references(record: BaseModel) -> Iterator[tuple[tuple, str, str]]:
    """Yield (path, collection, id) for every id and every role a record holds."""
    for name, annotation in _hints(type(record)).items():
        if name in type(record).model_fields:
            yield from _references(getattr(record, name), annotation, (name,))


def _references(value: object, annotation: object, path: tuple) -> Iterator[tuple[tuple, str, str]]:
    if isinstance(value, BaseModel):
        for inner, collection, id_ in references(value):
            yield (*path, *inner), collection, id_
    elif isinstance(value, tuple):
        item = next((a for a in _members(annotation) if typing.get_origin(a) is tuple), None)
        inner = typing.get_args(item)[0] if item else None
        for index, part in enumerate(value):
            yield from _references(part, inner, (*path, index))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _references(part, None, (*path, key))
    elif isinstance(value, str):
        if (ref := _ref(annotation)) is not None:
            yield path, ref.collection, value
        elif "[[" in value:
            for match in ROLE.finditer(value):
                yield path, ROLES.get(match["role"], "roles"), match["id"]


def _members(annotation: object) -> tuple:
    """The members of a union, or the annotation itself, without Annotated."""
    bare = _bare(annotation)
    return tuple(map(_bare, typing.get_args(bare))) if _is_union(bare) else (bare,)


def _ref(annotation: object) -> Ref | None:
    for part in getattr(annotation, "__metadata__", ()):
        if isinstance(part, Ref):
            return part
    if _is_union(_bare(annotation)):
        return next((r for a in typing.get_args(_bare(annotation)) if (r := _ref(a))), None)
    return None


def _dates_are_past(entry: _Entry, today: date) -> Iterator[Fault]:
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
    for path, text in dated:
        if text and text > now[: len(text)]:
            yield entry.fault(path, f"{text} lies in the future (today is {now})")


def _aws_facts_cite_aws(entry: _Entry, loaded: _Loaded) -> Iterator[Fault]:
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


def _cells_are_complete(entry: _Entry) -> Iterator[Fault]:
    """A comparison has a cell for every subject and criterion, and no others."""
    table: schema.Comparison = entry.record
    subjects = [subject.id for subject in table.subjects]
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


def _urls_are_unique(loaded: _Loaded) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for id_, entry in loaded.entries["sources"].items():
        if other := first.get(entry.record.url):
            yield entry.fault(("url",), f'source "{other}" already has this address; cite that one')
        first.setdefault(entry.record.url, id_)
