"""The same sources build the same bytes, wherever, whenever and by whomever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ENVIRONMENT, small_project

EPOCH = {"SOURCE_DATE_EPOCH": "1750000000"}
# What differs between two people's machines.
HERE = EPOCH | {"TZ": "UTC", "PYTHONHASHSEED": "1", "LANG": "C.UTF-8"}
THERE = EPOCH | {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2", "LANG": "C"}


def build(project: Path, site: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """Path -> content of everything a build writes."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=project,
        env=ENVIRONMENT | environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def aged(folder: Path) -> None:
    """Give every file another time of change, as a checkout on another day does."""
    for path in folder.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))


@pytest.fixture(params=["made-up", "real"])
def project(request, root: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    if request.param == "made-up":
        return small_project(root, folder)
    for name in ("docs", "data", "macros"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", folder)
    return folder


def test_two_builds_are_the_same_bytes(project: Path, tmp_path: Path):
    first = build(project, tmp_path / "one", HERE)
    assert {"index.html", "sitemap.xml.gz", "search/search_index.json", "api/v1/index.json"} <= first.keys()
    elsewhere = tmp_path / "another place"
    shutil.copytree(project, elsewhere)
    aged(elsewhere)
    second = build(elsewhere, tmp_path / "two", THERE)
    assert differing(first, second) == []


def test_the_date_of_a_build_is_that_of_the_commit(root: Path, tmp_path: Path):
    project = small_project(root, tmp_path / "project")
    site = build(project, tmp_path / "site", EPOCH)
    assert b"<lastmod>2025-06-15</lastmod>" in site["sitemap.xml"]
    assert "export SOURCE_DATE_EPOCH ?= $(shell git log -1" in (root / "Makefile").read_text("utf-8")
