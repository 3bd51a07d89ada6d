"""The PDFs, read as a reader and a screen reader would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from lxml import html

from macros.exports.shelf import fill
from macros.paper.__main__ import print_size
from macros.paper.leaves import Library, leaves, open_library
from macros.paper.press import Press
from macros.paper.sections import Cover, body
from macros.paper.shelf import table
from macros.paper.tables import WIDEST, reflow
from macros.paper.tracks import CRAM_PAGES, jobs

# One of each kind, in both sizes; the others differ in nothing but their pages.
WANTED = {
    "A4": ("mla-book-a4.pdf", "mla-4-operate-and-secure-a4.pdf", "mla-cram-sheet-a4.pdf"),
    "Letter": ("mla-questions-letter.pdf", "mla-cram-sheet-letter.pdf"),
}
NAMES = [name for names in WANTED.values() for name in names]
A4, LETTER = (595, 842), (612, 792)
LARGEST = 12_000_000  # bytes


@pytest.fixture(scope="module")
def library(site_dir: Path, tmp_path_factory) -> Library:
    """A copy of the built site, to print into."""
    return open_library(shutil.copytree(site_dir, tmp_path_factory.mktemp("paper") / "site"))


@pytest.fixture(scope="module")
def shelf(library: Library) -> dict[str, Path]:
    """The wanted documents, printed."""
    for size, names in WANTED.items():
        with ProcessPoolExecutor(1, max_tasks_per_child=1) as pool:  # gigabytes go with the process
            written, faults = pool.submit(print_size, library.folder, names, size).result()
        assert not faults
        assert len(written) == len(names)
    return {name: library.folder / "pdf" / name for name in NAMES}


@pytest.fixture(scope="module")
def book(shelf) -> pypdf.PdfReader:
    return pypdf.PdfReader(shelf["mla-book-a4.pdf"])


@pytest.fixture(scope="module")
def texts(shelf) -> dict[str, list[str]]:
    """Document -> text of each page, in one line."""
    found = {}
    for name, path in shelf.items():
        document = pypdfium2.PdfDocument(path)
        found[name] = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    return found


@pytest.fixture(scope="module")
def titles(library: Library) -> list[str]:
    """Titles of the pages of the track, in reading order."""
    outline = json.loads((library.folder / "api/v1/outline.json").read_text("utf-8"))
    (track,) = [node for node in outline if node["url"] == "mla/"]

    def walk(nodes):
        for node in nodes:
            article = library.article(node["url"])
            yield article.find(".//h1").text_content().removesuffix("¶").strip()
            yield from walk(node["children"])

    return list(walk([track]))


def marks(items) -> list:
    """An outline, flat."""
    return [m for item in items for m in (marks(item) if isinstance(item, list) else [item])]


def test_every_page_is_in_the_outline_once_and_in_order(book, titles):
    found = [mark.title for mark in marks(book.outline)]
    assert [title for title in titles if title not in found] == []
    places = [found.index(title) for title in titles]
    assert places == sorted(places)
    assert all(count == 1 for title, count in Counter(found).items() if title in titles)


def test_contents_give_the_page_numbers_that_are_printed(shelf, texts):
    for name in ("mla-book-a4.pdf", "mla-4-operate-and-secure-a4.pdf", "mla-questions-letter.pdf"):
        reader, pages = pypdf.PdfReader(shelf[name]), texts[name]
        labels = reader.page_labels
        feet = [re.findall(r"20\d\d ([\w-]+)(?: |$)", text)[-1:] for text in pages[1:]]
        assert feet == [[label] for label in labels[1:]]
        assert len(set(labels)) == len(labels)
        contents = " ".join(text for text, label in zip(pages, labels, strict=True) if "-" not in label)
        checked = 0
        for mark in marks(reader.outline):
            if printed := re.search(re.escape(mark.title) + r"[ .]+(\w+-\d+)", contents):
                assert printed[1] == labels[reader.get_destination_page_number(mark)], mark.title
                checked += 1
        assert checked > 10


def test_a_page_has_one_number_in_all_documents(shelf):
    places = []
    for name in ("mla-book-a4.pdf", "mla-4-operate-and-secure-a4.pdf"):
        reader = pypdf.PdfReader(shelf[name])
        labels = reader.page_labels
        places.append({m.title: labels[reader.get_destination_page_number(m)] for m in marks(reader.outline)})
    book, booklet = places
    assert len(booklet) > 40
    own = {title: label for title, label in booklet.items() if label.startswith(("4-", "A4-"))}
    assert own.items() <= book.items()


def test_a_page_is_drawn_the_same_in_all_documents(shelf):
    """WeasyPrint changes some pictures while it draws them."""
    book, booklet = (
        pypdf.PdfReader(shelf[name]) for name in ("mla-book-a4.pdf", "mla-4-operate-and-secure-a4.pdf")
    )
    pages = dict(zip(book.page_labels, book.pages, strict=True))
    compared = 0
    for label, page in zip(booklet.page_labels, booklet.pages, strict=True):
        if label.startswith(("4-", "A4-")):
            assert drawn(page) == drawn(pages[label]), label
            compared += 1
    assert compared > 100


def drawn(page: pypdf.PageObject) -> bytes:
    """What a page draws, without the numbers that differ between documents."""
    return re.sub(rb"/\w+ (?:Do|gs|scn|SCN|sh)\b|/MCID \d+", b"", page.get_contents().get_data())


def test_the_page_below_a_question_is_that_of_its_answer(shelf):
    reader = pypdf.PdfReader(shelf["mla-questions-letter.pdf"])
    labels, checked = reader.page_labels, 0
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            if said := re.fullmatch(r"Answer: page (.+)", link["/Contents"]):
                place = reader.named_destinations[link["/Dest"]]
                assert labels[reader.get_destination_page_number(place)] == said[1]
                checked += 1
    assert checked > 100


@pytest.mark.parametrize("name", NAMES)
def test_links_resolve(library, shelf, name):
    reader = pypdf.PdfReader(shelf[name])
    inside = 0
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            action = link.get("/A", {})
            said = link["/Contents"]
            assert said == library.address or not re.match(r"https?://|#|mla/", said), "a name for a reader"
            if "/URI" in action:
                assert re.match(r"https?://", action["/URI"]), action["/URI"]
                continue
            target = link.get("/Dest", action.get("/D"))
            assert target in reader.named_destinations if isinstance(target, str) else target is not None
            inside += 1
    assert inside or "cram" in name


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_blank_and_no_text_lies_outside(shelf, name):
    for number, page in enumerate(pypdfium2.PdfDocument(shelf[name]), 1):
        width, height = page.get_size()
        text = page.get_textpage()
        assert text.count_chars() > 40, f"page {number} is blank"
        boxes = [text.get_rect(i) for i in range(text.count_rects())]
        outside = [box for box in boxes if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]
        assert not outside, f"page {number}"


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_the_fonts_and_the_tags(shelf, name):
    reader = pypdf.PdfReader(shelf[name])
    width, height = A4 if name.endswith("a4.pdf") else LETTER
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (width, height)
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            for part in (p.get_object() for p in font.get("/DescendantFonts", [font])):
                descriptor = part["/FontDescriptor"].get_object()
                assert descriptor.keys() & {"/FontFile", "/FontFile2", "/FontFile3"}, part["/BaseFont"]
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "en"
    assert reader.metadata.title.startswith("ML Exam Atlas: ")
    assert shelf[name].stat().st_size < LARGEST


def test_every_line_of_text_has_its_place_among_the_tags(shelf):
    reader = pypdf.PdfReader(shelf["mla-cram-sheet-a4.pdf"])
    tree = reader.trailer["/Root"]["/StructTreeRoot"]
    listed = tree["/ParentTree"]["/Nums"]
    owners = {listed[i]: listed[i + 1].get_object() for i in range(0, len(listed), 2)}
    lines = []
    for page in reader.pages:
        drawn = page.get_contents().get_data()
        marked = {int(number) for number in re.findall(rb"/MCID (\d+)", drawn)}
        elements = owners[page["/StructParents"]]
        assert len(elements) == len(marked)
        for number, element in enumerate(elements):
            element = element.get_object()
            assert number in element["/K"]
            lines.append(element)
    told = [element for element in lines if _is_in_tree(element)]
    assert len(told) > 300
    # Running heads and feet are drawn, but not read out.
    assert all(element["/S"] == "/NonStruct" for element in lines if element not in told)


def _is_in_tree(element) -> bool:
    """Whether an element is a kid of its parent, and so on up to the document."""
    while element["/S"] != "/Document":
        parent = element["/P"].get_object()
        if element.indirect_reference not in [kid for kid in parent["/K"] if not isinstance(kid, int)]:
            return False
        element = parent
    return True


def test_answers_stand_in_the_key_only(shelf, texts):
    for name in ("mla-book-a4.pdf", "mla-questions-letter.pdf"):
        pages, reader = texts[name], pypdf.PdfReader(shelf[name])
        mark = next(mark for mark in marks(reader.outline) if mark.title.startswith("Answers: "))
        first = reader.get_destination_page_number(mark)
        before, key = " ".join(pages[:first]), " ".join(pages[first:])
        assert not re.search(r"[A-F]\. (Right|Wrong)\.", before)
        assert re.search(r"Question 1: [A-F]", key)


def test_the_key_has_letters_for_every_question_that_has_options(library, texts):
    key = " ".join(texts["mla-questions-letter.pdf"])
    letters = re.findall(r"Question \d+: ([A-F](?:, [A-F])*)", key)
    asked = [
        question.get("data-type")
        for path in (library.folder / "mla").rglob("index.html")
        for question in html.parse(path).getroot().find_class("question")
    ]
    assert len(letters) == asked.count("single") + asked.count("multiple")
    assert sum("," in entry for entry in letters) == asked.count("multiple")


def test_what_was_folded_is_open(texts):
    whole = " ".join(texts["mla-book-a4.pdf"])
    assert "What reads the data next?" in whole  # a question of a decision guide
    assert "Answer and reasons" not in whole
    assert "¶" not in whole


def test_the_cram_sheet_fits_its_pages(texts):
    for name in ("mla-cram-sheet-a4.pdf", "mla-cram-sheet-letter.pdf"):
        assert 1 <= len(texts[name]) <= CRAM_PAGES


def test_the_same_site_gives_the_same_bytes(library, catalog, shelf, tmp_path):
    name = "mla-cram-sheet-a4.pdf"
    job = next(job for job in jobs(library, catalog, "A4") if job.file == name)
    job.run(tmp_path)
    assert (tmp_path / name).read_bytes() == shelf[name].read_bytes()


def test_a_link_that_leads_nowhere_stops_the_printing(library, tmp_path):
    url = "mla/1-data-preparation/1.1-ingest-and-store/file-formats/"
    node = {"title": "File formats", "url": url, "children": []}
    (page,) = leaves(library, [node])
    del page.body.xpath(".//*[contains(@id, '#source-1')]")[0].attrib["id"]
    press = Press("A4", "Atlas", "Edition", library.address)
    layout = press.lay_out(body([page], "1-"))
    cover = Cover("Atlas", "One page", "", "Edition", "2026-01-01", "", library.address)
    with pytest.raises(ValueError, match=f"links lead nowhere: {url}#source-1"):
        press.bind([layout], cover, tmp_path / "one-page.pdf")
    assert not (tmp_path / "one-page.pdf").exists()


def test_the_print_page_lists_what_was_written(library, shelf, tmp_path):
    page = library.folder / "print/index.html"
    assert "was built without them" in page.read_text("utf-8")
    fill(page, table(library.folder / "pdf", {"The book": {"A4": ("mla-book-a4.pdf", 7)}}))
    text = page.read_text("utf-8")
    assert "was built without them" not in text
    assert re.search(r'<a href="\.\./pdf/mla-book-a4\.pdf">PDF, 7 pages, \d+\.\d MB</a>', text)


def made_up(columns: int, rows: int) -> html.HtmlElement:
    """A table inside a div, with a heading row and a heading column."""
    cells = [[f"r{r}c{c}" for c in range(columns)] for r in range(rows)]
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    return html.fragment_fromstring(f"<div><table>{lines}</table>after</div>")


@pytest.mark.parametrize(("columns", "rows"), [(WIDEST, 9), (WIDEST + 1, 3), (8, 8)])
def test_no_table_is_wider_than_can_be_read(columns: int, rows: int):
    root = made_up(columns, rows)
    reflow(root[0])
    words = root.text_content()
    assert all(f"r{r}c{c}" in words for r in range(1, rows) for c in range(columns))
    assert words.endswith("after")
    for row in root.iter("tr"):
        assert len(row) <= WIDEST


def test_a_turned_table_keeps_cells_with_their_headings():
    root = made_up(6, 3)
    reflow(root[0])
    rows = [[cell.text_content() for cell in row] for row in root.iter("tr")]
    assert rows[0] == ["r0c0", "r1c0", "r2c0"]
    assert rows[4] == ["r0c4", "r1c4", "r2c4"]


def test_the_command_writes_and_lists(site_dir: Path, root: Path, tmp_path: Path):
    site = shutil.copytree(site_dir, tmp_path / "site")
    command = [sys.executable, "-m", "macros.paper", str(site), "--only", "cram"]
    done = subprocess.run(command, cwd=root, env=os.environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (site / "pdf").iterdir()) == [
        "mla-cram-sheet-a4.pdf",
        "mla-cram-sheet-letter.pdf",
    ]
    assert "mla-cram-sheet-a4.pdf" in (site / "print/index.html").read_text("utf-8")
