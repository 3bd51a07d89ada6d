"""Every fault in data or pages is one line: file, line, place in the record, what was probably meant."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from macros.catalog import CatalogError, load
from macros.check import check

TODAY = date(2026, 11, 21)

SOURCES = "data/sources.yml"
EXAM = "data/exams/pot-a02.yml"
KILN = "data/services/kiln.yml"
CAMPFIRE = "data/services/campfire.yml"
NUMBERS = "data/numbers/kiln.yml"
GLOSSARY = "data/glossary.yml"
ERRATA = "data/errata.yml"
TABLE = "data/comparisons/kiln-or-campfire.yml"
GUIDE = "data/decisions/which-fire.yml"
QUESTIONS = "data/questions/clay.yml"
NEW_NUMBERS = "data/numbers/new.yml"
TOPIC = "docs/track/clay.md"


@dataclass(frozen=True)
class Case:
    """An edit of one file, and the faults it causes there: (text on the line, message)."""

    name: str
    file: str
    old: str  # replaced at its first occurrence; when empty, the file is written anew
    new: str | bytes
    faults: tuple[tuple[str, str], ...]  # "..." in a message stands for any words, or none


def case(name: str, file: str, old: str, new: str | bytes, *faults: tuple[str, str]) -> Case:
    return Case(name, file, old, new, faults)


def edit(root: Path, file: str, old: str, new: str | bytes) -> None:
    path = root / file
    if old:
        text = path.read_text("utf-8")
        assert old in text
        new = text.replace(old, new, 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(new if isinstance(new, bytes) else new.encode())


def faults_of(root: Path) -> list[str]:
    with pytest.raises(CatalogError) as caught:
        load(root, today=TODAY)
    return [str(fault) for fault in caught.value.faults]


def page_faults_of(root: Path) -> list[str]:
    with pytest.raises(CatalogError) as caught:
        check(root)
    return [str(fault) for fault in caught.value.faults]


def line_of(path: Path, text: str) -> int:
    """Line of the first occurrence of a text; the first line when none is given."""
    data = path.read_bytes()
    assert text.encode() in data
    return data[: data.index(text.encode())].count(b"\n") + 1


def parametrize(cases: tuple[Case, ...]):
    return pytest.mark.parametrize("case", cases, ids=[case.name for case in cases])


def assert_reported(case: Case, root: Path) -> None:
    edit(root, case.file, case.old, case.new)
    found = faults_of(root)
    assert len(found) == len(case.faults), "\n".join(found)
    for (at, message), fault in zip(case.faults, found, strict=True):
        place = f"{case.file}:{line_of(root / case.file, at)}: "
        pattern = re.escape(place + message).replace(r"\.\.\.", ".*")
        assert re.fullmatch(pattern, fault), f"{fault}\nis not\n{place}{message}"


# fmt: off
FILES = (
    case("syntax", KILN, "[KLN]", "[KLN", ("former_names", "YAML syntax: ...")),
    case("syntax, second colon", NUMBERS, "unit: °C", "unit: a: b", ("unit: a: b", "YAML syntax: ...")),
    case("two documents", NEW_NUMBERS, "", "- id: a\n---\n- id: b\n", ("---", "YAML syntax: ...")),
    case("duplicate key", KILN, "sdk:", "name: Again\nsdk:",
         ("name: Again", 'key "name" occurs twice; the first is on line 2')),
    case("tab", CAMPFIRE, "summary:", "\tsummary:", ("\tsummary", "a tab indents this line; ...")),
    case("tab in a list", QUESTIONS, "  stem: Make", "\tstem: Make",
         ("\tstem", "a tab indents this line; ...")),
    case("not UTF-8", CAMPFIRE, "", b"id: campfire\nname: Caf\xe9\n",
         ("name", "byte 0xe9 is not UTF-8; save the file as UTF-8")),
    case("control character", CAMPFIRE, "open.", "open\x07.",
         ("summary", "...control character...")),
    case("empty", CAMPFIRE, "", "", ("", "the file is empty; ...")),
    case("comments only", NEW_NUMBERS, "", "# later\n", ("", "the file is empty; ...")),
    case("nothing in a record", CAMPFIRE, "", "---\n", ("", "this file holds one record: ...")),
    case("nothing in a list", NEW_NUMBERS, "", "~\n", ("", "this file holds a list of records: ...")),
    case("list where a record is wanted", CAMPFIRE, "", "- id: campfire\n",
         ("", "this file holds one record: ...")),
    case("record where a list is wanted", NEW_NUMBERS, "", "id: heat\n",
         ("", "this file holds a list of records: ...")),
    case("list of words", NEW_NUMBERS, "", "# words\n- heat\n",
         ("- heat", "a record is a mapping that starts with 'id: ...'")),
    case("name differs from id", "data/services/furnace.yml", "",
         "# A stove.\nid: stove\nname: Stove\nsummary: Heats.\ncategory: iot\nstatus: {state: active}\n"
         "sources: [kiln-guide]\n",
         ("id", 'id: "stove" must equal the file\'s name, "furnace"')),
    case("ends in .yaml", "data/services/stove.yaml", "", "id: stove\n", ("", "data files end in .yml")),
    case("ends in .YML", "data/services/stove.YML", "", "id: stove\n", ("", "data files end in .yml")),
    case("unknown folder", "data/service/stove.yml", "", "id: stove\n",
         ("", 'no collection is called "service"; did you mean "services"?')),
    case("unknown file", "data/number.yml", "", "- id: heat\n",
         ("", 'no collection is called "number"; did you mean "numbers"?')),
    case("alias of a list", NUMBERS,
         "  tasks: [pot-a02/2.1]\n  cram: true\n  sources: [kiln-guide]\n- id: clay-share\n",
         "  tasks: &bake [pot-a02/2.1]\n  sources: [kiln-guide]\n- id: clay-share\n  tasks: *bake\n",
         ("&bake", "anchors and aliases are not used here; write the value out")),
    case("alias of a text", NUMBERS, "Highest temperature", "&fact Highest temperature\n  note: *fact",
         ("&fact", "anchors and aliases are not used here; write the value out")),
    case("tag", CAMPFIRE, "name: AWS", "name: !secret AWS",
         ("name", "tag !secret is not used here; remove it")),
)

RECORDS = (
    case("unknown key", GLOSSARY, "abbreviation", "abreviation",
         ("abrev", 'shard.abreviation: unknown key "abreviation"; did you mean "abbreviation"?')),
    case("unknown key, nested", KILN, "until:", "untill:",
         ("untill", 'former_names[0].untill: unknown key "untill"; did you mean "until"?')),
    case("unknown key unlike any", KILN, "sdk:", "zzz: 1\nsdk:",
         ("zzz", 'zzz: unknown key "zzz"; keys here are id, name, summary, ...')),
    case("misspelt required key", KILN, "summary:", "sumary:",
         ("id: kiln", 'summary: required key "summary" is missing'),
         ("sumary", 'sumary: unknown key "sumary"; did you mean "summary"?')),
    case("missing key", ERRATA, "  today: It is called [[svc:kiln]].\n", "",
         ("- id", 'oven-name.today: required key "today" is missing')),
    case("missing key, nested", QUESTIONS, "The sun, why: Too cold.", "The sun",
         ("The sun", 'clay-single.options[1].why: required key "why" is missing')),
    case("missing type of a question", QUESTIONS, "  type: single\n", "",
         ("- id", 'clay-single...required key "type" is missing')),
    case("missing key, deep in a guide", GUIDE, ", because: Wood burns.", "",
         ("A fire", 'tree.answers[1].then.answers[0].then.because: required key "because" is missing')),
    case("text for a number", EXAM, "years: 3", "years: three",
         ("validity_years", 'validity_years: expected ..., found the text "three"')),
    case("text for yes or no", NUMBERS, "adjustable: false", "adjustable: no",
         ("adjustable", 'kiln-heat.adjustable: expected ..., found the text "no"')),
    case("text for a list", KILN, "[KLN]", "KLN",
         ("KLN", 'abbreviations: expected a list, found the text "KLN"')),
    case("list for a value", NUMBERS, "value: 1300", "value: [1300]",
         ("value", "kiln-heat.value: expected ..., found a list")),
    case("number for a text", EXAM, 'id: "2.1"', "id: 2.10",
         ("id: 2.10", "domains[1].tasks[0].id: expected ..., found the number ...")),
    case("mapping for an id", TABLE, "id: kiln-or-campfire", "id: {}",
         ("id", "id: expected ..., found a mapping")),
    case("list for an id", NUMBERS, "id: clay-share", "id: [clay-share]",
         ("[clay-share]", "id: expected ..., found a list")),
    case("nothing for a text", TABLE, "cost: none", "cost: ",
         ("sun: {", "cells.sun.cost: expected ..., found nothing")),
    case("infinite value", NUMBERS, "value: 1300", "value: 1e999", ("value", "kiln-heat.value: ...")),
    case("word not in the list", NUMBERS, "kind: limit", "kind: limits",
         ("kind", 'kiln-heat.kind: "limits" is not one of ...; did you mean "limit"?')),
    case("word of several lines", NUMBERS, "kind: limit", r'kind: "limit\nlimit"',
         ("kind", "kiln-heat.kind: ... is not one of limit, ...")),
    case("key of several lines", NUMBERS, "kind: limit", 'kind: limit\n  "a\\nb": 1',
         ("nb", "kiln-heat...: unknown key ...")),
    case("no sources", GLOSSARY, "  sources: [heat-paper]\n", "",
         ("- id", 'shard.sources: required key "sources" is missing')),
    case("empty sources", GLOSSARY, "[heat-paper]", "[]", ("sources", "shard.sources: ...at least 1...")),
    case("http", SOURCES, "https://example.org", "http://example.org",
         ("http://", 'heat-paper.url: "http://example.org/heat" does not have the right form; ...')),
    case("no such month", SOURCES, "2026-10", "2026-13", ("2026-13", 'heat-paper.checked: "2026-13" ...')),
    case("no such day", CAMPFIRE, "2026-07-30", "2026-02-31", ("2026-02-31", "status.since: ...")),
    case("kind aws on another host", SOURCES, "https://docs.aws.amazon.com/", "https://aws.example.com/",
         ("- id: kiln-guide", "kiln-guide: https://aws.example.com/... is not on a host of AWS, ...")),
    case("kind aws on a host that looks alike", SOURCES, "aws.amazon.com/", "aws.amazon.com.example.org/",
         ("- id: kiln-guide", "kiln-guide: https://docs... is not on a host of AWS, ...")),
    case("ending without ends", CAMPFIRE, "state: closed", "state: ending",
         ("status", "status: state is ending, so ends must give the announced day")),
    case("service and name", TABLE, "service: kiln}", "service: kiln, name: Kiln}",
         ("name: Kiln", "subjects[0]: give either service (an id) or name (a text)")),
    case("weights", EXAM, "percent: 60", "percent: 50",
         ("id", "the weights of the domains sum to 90, not to 100")),
    case("objective twice", EXAM, "- {id: 1.1.S2", "- {id: 1.1.S1, text: Again}\n          - {id: 1.1.S2",
         ("Again", "domains[0].tasks[0].objectives[1].id: objective 1.1.S1 occurs twice")),
    case("objective of another task", EXAM, "1.1.S2", "2.1.S2",
         ('- id: "1.1"', "domains[0].tasks[0]: objective 2.1.S2 does not belong to task 1.1")),
    case("two right options for one", QUESTIONS, "The sun, why", "The sun, correct: true, why",
         ("- id", "clay-single: 2 options are marked correct, but this question needs exactly 1")),
    case("no right option", QUESTIONS, "Amazon Kiln, correct: true", "Amazon Kiln",
         ("- id", "clay-single: 0 options are marked correct, but this question needs exactly 1")),
    case("one right option for two", QUESTIONS, "A campfire, correct: true", "A campfire",
         ("- id: clay-m", "clay-multiple: 1 options are marked correct, but this question needs exactly 2")),
    case("too few options", QUESTIONS, "    - {text: A river, why: Rivers cool.}\n", "",
         ("options", "clay-single.options: ...at least 4...3")),
    case("unknown type of question", QUESTIONS, "type: single", "type: sinlge",
         ("- id", 'clay-single: type "sinlge" is not one of ...; did you mean "single"?')),
)

BETWEEN_RECORDS = (
    case("duplicate id across files", NEW_NUMBERS, "",
         "# Again.\n- id: kiln-heat\n  subject: x\n  fact: x\n  value: 1\n  kind: limit\n"
         "  sources: [heat-paper]\n",
         ("- id", 'id: "kiln-heat" is already the id of data/numbers/kiln.yml:1')),
    case("duplicate id, one per file", "data/services/stove.yml", "",
         "id: kiln\nname: x\nsummary: x\ncategory: iot\nstatus: {state: active}\nsources: [kiln-guide]\n",
         ("id", 'id: "kiln" is already the id of data/services/kiln.yml:1')),
    case("unknown service", NUMBERS, "service: kiln", "service: klin",
         ("klin", 'service: unknown service "klin"; did you mean "kiln"? ...')),
    case("unknown successor", CAMPFIRE, "[kiln]", "[klin]",
         ("klin", 'status.successor[0]: unknown service "klin"; did you mean "kiln"? ...')),
    case("unknown source", CAMPFIRE, "[kiln-guide]", "[kiln-giude]",
         ("giude", 'sources[0]: unknown source "kiln-giude"; did you mean "kiln-guide"? ...')),
    case("unknown exam", KILN, "[pot-a02]", "[pot-a22]",
         ("pot-a22", 'exams[0]: unknown exam "pot-a22"; did you mean "pot-a02"? ...')),
    case("unknown objective", QUESTIONS, "pot-a02/2.1.S1, pot", "pot-a02/2.1.S7, pot",
         ("S7", 'objectives[0]: unknown objective "pot-a02/2.1.S7"; did you mean "pot-a02/2.1.S1"? ...')),
    case("unknown predecessor of an objective", EXAM, "a01/1.1.K1", "a01/1.1.K8",
         ("K8", "domains[0].tasks[0].objectives[0].continues[0]: unknown objective ... did you mean ...")),
    case("unknown task", ERRATA, "pot-a02/2.1", "pot-a02/2.2",
         ("2.2", 'tasks[0]: unknown task "pot-a02/2.2"; did you mean "pot-a02/2.1"? ...')),
    case("unknown number in a text", TABLE, "[[n:kiln-heat]]", "[[n:kiln-heet]]",
         ("heet", 'cells.kiln.heat: unknown number "kiln-heet"; did you mean "kiln-heat"? ...')),
    case("unknown service in a text", ERRATA, "[[svc:kiln]]", "[[svc:klin]]",
         ("klin", 'today: unknown service "klin"; did you mean "kiln"? ...')),
    case("unknown role", ERRATA, "[[svc:kiln]]", "[[service:kiln]]",
         ("[[service", "today: unknown role in ...; roles are n, svc")),
    case("cell missing", TABLE, "{heat: uneven, cost: wood}", "{heat: uneven}",
         ("campfire: {heat", "cells.campfire: no cell for campfire and cost")),
    case("row missing", TABLE, "  campfire: {heat: uneven, cost: wood}\n", "",
         ("cells", "cells.campfire: no cell for campfire and cost"),
         ("cells", "cells.campfire: no cell for campfire and heat")),
    case("cell for an unknown subject", TABLE, "pick:", "  sunn: {heat: low, cost: none}\npick:",
         ("sunn", 'cells.sunn: unknown subject "sunn"; did you mean "sun"?')),
    case("cell for an unknown criterion", TABLE, "cost: none", "cost: none, costs: none",
         ("sun: {heat", 'cells.sun.costs: unknown criterion "costs"; did you mean "cost"?')),
    case("pick of an unknown subject", TABLE, "[campfire, sun]", "[campfire, sunn]",
         ("sunn", 'pick[1].choose: unknown subject "sunn"; did you mean "sun"?')),
    case("subject twice", TABLE, "name: The sun}", "name: The sun}\n  - {id: sun, name: The star}",
         ("The star", "subjects[3].id: subject sun occurs twice")),
    case("AWS fact without a page of AWS", CAMPFIRE, "[kiln-guide]", "[heat-paper]",
         ("sources", "sources: a fact about AWS needs at least one source that AWS publishes")),
    case("AWS number without a page of AWS", NUMBERS, "sources: [kiln-guide]", "sources: [heat-paper]",
         ("sources", "sources: a fact about AWS needs at least one source that AWS publishes")),
    case("checked in the future", SOURCES, '"2026-10"', '"2026-12"',
         ("2026-12", "checked: 2026-12 lies in the future (today is 2026-11-21)")),
    case("status in the future", CAMPFIRE, "2026-07-30", "2026-11-22",
         ("2026-11-22", "status.since: 2026-11-22 lies in the future (today is 2026-11-21)")),
    case("former name until the future", KILN, '"2025-01"', '"2027"',
         ("2027", "former_names[0].until: 2027 lies in the future (today is 2026-11-21)")),
    case("two sources with one address", SOURCES, "https://example.org/heat",
         "https://docs.aws.amazon.com/kiln/latest/dg/what-is.html",
         ("https://docs.aws.amazon.com/kiln/latest/dg/what-is.html\n  kind: paper",
          'url: source "kiln-guide" already has this address; cite that one')),
    case("moved id in use", ERRATA, "services: [kiln]", "services: [oven]",
         ("[oven]", 'services[0]: service "oven" has moved; write "kiln"')),
    case("moved id in a text", TABLE, "[[n:kiln-heat]]", "[[n:oven-heat]]",
         ("oven-heat", 'cells.kiln.heat: number "oven-heat" has moved; write "kiln-heat"')),
    case("moved to nowhere", "data/numbers/moved.yml", "", "- id: old\n  moved: kiln-heet\n",
         ("moved", 'moved: unknown number "kiln-heet"; did you mean "kiln-heat"?')),
    case("moved and still there", "data/numbers/moved.yml", "", "- id: kiln-heat\n  moved: clay-share\n",
         ("id", 'id: "kiln-heat" is already the id of data/numbers/kiln.yml:1')),
)
# fmt: on


@parametrize(FILES)
def test_faulty_file(case: Case, mini: Path):
    assert_reported(case, mini)


@parametrize(RECORDS)
def test_faulty_record(case: Case, mini: Path):
    assert_reported(case, mini)


@parametrize(BETWEEN_RECORDS)
def test_records_that_do_not_fit_together(case: Case, mini: Path):
    edit(mini, "data/services/oven.yml", "", "id: oven\nmoved: kiln\n")
    edit(mini, "data/numbers/oven.yml", "", "- id: oven-heat\n  moved: kiln-heat\n")
    assert_reported(case, mini)


def test_untouched_data_has_no_fault(mini: Path):
    assert load(mini, today=TODAY)


def test_a_record_may_move(mini: Path):
    edit(mini, "data/services/oven.yml", "", "id: oven\nmoved: kiln\n")
    assert "oven" not in load(mini, today=TODAY).services


def test_an_announced_end_may_lie_ahead(mini: Path):
    edit(mini, CAMPFIRE, "state: closed,", 'state: ending, ends: "2031-01-31",')
    assert load(mini, today=TODAY).services["campfire"].status.ends == "2031-01-31"


def test_a_date_is_in_the_future_until_its_day(mini: Path):
    edit(mini, CAMPFIRE, "2026-07-30", "2026-11-22")
    assert faults_of(mini)
    assert load(mini, today=date(2026, 11, 22))


def test_faults_of_all_files_come_in_one_run_in_order(mini: Path):
    edit(mini, QUESTIONS, "[[n:kiln-heat]]", "[[n:kiln-heet]]")
    edit(mini, GLOSSARY, "abbreviation", "abreviation")
    edit(mini, TABLE, "cost: wood", "costs: wood")
    edit(mini, SOURCES, '"2026-10"', '"2030-10"')
    edit(mini, "data/formulas/new.yml", "", "")
    assert [fault.split(": ")[0] for fault in faults_of(mini)] == [
        "data/comparisons/kiln-or-campfire.yml:13",
        "data/comparisons/kiln-or-campfire.yml:13",
        "data/formulas/new.yml:1",
        "data/glossary.yml:3",
        "data/questions/clay.yml:3",
        "data/sources.yml:12",
    ]


# --- the command ---------------------------------------------------------------------


def run_check(root: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """What `make check` runs, in another folder."""
    return subprocess.run(
        [sys.executable, "-m", "macros.check"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )


def test_check_says_what_it_checked(root: Path, mini: Path):
    done = run_check(root, mini)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "7 pages and 19 records: no faults\n"


def test_check_prints_faults_and_fails(root: Path, mini: Path):
    edit(mini, KILN, "[KLN]", "KLN")
    edit(mini, ERRATA, "[[svc:kiln]]", "[[svc:klin]]")
    done = run_check(root, mini)
    assert done.returncode == 1
    assert done.stdout == ""
    first, second, count = done.stderr.splitlines()
    assert first.startswith("data/errata.yml:4: today: ")
    assert second.startswith("data/services/kiln.yml:4: abbreviations: ")
    assert count == "2 faults"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        (KILN, b"\xff\xfe"),
        (KILN, b"[" * 5000),
        (KILN, b"- " * 3000),
        (TOPIC, b"---\ntitle: [\n---\n"),
        (TOPIC, b"\xff"),
        (TOPIC, b"{{ n( }}"),
        (TOPIC, b"---\ncovers: [{a: b}]\n---\n"),
    ],
)
def test_check_never_shows_a_traceback(root: Path, mini: Path, file: str, content: bytes):
    edit(mini, file, "", content)
    done = run_check(root, mini)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"{file}:" in done.stderr


# --- pages ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('n("kiln-heet")', 'unknown number "kiln-heet"; did you mean "kiln-heat"?'),
        ('numbers("kiln-heat", "clay-shar")', 'unknown number "clay-shar"; did you mean "clay-share"?'),
        ('svc("klin")', 'unknown service "klin"; did you mean "kiln"?'),
        ('cite("heat-papers")', 'unknown source "heat-papers"; did you mean "heat-paper"?'),
        ('compare("kiln-or-camp")', 'unknown comparison "kiln-or-camp"; did you mean "kiln-or-campfire"?'),
        ('compare("kiln-or-campfire", subjects=["klin"])', '"klin"; did you mean "kiln"?'),
        ('compare("kiln-or-campfire", criteria=["hat"])', '"hat"; did you mean "heat"?'),
        ('compare("kiln-or-campfire", colums=["heat"])', "colums"),
        ('decide("wich-fire")', 'unknown decision "wich-fire"; did you mean "which-fire"?'),
        ('formula("heat-flaw")', 'unknown formula "heat-flaw"; did you mean "heat-flow"?'),
        ('errata("oven-names")', '"oven-names"; did you mean "oven-name"?'),
        ('questions("cley")', 'unknown question set "cley"; did you mean "clay"?'),
        ('coverage("pot-a03")', 'unknown exam "pot-a03"; did you mean "pot-a02"?'),
        ('page_list("pot-a02/1.2")', 'unknown task "pot-a02/1.2"; did you mean "pot-a02/1.1"?'),
        ('figure("pot")', "alt"),
        ("cite()", "at least one"),
        ("kiln_heat", 'unknown name "kiln_heat"'),
        ('nn("kiln-heat")', 'unknown name "nn"; did you mean "n"?'),
        ('n("kiln-heat"', "Jinja syntax: "),
    ],
)
def test_a_fault_on_a_page_names_the_line(mini: Path, call: str, message: str):
    edit(mini, TOPIC, "## Shards", f"{{{{ {call} }}}}\n\n## Shards")
    (fault,) = page_faults_of(mini)
    assert fault.startswith(f"{TOPIC}:{line_of(mini / TOPIC, call)}: ")
    assert message in fault


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("description:", "descripton:", 'unknown key "descripton"; did you mean "description"?'),
        ("1.1.S2, pot", "1.1.S3, pot", 'covers[1]: unknown objective "pot-a02/1.1.S3"; did you mean '),
        ("description:", "title: Loam\ndescription:", 'key "title" occurs twice; the first is on line 2'),
        ("aliases: [loam, pottery soil]", "aliases: loam", "aliases is a list"),
        ("[pot-a02/1.1.S1", "[[pot-a02/1.1.S1]", "covers[0]: "),
        ("[pot-a02/1.1.S1", "[{pot-a02/1.1.S1: x}", "covers[0]: "),
        ("title: Clay", 'title: "Clay" "Loam"', "YAML syntax: "),
    ],
)
def test_a_fault_in_front_matter_names_the_line(mini: Path, old: str, new: str, message: str):
    edit(mini, TOPIC, old, new)
    (fault,) = page_faults_of(mini)
    assert fault.startswith(f"{TOPIC}:{line_of(mini / TOPIC, new)}: {message}")


@pytest.mark.parametrize(
    "text",
    [
        "{{ loam }}",
        "{{ loam.sand }}",
        "{{ loam[0] }}",
        "{{ loam + 1 }}",
        "{{ loam | upper }}",
        "{{ n(loam) }}",
        "{% if loam %}sand{% endif %}",
        '{{ "sand" if loam == 1 }}',
        "{% for grain in loam %}sand{% endfor %}",
    ],
)
def test_an_undefined_name_is_found_wherever_it_stands(mini: Path, text: str):
    edit(mini, TOPIC, "## Shards", f"{text}\n\n## Shards")
    first, *_ = page_faults_of(mini)
    assert first.startswith(f"{TOPIC}:{line_of(mini / TOPIC, text)}: ")
    assert "loam" in first


def test_a_byte_order_mark_does_not_hide_front_matter(mini: Path):
    edit(mini, TOPIC, "---\n", "\ufeff---\n")
    assert check(mini).pages["track/clay.md"].covers


def test_several_faults_of_one_page_come_in_one_run(mini: Path):
    edit(mini, TOPIC, "{{ objectives() }}", '{{ loam }}\n\n{{ sand }} and {{ svc("klin") }}')
    assert [fault.split(": ")[0] for fault in page_faults_of(mini)] == [
        "docs/track/clay.md:10",
        "docs/track/clay.md:12",
        "docs/track/clay.md:12",
    ]


def test_faults_of_all_pages_come_in_one_run(mini: Path):
    edit(mini, "docs/compare/kiln-or-campfire.md", "kiln-or-campfire", "kiln-and-campfire")
    edit(mini, "docs/index.md", "exam_chooser()", "exam_chooser(")
    edit(mini, "docs/services/index.md", "title:", "titel:")
    edit(mini, TOPIC, '"clay-share"', '"clay-shore"')
    edit(mini, "docs/track/index.md", '"pot-a01"', '"pot-a00"')
    assert [fault.split(": ")[0] for fault in page_faults_of(mini)] == [
        "docs/compare/kiln-or-campfire.md:8",
        "docs/index.md:8",
        "docs/services/index.md:2",
        "docs/track/clay.md:12",
        "docs/track/index.md:14",
    ]
