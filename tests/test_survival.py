"""What a build survives: being killed, a disk that takes no more, and pages out of the ordinary."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.project import ENVIRONMENT, mkdocs, small_project

MAKE_SITE = ["make", "site", "--old-file", ".venv/.build"]
PATIENCE = 60  # seconds; a slow machine is not a fault
LARGEST = 100_000  # bytes a file may have on the disk that is full; Material's script has more

# Stops a build when every page is written and nothing beside them is.
HALT = """
import pathlib, time

def on_post_build(config):
    pathlib.Path("halted").touch()
    time.sleep(600)
"""


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    return small_project(root, tmp_path / "project")


@pytest.fixture
def built(root: Path, project: Path) -> Path:
    """A project that `make site` has built once."""
    shutil.copy(root / "Makefile", project)
    (project / ".venv").symlink_to(root / ".venv")
    for name in ("requirements.txt", "requirements-test.txt"):
        (project / name).touch()
    done = make_site(project)
    assert done.returncode == 0, said(done)
    return project


def make_site(project: Path, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(MAKE_SITE, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, **options)


def said(done: subprocess.CompletedProcess[str]) -> str:
    """What a reader of the terminal sees; MkDocs tells why it stopped on stdout."""
    return done.stdout + done.stderr


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- the build is killed -------------------------------------------------------------


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl+C"])
def test_an_interrupted_build_leaves_the_last_good_site(built: Path, how: signal.Signals):
    before = contents(built / "site")
    config = (built / "mkdocs.yml").read_text("utf-8")
    (built / "halt.py").write_text(HALT, "utf-8")
    (built / "mkdocs.yml").write_text(config.replace("\nhooks:\n", "\nhooks:\n  - halt.py\n"), "utf-8")
    (built / "docs/track/clay.md").write_text("# Half a page\n", "utf-8")
    with (built / "log").open("w") as log:
        making = subprocess.Popen(
            MAKE_SITE, cwd=built, env=ENVIRONMENT, stdout=log, stderr=log, start_new_session=True
        )
        end = time.monotonic() + PATIENCE
        while not (built / "halted").exists():
            assert making.poll() is None and time.monotonic() < end, (built / "log").read_text()
            time.sleep(0.05)
        os.killpg(making.pid, how)
        assert making.wait(PATIENCE) != 0
    assert (built / ".cache/site/track/clay/index.html").exists()  # it was half-way indeed
    assert contents(built / "site") == before

    # The remains are not in the way of the next build.
    (built / "mkdocs.yml").write_text(config, "utf-8")
    assert make_site(built).returncode == 0
    assert "Half a page" in (built / "site/track/clay/index.html").read_text("utf-8")


# --- the disk takes no more ----------------------------------------------------------


def test_a_disk_that_is_full_is_said_and_leaves_the_last_good_site(built: Path):
    before = contents(built / "site")

    def full() -> None:
        # Tests may run as root, whom permissions do not stop; this limit holds for root too.
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))

    done = make_site(built, preexec_fn=full)
    assert done.returncode != 0
    assert "File too large" in said(done)
    assert "Traceback" not in said(done)
    assert contents(built / "site") == before


def test_output_that_cannot_be_written_is_said_and_leaves_the_last_good_site(built: Path):
    before = contents(built / "site")
    shutil.rmtree(built / ".cache", ignore_errors=True)
    (built / ".cache").write_text("a file where a folder is wanted", "utf-8")
    done = make_site(built)
    assert done.returncode != 0
    assert ".cache" in said(done)
    assert "Traceback" not in said(done)
    assert contents(built / "site") == before


def test_the_message_names_the_place_and_the_reason(project: Path):
    (project / "taken").write_text("a file where a folder is wanted", "utf-8")
    done = mkdocs(project, "build", "--quiet", "--site-dir", "taken/site")
    assert done.returncode == 1
    assert "taken/site" in said(done)
    assert "Not a directory" in said(done)
    assert "Traceback" not in said(done)


# --- pages out of the ordinary -------------------------------------------------------


def test_pages_without_front_matter_or_anything_else_build(project: Path):
    (project / "docs/track/bare.md").write_text("# Bare\n\nNothing above the heading.\n", "utf-8")
    (project / "docs/track/empty.md").write_text("", "utf-8")
    (project / "docs/track/windows.md").write_bytes(b"\xef\xbb\xbf# From Windows\r\n\r\nA line.\r\n")
    (project / "docs/track/open.md").write_text("---\n\n# A rule above, no front matter\n", "utf-8")
    done = mkdocs(project, "build", "--strict", "--quiet")
    assert done.returncode == 0, said(done)
    for name, heading in {"bare": "Bare", "windows": "From Windows", "open": "A rule above"}.items():
        page = (project / f"site/track/{name}/index.html").read_text("utf-8")
        assert heading in page.partition("<h1")[2].partition("</h1>")[0], name
    assert (project / "site/track/empty/index.html").is_file()


def test_a_huge_page_builds(project: Path):
    sentence = "Clay is **fired** in a kiln, see [clay](clay.md) and `code`. "
    section = "## Section {}\n\n" + sentence * 40 + "\n\n"
    text = "# Huge\n\n" + "".join(section.format(number) for number in range(430))
    assert len(text) > 1_000_000
    (project / "docs/track/huge.md").write_text(text, "utf-8")
    start = time.monotonic()
    done = mkdocs(project, "build", "--strict", "--quiet")
    assert done.returncode == 0, said(done)
    assert time.monotonic() - start < PATIENCE
    page = (project / "site/track/huge/index.html").read_text("utf-8")
    assert page.count("<h2") == 430


@pytest.mark.parametrize("name", ["Töpfe und Öfen", "陶器", "50% of 'clay' & ash"])
def test_a_file_name_with_spaces_and_other_letters_builds_is_linked_and_found(project: Path, name: str):
    (project / f"docs/track/{name}.md").write_text(
        "---\ntitle: Strange\ndescription: A page.\ncovers: [pot-a02/1.1.S1]\n"
        "aliases: [odd name]\n---\n# Strange\n\nA majolica.\n",
        "utf-8",
    )
    clay = project / "docs/track/clay.md"
    clay.write_text(clay.read_text("utf-8") + f"\n[strange](<{name}.md>)\n", "utf-8")
    done = mkdocs(project, "build", "--strict", "--quiet")
    assert done.returncode == 0, said(done)
    assert (project / f"site/track/{name}/index.html").is_file()
    address = f"track/{quote(name)}/"
    index = json.loads((project / "site/search/search_index.json").read_text("utf-8"))
    found = [doc for doc in index["docs"] if "majolica" in doc["text"]]
    assert [doc["location"] for doc in found] == [address]
    assert found[0]["aliases"] == ["odd name"]
    assert f'href="../{quote(name)}/"' in (project / "site/track/clay/index.html").read_text("utf-8")
    assert f"/{address}</loc>" in (project / "site/sitemap.xml").read_text("utf-8")
