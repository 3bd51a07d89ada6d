"""``python -m tests.links [--external]``: LinkChecker against the served site, anchors included."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.serving import served

CONFIG = Path(__file__).with_name("linkcheckerrc")


def check(site: Path, *, anchors: bool = True, external: bool = False) -> str:
    """Return LinkChecker's report of broken links; empty when there are none.

    Its check of anchors reads a page anew for every link into it: minutes for a site of fifty
    pages. tests/test_site.py follows the same anchors in a tenth of a second.
    """
    with served(site) as url, tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # run as root, LinkChecker becomes nobody
        config = Path(folder) / "linkcheckerrc"
        config.write_text(CONFIG.read_text("utf-8") + ("[AnchorCheck]\n" if anchors else ""), "utf-8")
        program = Path(sys.executable).with_name("linkchecker")
        command = [program, "--config", config, "--no-status", *(["--check-extern"] if external else [])]
        done = subprocess.run([*command, url], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


if __name__ == "__main__":
    report = check(Path("site"), external="--external" in sys.argv)
    print(report or "no broken links")
    sys.exit(bool(report))
