"""A copy of the house with the small made-up content, for tests that edit, build and serve."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def small_project(root: Path, folder: Path) -> Path:
    """Copy tests/mini, macros/, the site's assets and mkdocs.yml (without its navigation)."""
    shutil.copytree(root / "tests/mini", folder, dirs_exist_ok=True)
    shutil.copytree(root / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("javascripts", "stylesheets", "images"):
        shutil.copytree(root / "docs/assets" / name, folder / "docs/assets" / name)
    config = (root / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.partition("\nnav:")[0] + "\n", "utf-8")
    return folder


def mkdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run mkdocs in a folder; what it says is in stdout and stderr."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
