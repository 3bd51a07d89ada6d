"""Refusals of one record, said as ``file:line: what is wrong, what was probably meant``."""

from __future__ import annotations

import difflib
import functools
import typing
from collections.abc import Iterable, Iterator
from types import UnionType

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .yamlfile import Fault, YamlFile


def validation_faults(
    error: ValidationError,
    file: YamlFile,
    place: tuple,
    item: dict,
    model: object,
) -> Iterator[Fault]:
    """Pydantic's refusals of one record as faults with lines, in a contributor's words."""
    details = error.errors(include_url=False)
    told: set[tuple] = set()
    for detail in details:
        if detail["type"] == "too_short" and any(_lies_within(other, detail) for other in details):
            continue  # an item that is faulty is missing only to pydantic
        path = _data_path(detail["loc"], item, missing=detail["type"] == "missing")
        owner = _model_at(model, detail["loc"][:-1], item)
        line = file.line((*place, *path))
        where = shown((item["id"], *path) if isinstance(item.get("id"), str) and place else path)
        message = _message(detail, owner)
        message = " ".join(message.split())
        if path in told:
            continue  # a union refuses once for each of its members
        told.add(path)
        yield Fault(file.name, line, f"{where}: {message}" if where else message)


def _lies_within(inner: ErrorDetails, outer: ErrorDetails) -> bool:
    return inner is not outer and inner["loc"][: len(outer["loc"])] == outer["loc"]


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
        case "union_tag_invalid":
            allowed = [w.strip("'") for w in detail["ctx"].get("expected_tags", "").split(", ")]
            tag = given.get("type") if isinstance(given, dict) else given
            return (
                f'type "{tag}" is not one of {", ".join(filter(None, allowed))}{nearest(str(tag), allowed)}'
            )
        case "string_pattern_mismatch":
            return f'"{given}" does not have the right form; it must match {detail["ctx"]["pattern"]}'
        case "too_short":
            return (
                f"at least {detail['ctx']['min_length']} are needed, found {detail['ctx']['actual_length']}"
            )
        case "too_long":
            return (
                f"at most {detail['ctx']['max_length']} are allowed, found {detail['ctx']['actual_length']}"
            )
        case "union_tag_not_found" if isinstance(given, dict):
            return 'required key "type" is missing'
        case "string_too_long":
            return f"too long: {len(str(given))} characters, at most {detail['ctx']['max_length']}"
        case "value_error":
            return str(detail["ctx"]["error"])
    if kind.endswith("_type"):
        wanted = _KINDS.get(kind, kind.removesuffix("_type").replace("_", " "))
        return f"expected {wanted}, found {_described(given)}"
    return detail["msg"][:1].lower() + detail["msg"][1:]


_KINDS = {
    "string_type": "a text",
    "int_type": "a number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}


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


def shown(path: tuple) -> str:
    """A path as people write it: ``options[2].why``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f"{'.' if text else ''}{part}"
    return text


def _data_path(loc: tuple, item: object, *, missing: bool) -> tuple:
    """Pydantic's location without the tags of unions, which are not in the file."""
    path, value = [], item
    for position, part in enumerate(loc):
        if (isinstance(value, dict) and part in value) or (
            isinstance(value, tuple) and isinstance(part, int) and part < len(value)
        ):
            value = value[part]
        elif missing and position == len(loc) - 1:
            pass  # its parent's line, its own name
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
        hints = field_types(annotation)
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
        return typing.get_args(field_types(bare)["type"])[0]
    return None


@functools.cache
def field_types(model: type[BaseModel]) -> dict[str, object]:
    """Annotations of a model's fields, with what Annotated says."""
    return typing.get_type_hints(model, include_extras=True)


def _bare(annotation: object) -> object:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    return annotation


def _is_union(annotation: object) -> bool:
    return typing.get_origin(annotation) in (typing.Union, UnionType)
