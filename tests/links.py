"""``python -m tests.links [--external]``: LinkChecker against the served site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.serving import served

CONFIG = Path(__file__).with_name("linkcheckerrc")


def check(site: Path, *, external: bool = False) -> str:
    """Return LinkChecker's report of broken links and anchors; empty when there are none."""
    with served(site) as url:
        program = Path(sys.executable).with_name("linkchecker")
        command = [program, "--config", CONFIG, "--no-status"]
        command += ["--check-extern"] if external else []
        done = subprocess.run([*command, url], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


if __name__ == "__main__":
    report = check(Path("site"), external="--external" in sys.argv)
    print(report or "no broken links")
    sys.exit(bool(report))
