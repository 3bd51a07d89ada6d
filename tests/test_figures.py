"""Committed pictures are what their sources draw, to the byte."""

import shutil

import pytest

from macros import figures


def test_no_picture_is_out_of_date(root, catalog):
    sources = {path.stem for pattern in ("*.d2", "*.py") for path in (root / figures.FOLDER).glob(pattern)}
    sources |= {f"decide-{id_}" for id_ in catalog.decisions}
    drawn = {path.stem.rsplit("-", 1)[0] for path in (root / figures.FOLDER).glob("*.svg")}
    assert drawn == sources, "run: make figures"


@pytest.mark.parametrize("draw", ["diagrams", "plots"])
def test_drawing_again_gives_the_same_bytes(root, catalog, tmp_path, draw):
    folder = tmp_path / figures.FOLDER
    folder.mkdir(parents=True)
    for pattern in ("*.d2", "*.py"):
        for source in (root / figures.FOLDER).glob(pattern):
            shutil.copy(source, folder)
    diagrams = draw == "diagrams"
    written = figures.draw_diagrams(tmp_path, catalog) if diagrams else figures.draw_plots(tmp_path)
    assert written
    changed = [
        path.name for path in written if path.read_bytes() != (root / figures.FOLDER / path.name).read_bytes()
    ]
    assert not changed, "run: make figures"


def test_an_unchanged_source_is_not_drawn_again(root, catalog):
    assert figures.draw_diagrams(root, catalog) == []


def test_a_fault_in_a_diagram_names_its_file(tmp_path, mini_site):
    folder = tmp_path / figures.FOLDER
    folder.mkdir(parents=True)
    (folder / "broken.d2").write_text("a -> {", "utf-8")
    with pytest.raises(figures.FigureError, match=r"broken\.d2"):
        figures.draw_diagrams(tmp_path, mini_site.catalog)
