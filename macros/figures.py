"""Pictures: D2 text and Python plots -> light and dark SVG in docs/assets/figures/.

``python -m macros.figures`` draws whatever changed since it was last drawn; the
pictures are committed, so building the site needs neither D2 nor matplotlib
unless one of them changed. Decision guides are drawn from the data.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import jinja2

from .catalog import Catalog
from .page import TEMPLATES
from .schema import ROLE

FOLDER = Path("docs/assets/figures")
# Its natural size, so that text is as large in every diagram.
_D2_OPTIONS = ("--layout", "dagre", "--pad", "6", "--scale", "1", "--omit-version", "--no-xml-tag")


@dataclass(frozen=True)
class Theme:
    """A site theme: D2's theme for it, and the palette plots use."""

    name: str
    d2_theme: int
    palette: SimpleNamespace


THEMES = (
    Theme(
        "light",
        0,
        SimpleNamespace(
            text="#1f2937", muted="#5b6472", grid="#d5dae1", accent="#0f766e",
            # Okabe and Ito's palette, told apart by readers with color blindness
            colors=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9"),
        ),
    ),
    Theme(
        "dark",
        200,
        SimpleNamespace(
            text="#e5e7eb", muted="#a3acb9", grid="#3a4250", accent="#2dd4bf",
            colors=("#56b4e9", "#e69f00", "#2fcfa0", "#e39cc6", "#f0e442", "#8fb8ff"),
        ),
    ),
)  # fmt: skip


class FigureError(Exception):
    """A figure cannot be drawn."""


def draw_diagrams(root: Path, catalog: Catalog) -> list[Path]:
    """Draw every out-of-date D2 diagram and decision guide; return what was written."""
    sources = {path.stem: path.read_text("utf-8") for path in sorted((root / FOLDER).glob("*.d2"))}
    sources |= {f"decide-{id_}": decision_d2(guide, catalog) for id_, guide in catalog.decisions.items()}
    written = []
    for name, text in sources.items():
        for path, theme, stamp in _outdated(root, name, text):
            _write(path, stamp, _d2(text, theme, name))
            written.append(path)
    return written


def draw_plots(root: Path) -> list[Path]:
    """Draw every out-of-date plot; needs matplotlib and numpy. Returns what was written."""
    written = []
    for source in sorted((root / FOLDER).glob("*.py")):
        for path, theme, stamp in _outdated(root, source.stem, source.read_text("utf-8")):
            _write(path, stamp, _plot(source, theme))
            written.append(path)
    return written


def decision_d2(guide, catalog: Catalog) -> str:
    """A decision guide as D2 text: questions lead to questions or to choices."""
    template = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), trim_blocks=True, lstrip_blocks=True
    ).get_template("decision.d2")
    return template.render(
        nodes=list(_nodes(guide.tree, "n")), label=lambda text, width=24: _wrap(_plain(text, catalog), width)
    )


def _nodes(tree, key: str, answer: str = "", parent: str = "") -> Iterator[dict]:
    if hasattr(tree, "choose"):
        yield {"key": key, "text": tree.choose, "leaf": True, "answer": answer, "parent": parent}
        return
    yield {"key": key, "text": tree.ask, "leaf": False, "answer": answer, "parent": parent}
    for index, branch in enumerate(tree.answers):
        yield from _nodes(branch.then, f"{key}{index}", branch.answer, key)


def _plain(text: str, catalog: Catalog) -> str:
    """Inline Markdown and roles -> plain words, for the drawing."""
    text = ROLE.sub(lambda match: _named(match, catalog), text)
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    return re.sub(r"[*`_]", "", text)


def _named(match: re.Match, catalog: Catalog) -> str:
    if match["role"] == "svc":
        return catalog.services[match["id"]].name
    number = catalog.numbers[match["id"]]
    return f"{number.value} {number.unit or ''}".strip()


def _wrap(text: str, width: int = 24) -> str:
    lines = [""]
    for word in text.replace('"', "'").split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\\n".join(lines)


def _outdated(root: Path, name: str, text: str) -> Iterator[tuple[Path, Theme, str]]:
    """(path, theme, stamp) of each copy whose source is not what it was drawn from."""
    for theme in THEMES:
        digest = hashlib.sha256(f"{text}\0{theme}\0{_D2_OPTIONS}".encode()).hexdigest()[:16]
        stamp = f"<!-- drawn from {digest} -->\n"
        path = root / FOLDER / f"{name}-{theme.name}.svg"
        current = path.read_text("utf-8") if path.is_file() else ""
        if not current.endswith(stamp):
            yield path, theme, stamp


def _write(path: Path, stamp: str, svg: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(svg.rstrip() + "\n" + stamp, "utf-8")


def _d2(text: str, theme: Theme, name: str) -> str:
    binary = Path(sys.executable).with_name("d2")
    command = [binary, *_D2_OPTIONS, "--theme", str(theme.d2_theme), "-", "-"]
    # The page's own ground shows through, in both themes.
    text = f"style.fill: transparent\n{text}"
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise FigureError(f"{FOLDER / name}.d2: {done.stderr.strip()}")
    return done.stdout


def _plot(source: Path, theme: Theme) -> str:
    import io

    import matplotlib
    from matplotlib import pyplot

    matplotlib.use("svg")
    palette = theme.palette
    settings = {
        # Ids and dates that do not change make the same picture the same bytes.
        "svg.hashsalt": source.stem,
        "svg.fonttype": "path",
        "font.family": "DejaVu Sans",
        "font.size": 10,
        "text.color": palette.text,
        "axes.labelcolor": palette.text,
        "axes.edgecolor": palette.muted,
        "axes.titlecolor": palette.text,
        "xtick.color": palette.muted,
        "ytick.color": palette.muted,
        "grid.color": palette.grid,
        "axes.facecolor": "none",
        "figure.facecolor": "none",
        "savefig.transparent": True,
        "legend.frameon": False,
        "axes.spines.top": False,
        "axes.spines.right": False,
    }
    spec = importlib.util.spec_from_file_location(f"figure_{source.stem}".replace("-", "_"), source)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with matplotlib.rc_context(settings):
        figure = module.draw(palette)
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": None})
        pyplot.close(figure)
    svg = buffer.getvalue()
    return svg[svg.index("<svg") :]


def main() -> int:
    """Draw everything that is out of date."""
    from .site import load_site

    root = Path.cwd()
    written = draw_diagrams(root, load_site(root).catalog) + draw_plots(root)
    print(f"{len(written)} pictures drawn" if written else "all pictures are up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
