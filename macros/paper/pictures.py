"""Pictures as WeasyPrint can draw them: formulas as SVG, diagrams without masks.

Everything stays vector.
"""

from __future__ import annotations

import functools
import re
from base64 import b64encode
from pathlib import Path

import ziamath
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
_FORMULA_SIZE = 15  # CSS pixels: as large as the text around it
_DIAGRAM_SCALE = 0.6  # brings D2's labels of 16 pixels to 7 points
# Each of D2's diagrams brings its own cut of Source Sans, which is the book's font too.
_OWN_FONT = re.compile(r"@font-face \{[^}]*\}")
_FONT_NAME = re.compile(r'font-family: "d2-\d+-font-(regular|bold|italic)"')
_BOOK_FONT = {
    "regular": "font-family: Book",
    "bold": "font-family: Book; font-weight: 700",
    "italic": "font-family: Book; font-style: italic",
}


def as_uri(svg: str) -> str:
    """An SVG as an address, so that a book is one file."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


@functools.lru_cache(maxsize=2_000)
def formula(mathml: str) -> str:
    """MathML -> the address of its drawing. WeasyPrint knows no MathML.

    It draws a symbol by turning it into a picture within the picture. Among definitions that
    picture stays unseen when the formula is drawn again.
    """
    root = etree.fromstring(ziamath.Math(mathml, size=_FORMULA_SIZE).svg())
    definitions = etree.Element(f"{{{SVG}}}defs")
    definitions.extend(root.findall(f"{{{SVG}}}symbol"))
    root.insert(0, definitions)
    return as_uri(etree.tostring(root, encoding="unicode"))


@functools.lru_cache(maxsize=500)
def drawing(path: Path) -> str:
    """An SVG file -> the address of the same drawing for paper.

    D2 masks its lines where a label stands. WeasyPrint paints the mask itself, so a white
    rectangle under each label does the same. Diagrams all have labels of one size.
    """
    tree = etree.fromstring(path.read_bytes())
    if tree.find(f"{{{SVG}}}svg[@class]") is not None:  # D2 nests its drawing
        for side in ("width", "height"):
            tree.set(side, f"{float(tree.get(side)) * _DIAGRAM_SCALE:.0f}")
        for style in tree.iter(f"{{{SVG}}}style"):
            style.text = _FONT_NAME.sub(lambda name: _BOOK_FONT[name[1]], _OWN_FONT.sub("", style.text))
    for mask in tree.findall(f".//{{{SVG}}}mask"):
        holes = [r for r in mask if r.get("fill") == "black"]
        for element in tree.xpath("//*[@mask]"):
            del element.attrib["mask"]
        parent = mask.getparent()
        parent.remove(mask)
        for label in parent.iter(f"{{{SVG}}}text"):
            hole = next((h for h in holes if _covers(h, label)), None)
            if hole is not None:
                hole.set("fill", "white")
                label.addprevious(hole)
                holes.remove(hole)
    return as_uri(etree.tostring(tree, encoding="unicode"))


def _covers(rectangle: etree._Element, label: etree._Element) -> bool:
    """Whether a label's anchor, the middle of its first line, lies in a rectangle."""
    x, y, width, height = (float(rectangle.get(name)) for name in ("x", "y", "width", "height"))
    at_x, at_y = float(label.get("x", "-inf")), float(label.get("y", "-inf"))
    return x <= at_x <= x + width and y <= at_y <= y + height
