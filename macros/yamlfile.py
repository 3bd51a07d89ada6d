"""One YAML file -> plain values and the line each of them stands on.

PyYAML's own constructors are not used: they let duplicate keys through, turn
``no`` into false and ``2026-06-30`` into a date, and forget line numbers. This
module composes with libyaml and reads scalars by the YAML 1.2 core schema, so
what looks like text stays text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_NULL = re.compile(r"~|null|")
_BOOL = {"true": True, "false": False}
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)?\.[0-9]+([eE][-+]?[0-9]+)?|[-+]?(0|[1-9][0-9]*)[eE][-+]?[0-9]+")
_STANDARD_TAG = "tag:yaml.org,2002:"


class _Loader(yaml.CSafeLoader):
    """libyaml without PyYAML's guesses at types, which are slow and not YAML 1.2's."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


@dataclass(frozen=True, order=True)
class Fault:
    """Something wrong at a place; printed as ``file:line: what is wrong``."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {' '.join(self.message.split())}"


@dataclass(frozen=True)
class YamlFile:
    """A file's value (lists as tuples), the line of every path in it, its faults."""

    name: str
    value: object
    lines: dict[tuple, int]
    faults: tuple[Fault, ...]

    def line(self, path: tuple) -> int:
        """Line of a path, or of its nearest known ancestor (1-based)."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(path: Path, name: str) -> YamlFile:
    """Read one file; whatever is wrong with it comes back as faults, never as an exception."""
    try:
        data = path.read_bytes()
        return parse(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
    except OSError as error:
        line, message = 1, f"cannot be read: {error.strerror}"
    return YamlFile(name, None, {}, (Fault(name, line, message),))


def parse(text: str, name: str, *, first_line: int = 1) -> YamlFile:
    """Parse YAML that starts on ``first_line`` of the file called ``name``."""
    faults: list[Fault] = []
    lines: dict[tuple, int] = {}

    def fault(line: int, message: str) -> None:
        faults.append(Fault(name, line, message))

    def result(value: object = None) -> YamlFile:
        return YamlFile(name, value, lines, tuple(faults))

    for number, line in enumerate(text.splitlines(), start=first_line):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            fault(number, "a tab indents this line; YAML wants spaces")
    if faults:
        return result()
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "cannot be read"
        fault(mark.line + first_line if mark else first_line, f"YAML syntax: {problem}")
        return result()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        fault(line, f"YAML syntax: a control character (#x{error.character:02x}) is not allowed")
        return result()
    except RecursionError:
        fault(first_line, "YAML syntax: nested too deeply")
        return result()
    if root is None:
        fault(first_line, "the file is empty; write its records or delete it")
        return result()

    made: dict[int, object] = {}

    def construct(node: yaml.Node, path: tuple) -> object:
        lines.setdefault(path, node.start_mark.line + first_line)
        here = node.start_mark.line + first_line
        if not node.tag.startswith(_STANDARD_TAG):
            fault(here, f"tag {node.tag} is not used here; remove it")
        if id(node) in made:
            fault(here, "anchors and aliases are not used here; write the value out")
            return made[id(node)]
        mapping: dict = {}
        made[id(node)] = mapping
        if isinstance(node, yaml.ScalarNode):
            made[id(node)] = _scalar(node)
            return made[id(node)]
        if isinstance(node, yaml.SequenceNode):
            made[id(node)] = ()  # what an alias inside itself stands for
            made[id(node)] = tuple(construct(item, (*path, index)) for index, item in enumerate(node.value))
            return made[id(node)]
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + first_line
            if not isinstance(key_node, yaml.ScalarNode):
                fault(line, "a key must be a plain word")
                continue
            key = key_node.value
            if key in mapping:
                fault(line, f'key "{key}" occurs twice; the first is on line {lines[(*path, key)]}')
                continue
            lines[(*path, key)] = line
            mapping[key] = construct(value_node, (*path, key))
        return mapping

    try:
        value = construct(root, ())
    except RecursionError:
        fault(first_line, "YAML syntax: nested too deeply")
        return result()
    return result(value)


def _scalar(node: yaml.ScalarNode) -> object:
    """A scalar by the YAML 1.2 core schema; quoted ones are always text."""
    text = node.value
    if node.style:  # quoted, literal or folded
        return text
    if _NULL.fullmatch(text):
        return None
    if text in _BOOL:
        return _BOOL[text]
    # int() refuses absurdly long digits, which then stay text and fail validation
    if _INT.fullmatch(text) and len(text) < 30:
        return int(text)
    if _FLOAT.fullmatch(text) and len(text) < 30:
        return float(text)
    return text
