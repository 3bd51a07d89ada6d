"""What every test may ask for: the house, the small made-up data, the real data, the built site."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import macros.site
from macros.catalog import Catalog

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    """A copy of the small made-up data and pages, to break at will."""
    return shutil.copytree(ROOT / "tests/mini", tmp_path / "mini")


@pytest.fixture(scope="session")
def mini_site() -> macros.site.Site:
    """The small made-up data and pages, loaded."""
    return macros.site.load_site(ROOT / "tests/mini")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The real data."""
    return macros.site.load_site(ROOT).catalog


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the built site and the build's log; built once, however many workers test."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "built"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            folder.mkdir()
            done = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")],
                cwd=ROOT,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
                capture_output=True,
                text=True,
            )
            (folder / "log").write_text(done.stdout + done.stderr, "utf-8")
            (folder / "status").write_text(str(done.returncode), "utf-8")
    assert (folder / "status").read_text("utf-8") == "0", (folder / "log").read_text("utf-8")
    return folder


@pytest.fixture(scope="session")
def site_dir(built: Path) -> Path:
    """The built site."""
    return built / "site"


@pytest.fixture(scope="session")
def build_log(built: Path) -> str:
    """What the build said."""
    return (built / "log").read_text("utf-8")


@pytest.fixture(scope="session")
def soups(site_dir: Path) -> dict[str, BeautifulSoup]:
    """Address below the root -> parsed page, for every page of the site."""
    found = {}
    for path in sorted(site_dir.rglob("*.html")):
        relative = path.relative_to(site_dir).as_posix()
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        if not soup.find("meta", attrs={"http-equiv": "refresh"}):  # what redirects is no page
            found[relative.removesuffix("index.html")] = soup
    return found
