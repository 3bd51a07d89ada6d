"""What a reader sees where a page calls a component, on the small made-up data."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from pydantic import BaseModel

from macros.components import COMPONENTS
from macros.components.glossary import tooltips
from macros.page import ComponentError, Page
from macros.site import Site, load_site

TOPIC = "track/clay.md"
CANONICAL = "compare/kiln-or-campfire.md"
QUESTION = "Where do you bake a pot?"  # what the comparison answers

# One good call of every component.
CALLS = {
    "changes": (),
    "cite": ("kiln-guide", "heat-paper"),
    "compare": ("kiln-or-campfire",),
    "compare_tool": (),
    "comparison_hub": (),
    "coverage": ("pot-a02",),
    "cram": ("pot-a02",),
    "crosswalk": ("pot-a01",),
    "decide": ("which-fire",),
    "errata": ("oven-name",),
    "errata_index": (),
    "exam_changes": ("pot-a02",),
    "exam_pages": ("pot-a02",),
    "exam_chooser": (),
    "exam_sources": (),
    "exam_facts": ("pot-a02",),
    "exam_weights": ("pot-a02",),
    "figure": ("pot",),
    "formula_index": (),
    "glossary_index": (),
    "formula": ("heat-flow",),
    "number_index": (),
    "n": ("kiln-heat",),
    "numbers": ("kiln-heat", "clay-share"),
    "objectives": (),
    "offline_switch": (),
    "page_list": ("pot-a02/1.1",),
    "print_shelf": (),
    "published": ("api/v1/index.json",),
    "questions": ("clay",),
    "service_index": (),
    "service_status": (),
    "sources": (),
    "stale_sources": (),
    "svc": ("kiln",),
}


class Reader:
    """A page on which components are called one after another, as a template does."""

    def __init__(self, site: Site, path: str = TOPIC) -> None:
        self.page = Page(site.catalog, site.pages, path)

    def html(self, name: str, *arguments: str, **options: object) -> str:
        return str(COMPONENTS[name](self.page, *arguments, **options))

    def __call__(self, name: str, *arguments: str, **options: object) -> BeautifulSoup:
        return BeautifulSoup(self.html(name, *arguments, **options), "lxml")


@pytest.fixture
def read(mini_site: Site) -> Reader:
    return Reader(mini_site)


@pytest.fixture
def edited(mini: Path):
    """A reader of the small data after an edit of one file."""

    def edit(file: str, old: str, new: str, path: str = TOPIC) -> Reader:
        text = (mini / file).read_text("utf-8")
        assert old in text
        (mini / file).write_text(text.replace(old, new, 1), "utf-8")
        return Reader(load_site(mini), path)

    return edit


def good_call(reader: Reader, name: str) -> str:
    if name == "sources":
        reader.html("cite", "kiln-guide")
    options = {"alt": "A pot on a wheel"} if name == "figure" else {}
    return reader.html(name, *CALLS[name], **options)


def words(tag: Tag | BeautifulSoup) -> str:
    return " ".join(tag.get_text(" ").split())


def texts(tags) -> list[str]:
    return [words(tag) for tag in tags]


def cited(tag: Tag | BeautifulSoup) -> list[str]:
    """Anchors of the citations in a piece of a page."""
    return [link["href"] for link in tag.select("sup.cite a")]


# --- all of them ---------------------------------------------------------------------


def test_every_component_is_tested_here_and_has_its_template(root: Path):
    assert CALLS.keys() == COMPONENTS.keys()
    for name in COMPONENTS:
        assert (root / f"macros/templates/{name}.html").is_file(), name


@pytest.mark.parametrize("name", CALLS)
def test_a_component_is_one_line_without_script_or_style(read: Reader, name: str):
    html = good_call(read, name)
    assert html.strip()
    assert "\n" not in html
    assert not re.search(r"<(script|style|iframe)\b|\s(on\w+|style)=", html)
    assert "[[" not in html


@pytest.mark.parametrize("name", CALLS)
def test_a_component_gives_the_same_on_every_build(mini_site: Site, name: str):
    assert good_call(Reader(mini_site), name) == good_call(Reader(mini_site), name)


@pytest.mark.parametrize(
    ("name", "arguments", "near"),
    [
        ("cite", ["kiln-giude"], "kiln-guide"),
        ("compare", ["kiln-or-campfir"], "kiln-or-campfire"),
        ("coverage", ["pot-a2"], "pot-a02"),
        ("crosswalk", ["pot-a2"], "pot-a02"),
        ("decide", ["which-fires"], "which-fire"),
        ("errata", ["oven-nam"], "oven-name"),
        ("exam_facts", ["pot-a2"], "pot-a02"),
        ("exam_weights", ["pot-a2"], "pot-a02"),
        ("formula", ["heat-flw"], "heat-flow"),
        ("n", ["kiln-heet"], "kiln-heat"),
        ("numbers", ["clay-share", "kiln-heet"], "kiln-heat"),
        ("page_list", ["pot-a02/1.2"], "pot-a02/1.1"),
        ("questions", ["cley"], "clay"),
        ("svc", ["klin"], "kiln"),
    ],
)
def test_an_unknown_id_names_the_nearest(read: Reader, name: str, arguments: list[str], near: str):
    with pytest.raises(ComponentError) as error:
        read(name, *arguments)
    assert "unknown" in str(error.value)
    assert str(error.value).endswith(f'"{arguments[-1]}"; did you mean "{near}"?')


@pytest.mark.parametrize("name", ["cite", "errata", "numbers"])
def test_a_component_needs_at_least_one_id(read: Reader, name: str):
    with pytest.raises(ComponentError, match="at least one"):
        read(name)


@pytest.mark.parametrize(
    ("path", "to_services", "to_comparison", "to_picture"),
    [
        ("index.md", "services/#kiln", "compare/kiln-or-campfire/", "assets/figures/pot-light.svg"),
        (
            "track/index.md",
            "../services/#kiln",
            "../compare/kiln-or-campfire/",
            "../assets/figures/pot-light.svg",
        ),
        (
            TOPIC,
            "../../services/#kiln",
            "../../compare/kiln-or-campfire/",
            "../../assets/figures/pot-light.svg",
        ),
        ("services/index.md", "./#kiln", "../compare/kiln-or-campfire/", "../assets/figures/pot-light.svg"),
        (
            "a/b/c/deep.md",
            "../../../../services/#kiln",
            "../../../../compare/kiln-or-campfire/",
            "../../../../assets/figures/pot-light.svg",
        ),
    ],
)
def test_links_are_right_from_every_depth(
    mini_site: Site, path: str, to_services: str, to_comparison: str, to_picture: str
):
    read = Reader(mini_site, path)
    assert read("svc", "kiln").a["href"] == to_services
    assert read("compare", "kiln-or-campfire").find("a", string=QUESTION)["href"] == to_comparison
    assert read("figure", "pot", alt="A pot on a wheel").img["src"] == f"{to_picture}#only-light"


# --- text of the data ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "call"),
    [
        ("data/services/kiln.yml", "Amazon Kiln", ("svc", "kiln")),
        ("data/services/kiln.yml", "Bakes pots.", ("service_index",)),
        ("data/numbers/kiln.yml", "Highest temperature", ("numbers", "kiln-heat")),
        ("data/numbers/kiln.yml", "20 to 30", ("n", "clay-share")),
        ("data/comparisons/kiln-or-campfire.yml", "The sun", ("compare", "kiln-or-campfire")),
        (
            "data/comparisons/kiln-or-campfire.yml",
            "Where do you bake a pot?",
            ("compare", "kiln-or-campfire"),
        ),
        ("data/decisions/which-fire.yml", "Is there power?", ("decide", "which-fire")),
        ("data/exams/pot-a02.yml", "Dig with machines", ("coverage", "pot-a02")),
        ("data/exams/pot-a02.yml", "Fire", ("exam_weights", "pot-a02")),
        ("data/formulas/heat.yml", "conductivity", ("formula", "heat-flow")),
        ("data/sources.yml", "On heat", ("cite", "heat-paper")),
        ("data/errata.yml", "The service is called Amazon Oven.", ("errata", "oven-name")),
        ("data/questions/clay.yml", "Make a pot.", ("questions", "clay")),
        ("data/comparisons/kiln-or-campfire.yml", "by the hour", ("compare", "kiln-or-campfire")),
    ],
)
def test_angle_brackets_in_data_are_text(edited, file: str, old: str, call: tuple[str, ...]):
    read = edited(file, old, "'<script>alert(1)</script> List<int>'")
    page = read(*call)
    assert not page.find("script")
    assert not page.find("int")
    assert "<script>alert(1)</script> List<int>" in page.get_text() + "".join(
        tag["title"] for tag in page.find_all(title=True)
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain & simple", "plain &amp; simple"),
        ("**bold**, *slanted* and `code`", "<strong>bold</strong>, <em>slanted</em> and <code>code</code>"),
        ("[AWS](https://aws.amazon.com/)", '<a href="https://aws.amazon.com/">AWS</a>'),
        ("`List<int>`", "<code>List&lt;int&gt;</code>"),
        ("2 * 3 < 7", "2 * 3 &lt; 7"),
        ("snake_case_name of *x*", "snake_case_name of <em>x</em>"),
        ("12. `x`", "12. <code>x</code>"),
        ("- `x`", "- <code>x</code>"),
        ("# of `x`", "# of <code>x</code>"),
        ("> 5 GB in *one* file", "&gt; 5 GB in <em>one</em> file"),
    ],
)
def test_inline_markdown_stays_in_its_line(read: Reader, text: str, html: str):
    assert str(read.page.inline(text)) == html


def test_roles_name_services_and_quote_numbers(read: Reader):
    page = BeautifulSoup(str(read.page.inline("*Up to* [[n:kiln-heat]] in [[svc:kiln]].")), "lxml")
    assert words(page.select_one("data.number")) == "1,300 °C"
    assert page.select_one("a.svc").text == "Amazon Kiln"
    assert page.em.text == "Up to"
    assert cited(page) == ["#source-1"]


def test_no_text_of_the_real_data_becomes_a_block(catalog):
    page = Page(catalog, {}, "index.md")

    def check(value: object) -> None:
        if isinstance(value, BaseModel):
            for name in type(value).model_fields:
                check(getattr(value, name))
        elif isinstance(value, dict):
            for item in value.values():
                check(item)
        elif isinstance(value, tuple):
            for item in value:
                check(item)
        elif isinstance(value, str):
            assert not re.search(r"<(p|ul|ol|li|h\d|hr|pre|blockquote)\b", page.inline(value)), value

    for records in (
        catalog.services,
        catalog.numbers,
        catalog.comparisons,
        catalog.decisions,
        catalog.questions,
    ):
        check(tuple(records.values()))
    check(tuple(catalog.errata.values()))


# --- citations -----------------------------------------------------------------------


def test_sources_are_numbered_in_the_order_a_reader_meets_them(read: Reader):
    assert cited(read("n", "clay-share")) == ["#source-1"]
    assert cited(read("n", "kiln-heat")) == ["#source-2"]
    assert cited(read("cite", "heat-paper")) == ["#source-1"]
    assert texts(read("sources").select("li > a")) == ["On heat", "What is Amazon Kiln?"]


def test_another_page_numbers_anew(mini_site: Site):
    assert cited(Reader(mini_site)("cite", "heat-paper")) == ["#source-1"]
    assert cited(Reader(mini_site)("cite", "kiln-guide")) == ["#source-1"]


def test_every_citation_on_a_page_leads_to_its_source(read: Reader):
    for name in ("compare", "decide", "numbers", "formula", "errata", "questions", "exam_facts"):
        good_call(read, name)
    citations = [read("cite", "kiln-guide"), read("cite", "heat-paper")]
    listed = read("sources")
    for citation, title in zip(citations, ["What is Amazon Kiln?", "On heat"], strict=True):
        (link,) = citation.select("a")
        assert link["title"] == title
        assert listed.select_one(link["href"]).a.text == title


def test_many_citations_of_one_sentence_are_sorted_and_shortened(edited):
    more = "".join(
        f'- {{id: s-{i}, title: Page {i}, publisher: P, url: "https://example.org/{i}", kind: book, '
        f'checked: "2026-01"}}\n'
        for i in range(1, 6)
    )
    read = edited("data/sources.yml", "- id: heat-paper", more + "- id: heat-paper")
    for i in range(1, 6):
        read("cite", f"s-{i}")
    assert words(read("cite", "s-4", "s-1", "s-3", "s-2")).replace(" ", "") == "1–4"
    assert words(read("cite", "s-5", "s-2", "s-4")).replace(" ", "") == "2,4,5"
    assert cited(read("cite", "s-5", "s-2", "s-4")) == ["#source-2", "#source-4", "#source-5"]


def test_the_list_of_sources_says_who_where_and_when(read: Reader):
    read("cite", "heat-paper")
    (item,) = read("sources").select("ol > li")
    assert words(item) == "On heat , Journal of Invented Results. Checked October 2026."
    assert item["id"] == "source-1"
    assert item.a["href"] == "https://example.org/heat"


def test_a_list_of_no_sources_is_a_mistake(read: Reader):
    with pytest.raises(ComponentError, match="cites no source"):
        read("sources")


# --- services ------------------------------------------------------------------------


def test_a_former_name_is_given_once_on_a_page(read: Reader):
    assert words(read("svc", "kiln")) == "Amazon Kiln (formerly Amazon Oven)"
    assert words(read("svc", "kiln")) == "Amazon Kiln"


def test_a_row_that_is_not_shown_does_not_use_up_the_former_name(read: Reader):
    read("compare", "kiln-or-campfire", subjects=["campfire", "sun"])
    assert words(read("svc", "kiln")) == "Amazon Kiln (formerly Amazon Oven)"


def test_a_closed_service_is_marked_wherever_it_is_named(read: Reader):
    for page in (read("svc", "campfire"), read("svc", "campfire"), read("compare", "kiln-or-campfire")):
        assert words(page.select_one(".badge--closed")) == "closed to new customers since 30 July 2026"


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        ("{state: active}", None),
        ("{state: renamed}", None),
        ("{state: frozen}", "no new features"),
        ("{state: closed}", "closed to new customers"),
        ('{state: closed, since: "2026-07"}', "closed to new customers since July 2026"),
        ('{state: ending, ends: "2028-09-30"}', "ends 30 September 2028"),
        ("{state: discontinued}", "discontinued"),
    ],
)
def test_a_status_is_said_in_words(edited, status: str, mark: str | None):
    read = edited(
        "data/services/campfire.yml", '{state: closed, since: "2026-07-30", successor: [kiln]}', status
    )
    for page in (read("svc", "campfire"), read("compare", "kiln-or-campfire", subjects=["campfire"])):
        badge = page.select_one(".badge")
        assert (badge and words(badge)) == mark


def test_the_index_of_services_goes_by_the_name_without_the_brand(read: Reader):
    page = read("service_index")
    assert texts(page.select("h2")) == ["C", "K"]
    assert [heading["id"] for heading in page.select("h3")] == ["campfire", "kiln"]
    campfire, kiln = texts(page.select(".service"))
    assert "closed to new customers" in campfire
    assert "Instead: Amazon Kiln" in campfire
    assert "Also KLN. Formerly Amazon Oven (until January 2025)." in kiln
    assert "Choose it when many pots" in kiln
    assert "A02" in kiln


def test_a_link_to_a_service_leads_to_its_entry(mini_site: Site):
    anchor = Reader(mini_site)("svc", "kiln").a["href"].partition("#")[2]
    assert Reader(mini_site, "services/index.md")("service_index").find(id=anchor)


# --- comparisons ---------------------------------------------------------------------


def test_a_comparison_has_a_cell_for_every_subject_and_criterion(mini_site: Site, read: Reader):
    table = mini_site.catalog.comparisons["kiln-or-campfire"]
    page = read("compare", "kiln-or-campfire")
    assert texts(page.select("thead th")) == [criterion.label for criterion in table.criteria]
    rows = page.select("tbody tr")
    assert len(rows) == len(table.subjects)
    assert [row.th.find("a", class_="svc").text if row.th.a else row.th.text for row in rows] == [
        "Amazon Kiln",
        "AWS Campfire",
        "The sun",
    ]
    assert [texts(row.select("td")) for row in rows] == [
        ["up to 1,300 °C 1", "by the hour"],
        ["uneven", "wood"],
        ["low", "none"],
    ]
    assert words(page).startswith(table.question)


def test_cells_are_labelled_for_a_narrow_screen(read: Reader):
    for row in read("compare", "kiln-or-campfire").select("tbody tr"):
        assert [cell["data-label"] for cell in row.select("td")] == ["Heat", "Cost"]


def test_a_table_can_be_read_aloud(read: Reader):
    page = read("compare", "kiln-or-campfire")
    assert all(cell["scope"] == "col" for cell in page.select("thead th"))
    assert all(cell["scope"] == "row" for cell in page.select("tbody th"))


def test_a_page_may_choose_subjects_and_criteria_and_their_order(read: Reader):
    page = read("compare", "kiln-or-campfire", subjects=["sun", "campfire"], criteria=["cost"])
    assert texts(page.select("thead th")) == ["Cost"]
    assert [words(row.th).split(" closed")[0] for row in page.select("tbody tr")] == [
        "The sun",
        "AWS Campfire",
    ]
    assert texts(page.select("tbody td")) == ["none", "wood"]


def test_more_criteria_than_subjects_are_laid_down_the_side(read: Reader):
    page = read("compare", "kiln-or-campfire", subjects=["sun"])
    assert texts(page.select("thead th")) == ["The sun"]
    assert texts(page.select("tbody th")) == ["Heat", "Cost"]
    assert [cell["data-label"] for cell in page.select("tbody td")] == ["The sun", "The sun"]
    assert texts(page.select("tbody td")) == ["low", "none"]


def test_rules_name_what_to_pick_and_why(read: Reader):
    assert texts(read("compare", "kiln-or-campfire").select(".picks li")) == [
        "Many pots must come out alike. Amazon Kiln Its heat is even.",
        "There is no power. AWS Campfire or The sun Neither needs any.",
    ]


def test_only_rules_about_shown_subjects_are_given(read: Reader):
    page = read("compare", "kiln-or-campfire", subjects=["kiln", "sun"])
    assert texts(page.select(".picks__choose")) == ["Amazon Kiln"]
    assert not read("compare", "kiln-or-campfire", subjects=["sun"]).select(".picks")


@pytest.mark.parametrize("option", ["subjects", "criteria"])
def test_an_unknown_column_or_row_names_the_nearest(read: Reader, option: str):
    wrong, near = {"subjects": ("campfir", "campfire"), "criteria": ("costs", "cost")}[option]
    with pytest.raises(ComponentError, match=f'"{wrong}"; did you mean "{near}"'):
        read("compare", "kiln-or-campfire", **{option: [wrong]})


def test_only_the_copy_on_the_comparisons_own_page_is_searched(mini_site: Site, read: Reader):
    canonical = Reader(mini_site, CANONICAL)("compare", "kiln-or-campfire")
    assert not canonical.select("[data-search-exclude]:not(sup)")
    assert canonical.find(string=QUESTION) and not canonical.find("a", string=QUESTION)
    repeat = read("compare", "kiln-or-campfire")
    assert repeat.find("table").find_parent(attrs={"data-search-exclude": True})
    assert repeat.find("a", string=QUESTION)["href"] == "../../compare/kiln-or-campfire/"


def test_two_slices_of_a_table_on_one_page_have_ids_of_their_own(read: Reader):
    slices = [read("compare", "kiln-or-campfire", subjects=[subject]) for subject in ("kiln", "sun")]
    ids = [tag["id"] for page in slices for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_the_hub_lists_every_comparison_by_its_question(mini_site: Site):
    (item,) = Reader(mini_site, "compare/index.md")("comparison_hub").select("li")
    assert item.a["href"] == "kiln-or-campfire/"
    assert words(item) == "Where do you bake a pot? Amazon Kiln, AWS Campfire, The sun"


# --- decisions -----------------------------------------------------------------------


def test_a_guide_opens_answer_by_answer(read: Reader):
    page = read("decide", "which-fire")
    assert texts(page.select(".decide__ask")) == ["Is there power?", "Is there wood?"]
    assert texts(page.select("li > details > summary")) == ["Yes", "No", "Yes", "No"]
    outer = page.select("ul")[0].find_all("li", recursive=False)
    assert words(outer[0].select_one(".decide__choice strong")) == "Amazon Kiln (formerly Amazon Oven)"
    assert words(outer[0].select_one(".decide__choice")).endswith("It is even.")
    inner = outer[1].select("ul > li")
    assert [words(leaf.select_one(".decide__choice")) for leaf in inner] == [
        "A fire Wood burns.",
        "The sun It shines.",
    ]
    assert not page.select("details[open]")


def test_a_guide_is_drawn_for_both_themes(read: Reader):
    pictures = read("decide", "which-fire").select(".decide__drawing img")
    assert [picture["src"] for picture in pictures] == [
        f"../../assets/figures/decide-which-fire-{theme}.svg#only-{theme}" for theme in ("light", "dark")
    ]
    assert all("Which fire bakes your pot?" in picture["alt"] for picture in pictures)


# --- numbers and formulas ------------------------------------------------------------


def test_a_number_has_its_unit_and_its_source(read: Reader):
    page = read("n", "kiln-heat")
    assert words(page.select_one("data.number")) == "1,300 °C"
    assert page.data["value"] == "kiln-heat"
    assert cited(page) == ["#source-1"]
    assert page.select_one("sup a")["title"] == "What is Amazon Kiln?"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("999", "999"),
        ("1000", "1,000"),
        ("1048576", "1,048,576"),
        ("-2000", "-2,000"),
        ("0.5", "0.5"),
        ("2.0", "2.0"),
        ("1024 to 2048", "1024 to 2048"),
        ('"1.10"', "1.10"),
    ],
)
def test_a_number_is_shown_as_it_was_written_but_for_separators(edited, value: str, shown: str):
    read = edited("data/numbers/kiln.yml", "value: 1300\n  unit: °C", f"value: {value}")
    assert words(read("n", "kiln-heat").data) == shown
    assert words(read("numbers", "kiln-heat").select_one("td strong")) == shown


def test_a_table_of_numbers_keeps_the_order_of_the_call(read: Reader):
    page = read("numbers", "clay-share", "kiln-heat")
    assert texts(page.select("tbody th")) == ["Share of water Clay", "Highest temperature Amazon Kiln"]
    assert texts(page.select("tbody strong")) == ["20 to 30 %", "1,300 °C"]
    share, heat = texts(page.select('td[data-label="Good to know"]'))
    assert share == "range"
    assert heat == "limit, not adjustable; older material says 1,200 °C"
    assert cited(page) == ["#source-1", "#source-2"]


def test_a_formula_is_mathml_that_needs_no_script(read: Reader):
    page = read("formula", "heat-flow")
    math = page.select_one(".formula__math math")
    assert math["display"] == "block"
    assert math.find("mfrac")
    assert texts(page.select(".formula__where li")) == ["k conductivity (W/(m K))"]
    assert page.select_one(".formula__where math")
    assert "When you must know" in words(page)
    assert "Range: any. Higher is better." in words(page)
    assert "$" not in words(page) and "\\" not in words(page)


# --- the cram sheet --------------------------------------------------------------------


def test_the_cram_sheet_holds_what_is_marked_and_nothing_else(read):
    page = read("cram", "pot-a02")
    (heading,) = page.find_all("h2")
    assert words(heading).startswith("2.1 ")
    assert texts(page.find_all("li")) == [
        "Many pots must come out alike. → Amazon Kiln",
        "Amazon Kiln: Highest temperature 1,300 °C",
    ]


def test_a_cram_sheet_of_nothing_is_an_error(read):
    with pytest.raises(ComponentError, match="nothing of pot-a01 is marked"):
        read("cram", "pot-a01")


# --- the shelf ------------------------------------------------------------------------


def test_services_say_where_they_stand(read):
    kiln = read("service_index").find(id="kiln").parent
    assert "Kiln or campfire" in texts(kiln.select(".service__uses a"))
    assert "numbers" in texts(kiln.select(".service__uses a"))
    assert "2.1" in words(kiln.select_one(".service__meta"))


def test_changes_come_newest_first_with_what_to_use(read, mini_site):
    rows = read("service_status").select("tbody tr")
    days = [mini_site.catalog.services[row["id"].removeprefix("status-")].status.since or "" for row in rows]
    assert days == sorted(days, reverse=True)
    changed = [s for s in mini_site.catalog.services.values() if s.status.state != "active"]
    assert len(rows) == len(changed) > 0


def test_all_records_stand_on_their_index(read, mini_site):
    catalog = mini_site.catalog
    assert {li["id"] for li in read("errata_index").select("li")} == {
        f"advice-{id_}" for id_ in catalog.errata
    }
    assert {tr["id"] for tr in read("number_index").select("tbody tr")} == {
        f"number-{n}" for n in catalog.numbers
    }
    assert {h2["id"] for h2 in read("formula_index").select("h2")} == set(catalog.formulas)
    assert {dt["id"] for dt in read("glossary_index").select("dt")} == {f"term-{t}" for t in catalog.glossary}


def test_index_entries_lead_to_the_pages_that_use_them(read):
    used = read("number_index").find(id="number-kiln-heat").select(".used a")
    assert texts(used) == ["Clay"]


def test_the_compare_tool_offers_every_subject_and_service(read, mini_site):
    page = read("compare_tool")
    known = json.loads(page.form["data-known"])
    assert {"amazon-kiln", "the-sun"} <= known.keys()
    assert known["the-sun"] == {"name": "The sun", "tables": ["kiln-or-campfire"], "service": None}
    assert {s.name for s in mini_site.catalog.services.values()} <= {
        entry["name"] for entry in known.values()
    }


def test_tooltips_are_those_of_the_abbreviations_in_a_text(mini_site):
    (term, *_) = [term for term in mini_site.catalog.glossary.values() if term.abbreviation]
    assert (
        tooltips(mini_site.catalog, f"An {term.abbreviation} here.")
        == f"\n*[{term.abbreviation}]: {term.term}"
    )
    assert tooltips(mini_site.catalog, "None here.") == ""


# --- errata, figures -----------------------------------------------------------------


def test_outdated_advice_stands_beside_what_holds(read: Reader):
    page = read("errata", "oven-name")
    assert words(page.select_one(".errata__says")) == "Out of date The service is called Amazon Oven."
    today = words(page.select_one(".errata__today"))
    assert today.startswith("Today It is called Amazon Kiln (formerly Amazon Oven)")
    assert cited(page) == ["#source-1"]


def test_a_figure_has_a_copy_for_each_theme_and_a_caption(read: Reader):
    page = read("figure", "pot", alt="A pot on a wheel", caption="Made of **clay**")
    assert [(image["src"], image["alt"]) for image in page.select("figure img")] == [
        (f"../../assets/figures/pot-{theme}.svg#only-{theme}", "A pot on a wheel")
        for theme in ("light", "dark")
    ]
    assert page.figcaption.strong.text == "clay"
    assert not read("figure", "pot", alt="A pot on a wheel").find("figcaption")


@pytest.mark.parametrize("options", [{}, {"alt": ""}, {"alt": "Pot"}, {"alt": "A figure of"}])
def test_a_figure_needs_words_for_who_cannot_see_it(read: Reader, options: dict[str, str]):
    with pytest.raises((ComponentError, TypeError), match="alt"):
        read("figure", "pot", **options)


# --- questions -----------------------------------------------------------------------


def question(read: Reader, name: str) -> Tag:
    return read("questions", "clay").find(id=f"question-{name}")


def test_questions_are_numbered_in_the_order_of_their_file(read: Reader):
    sections = read("questions", "clay").select(".question")
    assert [section["id"] for section in sections] == [
        "question-clay-single",
        "question-clay-multiple",
        "question-clay-ordering",
        "question-clay-matching",
    ]
    assert texts([section.select_one(".question__number") for section in sections]) == ["1", "2", "3", "4"]


@pytest.mark.parametrize("name", ["clay-single", "clay-multiple"])
def test_every_option_has_its_reason_in_the_same_place(mini_site: Site, read: Reader, name: str):
    section = question(read, name)
    shown = section.find("ol", recursive=False).find_all("li")
    reasons = section.select("details ol > li")
    by_text = {option.text: option for option in mini_site.catalog.questions[name].options}
    assert {words(item) for item in shown} == by_text.keys()
    for item, reason in zip(shown, reasons, strict=True):
        option = by_text[words(item)]
        verdict = "Right." if option.correct else "Wrong."
        assert words(reason) == f"{verdict} {option.why}"
        assert item.has_attr("data-correct") == option.correct


def test_a_question_says_how_many_to_choose(read: Reader):
    assert "(Choose 2.)" in words(question(read, "clay-multiple").p)
    assert "Choose" not in words(question(read, "clay-single").p)


def test_answers_are_closed_until_asked_for(read: Reader):
    for section in read("questions", "clay").select(".question"):
        (answer,) = section.select("details")
        assert not answer.has_attr("open")
        assert "nswer" in answer.summary.text
        assert cited(answer.select_one(".question__sources"))


def test_options_are_shuffled_the_same_way_on_every_build(mini_site: Site, read: Reader):
    def order(reader: Reader) -> list[str]:
        return texts(reader("questions", "clay").select(".question > ol > li, .question__steps > li"))

    assert order(read) == order(Reader(mini_site))
    for name in ("clay-single", "clay-multiple"):
        shown = texts(question(read, name).find("ol").find_all("li"))
        assert shown != [option.text for option in mini_site.catalog.questions[name].options]


def test_an_edit_elsewhere_does_not_shuffle_a_question(edited, read: Reader):
    before = texts(question(read, "clay-single").find("ol").find_all("li"))
    after = edited("data/questions/clay.yml", "Which two need no power?", "Which two work without power?")
    assert texts(question(after, "clay-single").find("ol").find_all("li")) == before


def test_steps_are_asked_out_of_order_and_answered_in_order(read: Reader):
    section = question(read, "clay-ordering")
    asked = texts(section.find("ul").find_all("li"))
    assert sorted(asked) == ["Bake", "Dig", "Shape"]
    assert asked != ["Dig", "Shape", "Bake"]
    assert texts(section.select("details ol > li")) == [
        "Dig Clay comes first.",
        "Shape Soft clay only.",
        "Bake Last.",
    ]


def test_matches_are_offered_apart_from_their_prompts(read: Reader):
    section = question(read, "clay-matching")
    prompts, matches = section.find_all("ul", recursive=False)
    assert texts(prompts.find_all("li")) == ["Spade", "Wheel", "Kiln"]
    assert texts(matches.find_all("li")) == ["baking", "digging", "shaping"]
    assert texts(section.select("details li"))[0] == "Spade → digging It is sharp."


# --- exams and coverage --------------------------------------------------------------


def test_a_page_says_what_it_covers_and_for_which_version(read: Reader):
    page = read("objectives")
    assert texts(page.select("li")) == [
        "1.1.S1 Find clay",
        "1.1.S2 Dig with machines new in A02",
        "1.1.K1 Kinds of clay",
        "1.1.K2 Sieving by hand A01 only",
    ]
    assert texts(page.select(".objectives__title")) == ["POT-A02", "POT-A01"]
    assert words(page.summary) == "A02 1.1.S1 1.1.S2 A01 1.1.K1 1.1.K2"


def test_what_is_dropped_in_part_is_marked(edited):
    read = edited("data/exams/pot-a01.yml", "dropped: whole", "dropped: part")
    assert texts(read("objectives").select(".badge")) == ["new in A02", "partly A01 only"]


def test_a_page_that_covers_nothing_says_nothing(mini_site: Site):
    assert Reader(mini_site, "index.md").html("objectives") == ""


def test_coverage_shows_every_objective_with_its_pages_and_gaps(mini_site: Site):
    page = Reader(mini_site, "track/index.md")("coverage", "pot-a02")
    assert words(page.p).startswith("2 of 3 objectives of POT-A02")
    rows = [[words(cell) for cell in row.find_all(["th", "td"])] for row in page.select("tbody tr")]
    assert rows == [
        ["1.1.S1 Find clay", "Clay"],
        ["1.1.S2 Dig with machines new in A02", "Clay"],
        ["2.1.S1 Choose a kiln", "not written yet"],
    ]
    assert page.select_one("td a")["href"] == "clay/"
    assert len(page.select(".gap")) == 1


def test_covering_a_part_covers_its_objective(mini: Path):
    exam, topic = mini / "data/exams/pot-a02.yml", mini / "docs/track/clay.md"
    parts = "{id: 2.1.S1, text: Choose a kiln, parts: [{id: 2.1.S1.1, text: By size}]}"
    exam.write_text(exam.read_text("utf-8").replace("{id: 2.1.S1, text: Choose a kiln}", parts), "utf-8")
    text = topic.read_text("utf-8").replace("covers: [", "covers: [pot-a02/2.1.S1.1, ")
    topic.write_text(text, "utf-8")
    page = Reader(load_site(mini), "track/index.md")("coverage", "pot-a02")
    assert words(page.p).startswith("3 of 3")


def test_weights_are_drawn_to_scale(read: Reader):
    page = read("exam_weights", "pot-a02")
    assert texts(page.select(".weights__label")) == ["1 Clay", "2 Fire"]
    assert texts(page.select(".weights__value")) == ["60 %", "40 %"]
    assert [rect["width"] for rect in page.select("rect")] == ["60", "40"]


def test_facts_of_an_exam_stand_in_a_table(read: Reader):
    page = read("exam_facts", "pot-a02")
    facts = {words(row.th): texts(row.select("td")) for row in page.select("tbody tr")}
    assert facts == {
        "Questions": ["65, of which 50 count"],
        "Time": ["130 minutes"],
        "Pass mark": ["720 on the scale from 100 to 1,000"],
        "Price": ["USD 150"],
        "Languages": ["English"],
        "Question types": ["multiple choice"],
        "Valid for": ["3 years from the day earned"],
    }


def test_what_an_exam_does_not_publish_is_not_invented(edited):
    read = edited("data/exams/pot-a02.yml", "scored: 50, minutes: 130, passing_score: 720, ", "")
    facts = {words(row.th): words(row.td) for row in read("exam_facts", "pot-a02").select("tbody tr")}
    assert (facts["Questions"], facts["Time"], facts["Pass mark"]) == ("65", "not published", "not published")


def test_the_chooser_puts_first_what_can_still_be_sat(mini_site: Site):
    page = Reader(mini_site, "index.md")("exam_chooser")
    assert [words(row.th).split()[0] for row in page.select("tbody tr")] == ["POT-A02", "POT-A01"]
    assert page.select_one('td[data-label="Here"] a')["href"] == "track/"
    assert cited(page) == ["#source-1", "#source-1"]


def test_the_crosswalk_pairs_tasks_on_the_same_subject(read: Reader):
    (row,) = read("crosswalk", "pot-a01").select("tbody tr")
    assert texts(row.find_all(["th", "td"])) == [
        "1.1 Dig clay",
        "POT-A02 1.1 Dig clay",
        "Sieving by hand.",
    ]


def test_a_task_lists_its_pages_with_what_each_answers(mini_site: Site):
    (item,) = Reader(mini_site, "track/index.md")("page_list", "pot-a02/1.1").select("li")
    assert item.a["href"] == "clay/"
    assert words(item) == "Clay What clay is and how it is dug."
    assert not Reader(mini_site, "track/index.md")("page_list", "pot-a02/2.1").select("li")
