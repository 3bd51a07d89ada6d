import sys
from pathlib import Path

from ..site import load_site
from . import export

if len(sys.argv) != 2:
    sys.exit("usage: python -m macros.exports SITE_DIR")
export(load_site(Path.cwd()), Path(sys.argv[1]))
