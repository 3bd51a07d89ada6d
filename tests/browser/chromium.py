"""``python -m tests.browser.chromium``: find or install a Chromium and print its path.

Playwright's own where it can be downloaded, else the system's, else Debian's package.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def find_or_install() -> str:
    """Path of a Chromium; raises SystemExit with what to do when there is none to be had."""
    for find in (_playwrights, _downloaded, _systems, _debians):
        if path := find():
            return path
    raise SystemExit("no Chromium found and none could be installed; install one and run again")


def _playwrights() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _downloaded() -> str | None:
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    environment = os.environ | {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=300)
    except subprocess.TimeoutExpired:
        return None
    return _playwrights() if done.returncode == 0 else None


def _systems() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def _debians() -> str | None:
    if not shutil.which("apt-get"):
        return None
    sudo = ["sudo"] if os.geteuid() and shutil.which("sudo") else []
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        done = subprocess.run([*sudo, "apt-get", *arguments], env=environment, stdout=sys.stderr)
        if done.returncode:
            return None
    return _systems()


if __name__ == "__main__":
    print(find_or_install())
