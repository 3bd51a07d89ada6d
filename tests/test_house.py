"""The house rules that keep the code small and the documents true."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

# A module may import from rows above its own, and from its own package.
LAYERS = (
    {"schema"},
    {"yamlfile", "kept"},
    {"messages"},
    {"rules"},
    {"catalog"},
    {"pages"},
    {"page", "site", "editions"},
    {"usage", "lifecycle"},
    {"components", "exports", "figures", "editor_schema", "search", "markup", "placeholders", "compiled"},
    {"__init__"},
    {"check", "paper"},
    {"hooks"},
)
LONGEST_MODULE = 450  # lines that say something

DOCUMENTS = ("README.md", "CONTRIBUTING.md")
LOCKS = ("requirements.txt", "requirements-pdf.txt", "requirements-test.txt")


@pytest.fixture(scope="session")
def modules(root: Path) -> dict[str, ast.Module]:
    """Path below macros/ -> parsed module."""
    found = sorted((root / "macros").rglob("*.py"))
    return {
        path.relative_to(root / "macros").as_posix(): ast.parse(path.read_text("utf-8")) for path in found
    }


@pytest.fixture(scope="session")
def makefile(root: Path) -> str:
    return (root / "Makefile").read_text("utf-8")


def imported(module: ast.Module):
    """(level, dotted name) of everything a module imports, wherever in it."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module:
                yield node.level, node.module
            else:  # from . import x, y
                yield from ((node.level, alias.name) for alias in node.names)


def strings(module: ast.Module) -> list[str]:
    """Texts of a module that are not docstrings."""
    docstrings = set()
    for node in ast.walk(module):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node):
            docstrings.add(node.body[0].value)
    constants = (
        node for node in ast.walk(module) if isinstance(node, ast.Constant) and node not in docstrings
    )
    return [node.value for node in constants if isinstance(node.value, str)]


# --- the package ---------------------------------------------------------------------


def test_imports_go_one_way(modules):
    rank = {name: number for number, layer in enumerate(LAYERS) for name in layer}
    assert {path.partition("/")[0].removesuffix(".py") for path in modules} <= rank.keys(), "add it to LAYERS"
    for path, module in modules.items():
        own, _, inner = path.partition("/")
        own = own.removesuffix(".py")
        for level, name in imported(module):
            inside_package = 1 if inner else 0
            if level > inside_package:
                target = name.partition(".")[0]
            elif name.partition(".")[0] == "macros":
                target = name.partition(".")[2].partition(".")[0]
            else:
                continue
            target = target if target in rank else "__init__"
            if inner == "__main__.py":  # run from outside, above everything
                continue
            assert rank[target] < rank[own], f"macros/{path} imports {name}"


def test_only_the_hooks_know_mkdocs(modules):
    for path, module in modules.items():
        known = {name.partition(".")[0] for level, name in imported(module) if level == 0}
        assert not known & {"mkdocs", "mkdocs_macros", "material", "zensical"} or path == "hooks.py", path


def test_components_neither_read_nor_write_files(modules):
    for path, module in modules.items():
        if path.startswith("components/"):
            calls = [node.func for node in ast.walk(module) if isinstance(node, ast.Call)]
            names = {getattr(call, "id", getattr(call, "attr", "")) for call in calls}
            assert not names & {"open", "Path", "read_text", "write_text", "getenv", "today", "now"}, path


def test_html_stands_in_templates(modules):
    for path, module in modules.items():
        if path.startswith("components/"):
            assert not [text for text in strings(module) if re.search(r"<\w", text)], path


def test_no_module_has_two_reasons_to_exist(root: Path, modules):
    for path in modules:
        lines = (root / "macros" / path).read_text("utf-8").splitlines()
        assert sum(bool(line.strip()) for line in lines) <= LONGEST_MODULE, path


