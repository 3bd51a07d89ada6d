"""``python -m macros.paper.pango``: make sure WeasyPrint finds Pango, which pip cannot install."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
HELP = "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"


def found() -> bool:
    """Whether WeasyPrint can be imported, in a process of its own: a failed import leaves traces."""
    return subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True).returncode == 0


def main() -> None:
    """Install Debian's packages where there is apt; say what to do where there is none."""
    if found():
        return
    if shutil.which("apt-get"):
        sudo = ["sudo"] if os.geteuid() and shutil.which("sudo") else []
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
            subprocess.run([*sudo, "apt-get", *arguments], env=environment, stdout=sys.stderr, check=False)
    if not found():
        sys.exit(f"WeasyPrint needs Pango 1.44 or newer; {HELP} says how to install it here")


if __name__ == "__main__":
    main()
