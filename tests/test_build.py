"""Building: a made-up exam works without a line of code, a fault never costs the last good site."""

import shutil
import subprocess

import pytest

from tests.project import ENVIRONMENT, mkdocs, small_project


@pytest.fixture
def project(root, tmp_path):
    return small_project(root, tmp_path / "project")


def test_a_made_up_exam_builds_strictly(project):
    done = mkdocs(project, "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    page = (project / "site/track/index.html").read_text("utf-8")
    assert "POT-A02" in page and "new in A02" in page and "A01 only" in page


def test_a_correction_of_one_number_reaches_every_page_that_uses_it(project):
    numbers = project / "data/numbers/kiln.yml"
    numbers.write_text(numbers.read_text("utf-8").replace("value: 1300", "value: 1450"), "utf-8")
    assert mkdocs(project, "build", "--strict", "--quiet").returncode == 0
    topic = (project / "site/track/clay/index.html").read_text("utf-8")
    assert topic.count("1,450") >= 3  # table, comparison, question
    assert "1,300" not in topic
    assert "1,450" in (project / "site/compare/kiln-or-campfire/index.html").read_text("utf-8")
    assert "1450" in (project / "site/api/v1/numbers.json").read_text("utf-8")
    assert "1,450" in (project / "site/search/search_index.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("data/services/kiln.yml", "sources: [kiln-guide]", "sources: [kiln-giude]", "kiln.yml:13:"),
        ("docs/track/clay.md", 'n("clay-share")', 'n("clay-shar")', "docs/track/clay.md:12:"),
        ("docs/track/clay.md", "# Clay\n", "# Clay\n{{ undefined_name }}\n", "docs/track/clay.md:9:"),
    ],
)
def test_a_fault_stops_the_build_and_leaves_the_last_good_site(root, project, file, old, new, said):
    shutil.copy(root / "Makefile", project)
    (project / ".venv").symlink_to(root / ".venv")
    for name in ("requirements.txt", "requirements-pdf.txt", "requirements-test.txt"):
        (project / name).touch()
    make = ["make", "site", "--old-file", ".venv/.build"]
    assert subprocess.run(make, cwd=project, env=ENVIRONMENT, capture_output=True).returncode == 0
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    path = project / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    done = subprocess.run(make, cwd=project, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    after = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    assert after == before
