"""Live reload: an edit of pages, data, templates or code shows without a restart."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request

import pytest

from tests.project import ENVIRONMENT, small_project

PATIENCE = 60  # seconds; a slow machine is not a fault


@pytest.fixture
def serving(root, tmp_path):
    """(project folder, address, log file) of a running `mkdocs serve`, as `make serve` starts it."""
    project = small_project(root, tmp_path / "project")
    log = (tmp_path / "log").open("w+", encoding="utf-8")
    address = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    process = subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stdout=log, stderr=log)
    try:
        _wait(lambda: "POT-A02" in _get(f"http://{address}/"), log)
        yield project, f"http://{address}/", log
    finally:
        process.terminate()
        process.wait()
        log.close()


def test_edits_show_and_a_fault_is_survived(serving):
    project, url, log = serving
    page = f"{url}track/clay/"

    _edit(project / "docs/track/clay.md", "A shard is a piece", "A sherd is a bit")
    _wait(lambda: "A sherd is a bit" in _get(page), log)

    _edit(project / "data/services/kiln.yml", "name: Amazon Kiln", "name: Amazon Furnace")
    _wait(lambda: "Amazon Furnace" in _get(page), log)

    _edit(project / "macros/templates/numbers.html", ">What<", ">Which fact<")
    _wait(lambda: "Which fact" in _get(page), log)

    _edit(project / "macros/lifecycle.py", '"closed to new customers"', '"shut to newcomers"')
    _wait(lambda: "shut to newcomers" in _get(page), log)

    _edit(project / "data/services/kiln.yml", "sources: [kiln-guide]", "sources: [kiln-giude]")
    _wait(lambda: 'did you mean "kiln-guide"' in _read(log), log)
    assert "Amazon Furnace" in _get(page)  # the last good site stays

    _edit(project / "data/services/kiln.yml", "kiln-giude", "kiln-guide")
    _edit(project / "data/services/kiln.yml", "Amazon Furnace", "Amazon Hearth")
    _wait(lambda: "Amazon Hearth" in _get(page), log)


def _edit(path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _wait(condition, log) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if condition():
                return
        except OSError:
            pass  # the server is starting
        time.sleep(0.2)
    pytest.fail(f"did not happen within {PATIENCE} s; the server said:\n{_read(log)[-3000:]}")


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return answer.read().decode("utf-8")


def _read(log) -> str:
    log.flush()
    log.seek(0)
    return log.read()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
