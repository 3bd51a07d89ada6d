"""Code on pages is what AWS's SDK takes: operations, parameters, types and values, checked offline."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import botocore.session
import pytest
from botocore.validate import ParamValidator

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_UNKNOWN = object()  # a value the snippet computes


def snippets(language: str) -> Iterator[tuple[str, str]]:
    """("page.md:line", code) of every block of a language."""
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        for block in FENCE.finditer(text):
            if block[1] == language:
                yield (
                    f"{path.relative_to(ROOT / 'docs')}:{text.count(chr(10), 0, block.start()) + 1}",
                    block[2],
                )


PYTHON = dict(snippets("python"))
JSON = dict(snippets("json"))


@cache
def client(service: str):
    return botocore.session.get_session().create_client(
        service, region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x"
    )


def calls(tree: ast.Module) -> Iterator[tuple[str, str, ast.Call]]:
    """(service, method, call) of every call of a boto3 client in a snippet."""
    clients = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[target], value=ast.Call(func=func, args=[service, *_])):
                if ast.unparse(func) == "boto3.client":
                    clients[ast.unparse(target)] = service.value
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=method)) if ast.unparse(owner) in clients:
                yield clients[ast.unparse(owner)], method, node


def literal(node: ast.expr):
    """A literal's value; what is computed stands as ``_UNKNOWN``."""
    if isinstance(node, ast.Dict):
        return {literal(k): literal(v) for k, v in zip(node.keys, node.values, strict=True)}
    if isinstance(node, ast.List | ast.Tuple):
        return [literal(item) for item in node.elts]
    try:
        return ast.literal_eval(node)
    except ValueError:
        return _UNKNOWN


def completed(value, shape):
    """A value with something fitting where the snippet computes it."""
    if value is _UNKNOWN and shape.type_name == "structure":
        # An unknown choice of a union is left to its first.
        needed = shape.required_members or ([next(iter(shape.members))] if shape.is_tagged_union else [])
        return {name: completed(_UNKNOWN, shape.members[name]) for name in needed}
    if value is _UNKNOWN and shape.type_name == "list":
        return [completed(_UNKNOWN, shape.member)]
    if value is _UNKNOWN:
        kinds = {"structure": {}, "list": [], "map": {}, "integer": 1, "long": 1, "float": 1.0, "double": 1.0,
                 "boolean": True, "blob": b"", "timestamp": 0}  # fmt: skip
        return kinds.get(shape.type_name, (getattr(shape, "enum", None) or ["x" * 40])[0])
    if shape.type_name == "structure" and isinstance(value, dict):
        return {k: completed(v, shape.members[k]) if k in shape.members else v for k, v in value.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [completed(item, shape.member) for item in value]
    if shape.type_name == "map" and isinstance(value, dict):
        return {k: completed(v, shape.value) for k, v in value.items()}
    return value


def wrong_values(value, shape, path: str = "") -> Iterator[str]:
    """Texts that are none of a member's enumerated values."""
    if isinstance(value, str) and getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{path} = {value!r}"
    elif shape.type_name == "structure" and isinstance(value, dict):
        for key, item in value.items():
            if key in shape.members:
                yield from wrong_values(item, shape.members[key], f"{path}.{key}")
    elif shape.type_name == "list" and isinstance(value, list):
        for item in value:
            yield from wrong_values(item, shape.member, f"{path}[]")


@pytest.mark.parametrize("place", PYTHON)
def test_python_compiles(place: str):
    compile(PYTHON[place], place, "exec")


@pytest.mark.parametrize("place", [place for place, code in PYTHON.items() if "boto3.client" in code])
def test_calls_are_what_the_service_takes(place: str):
    found = list(calls(ast.parse(PYTHON[place])))
    assert found, "a client nobody calls"
    for service, method, call in found:
        assert not call.args or method in ("get_paginator", "get_waiter"), f"{method}: name every argument"
        if method in ("get_paginator", "get_waiter", "can_paginate"):
            assert hasattr(client(service), call.args[0].value) or method == "get_waiter"
            continue
        if method in ("upload_file", "download_file", "upload_fileobj", "generate_presigned_url"):
            continue  # helpers of boto3, not of the service
        operation = client(service).meta.method_to_api_mapping.get(method)
        assert operation, f"{service} has no {method}"
        shape = client(service).meta.service_model.operation_model(operation).input_shape
        spread = any(keyword.arg is None for keyword in call.keywords)
        given = {k.arg: completed(literal(k.value), shape.members[k.arg]) if k.arg in shape.members else 0
                 for k in call.keywords if k.arg}  # fmt: skip
        report = ParamValidator().validate(given, shape).generate_report()
        faults = [
            line for line in report.splitlines() if not (spread and line.startswith("Missing required"))
        ]
        assert not faults, f"{method}: {faults}"
        assert not list(wrong_values(given, shape)), method


@pytest.mark.parametrize("place", JSON)
def test_json_is_json(place: str):
    try:
        json.loads(JSON[place])
    except json.JSONDecodeError:  # one document a line
        for line in JSON[place].splitlines():
            json.loads(line)


def enumerated(service: str, shape: str) -> set[str]:
    return set(client(service).meta.service_model.shape_for(shape).enum)


def test_instance_types_exist():
    """Every instance type of SageMaker AI that pages or data name is one its API takes."""
    kinds = ("TrainingInstanceType", "ProductionVariantInstanceType", "ProcessingInstanceType")
    known = set().union(*(enumerated("sagemaker", kind) for kind in (*kinds, "AppInstanceType")))
    families = {name.rpartition(".")[0] for name in known}
    lost = []
    for path in [*(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.yml")]:
        text = path.read_text("utf-8")
        for name in re.findall(r"(?<![\w./-])ml\.[a-z][a-z0-9-]*(?:\.[a-z0-9]+)?\b", text):
            if not any(real.startswith(name) for real in (known if name.count(".") > 1 else families)):
                lost.append(f"{path.relative_to(ROOT)}: {name}")
    assert not lost


def test_sdk_names_of_services_exist(catalog):
    """Each ``sdk`` of a service is a client of the SDK, with the operation or shape after the colon."""
    session = botocore.session.get_session()
    known = set(session.get_available_services())
    lost = []
    for service in catalog.services.values():
        if service.sdk is None:
            continue
        name, _, operation = service.sdk.partition(":")
        if name not in known:
            if service.status.state != "discontinued":  # AWS takes clients of ended services away
                lost.append(f"{service.id}: no client {name}")
        elif operation:
            model = client(name).meta.service_model
            if operation not in model.operation_names and operation not in model.shape_names:
                lost.append(f"{service.id}: {name} has no {operation}")
    assert not lost