def test_the_code_knows_no_exam_and_no_service(root: Path, modules):
    exams = {part for path in (root / "data/exams").glob("*.yml") for part in path.stem.split("-")}
    assert {"mla", "c02"} <= exams
    services = {"sagemaker", "kinesis", "bedrock", "redshift", "athena", "dynamodb", "firehose", "glue"}
    pattern = re.compile(rf"\b({'|'.join(sorted(exams | services))})", re.IGNORECASE)
    hosts = _official_hosts(modules["schema.py"])
    for path, module in modules.items():
        named = [text for text in strings(module) if pattern.search(text) and text not in hosts]
        assert not named, f"macros/{path} names {named}"
    for template in (root / "macros/templates").iterdir():
        assert not pattern.search(template.read_text("utf-8")), template


def _official_hosts(module: ast.Module) -> set[str]:
    (node,) = (
        node
        for node in module.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "OFFICIAL_HOSTS"
    )
    return set(ast.literal_eval(node.value))


def test_ruff_finds_nothing(root: Path):
    done = subprocess.run(
        [Path(sys.executable).with_name("ruff"), "check", "--no-cache", "--output-format", "concise"],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


# --- commands and documents ----------------------------------------------------------


def targets(makefile: str) -> dict[str, str]:
    """Target a person types -> what `make help` says of it."""
    rules = re.findall(r"^([a-z][a-z-]*):(?!=)(.*)$", makefile, re.MULTILINE)
    return {name: rest.partition("##")[2].strip() for name, rest in rules}


def test_every_make_target_has_help(makefile: str):
    helped = targets(makefile)
    assert [name for name, text in helped.items() if not text] == []
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert helped.keys() == set(phony.split())


def test_make_alone_lists_the_targets(root: Path, makefile: str):
    done = subprocess.run(["make", "--no-print-directory"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(targets(makefile))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_make_targets_a_document_names_exist(root: Path, makefile: str, document: str):
    text = (root / document).read_text("utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", text, re.MULTILINE))
    assert named
    assert named <= targets(makefile).keys()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_a_document_names_exist(root: Path, document: str):
    """Links, and what stands in code and looks like a file; a placeholder is written <id>."""
    prose = re.sub(r"^```.*?^```", "", (root / document).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    missing = []
    for line in prose.splitlines():
        names = re.findall(r"`(\.?\w[\w./-]*(?:/|\.(?:py|yml|md|txt|toml|json)))`", line)
        names += re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", line)
        # "`macros/`: `schema.py`" means macros/schema.py
        folders = [root, *(root / name for name in names if name.endswith("/"))]
        missing += [name for name in names if not any((folder / name).exists() for folder in folders)]
    assert not missing


def test_the_readme_starts_with_the_two_commands(root: Path):
    head = (root / "README.md").read_text("utf-8").splitlines()[:12]
    assert [line.split("#")[0].strip() for line in head if line.startswith("make ")] == [
        "make serve",
        "make test",
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_locked_requirements_have_hashes_and_no_addresses(root: Path, lock: str):
    text = (root / lock).read_text("utf-8")
    assert "http" not in text
    assert "--index-url" not in text
    entries = re.split(r"\n(?=[a-z0-9])", "\n" + re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    pins = [entry for entry in entries if entry.strip()]
    assert pins
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+(\[[a-z,-]+\])?==\S+", pin), pin[:60]
        assert "--hash=sha256:" in pin, pin[:60]


def test_the_locks_agree(root: Path):
    build, pdf, test = (_pins((root / lock).read_text("utf-8")) for lock in LOCKS)
    assert build.items() <= pdf.items() <= test.items()


def _pins(text: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def test_everything_asked_for_is_locked(root: Path):
    for lock in LOCKS:
        asked = (root / lock.replace(".txt", ".in")).read_text("utf-8")
        names = set(re.findall(r"^([a-z][a-z0-9-]*)", asked, re.MULTILINE))
        assert names <= _pins((root / lock).read_text("utf-8")).keys()
