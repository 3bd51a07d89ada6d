"""A PDF's last step: the same pages and tags in fewer bytes.

WeasyPrint writes each line of text as a structure element of its own and coordinates to a
millionth of a point. Both make up a third of a book.
"""

from __future__ import annotations

import re

import pydyf
from weasyprint.pdf.stream import Stream

# Elements that mean nothing by themselves (ISO 32000-1, 14.8.4.4 and 14.8.4.5).
_MEANINGLESS = ("/Span", "/NonStruct")
_PLAIN_KEYS = {"Type", "S", "K", "Pg", "P"}
_NUMBER = re.compile(rb"-?\d*\.\d{3,}")
_NO_KERNING = b">0<"  # between two glyphs; closing and opening the string moves nothing


def slim(pdf: pydyf.PDF) -> None:
    """Drop structure elements without a meaning and decimals nobody sees."""
    _lift_kids(pdf)
    for item in pdf.objects:
        if isinstance(item, Stream):  # drawing; fonts and images are streams of another class
            # As one text, for a million searches take longer than one.
            item.stream = [_short(b"\n".join(_bytes(part) for part in item.stream))]
        elif isinstance(item, dict) and "Rect" in item:  # of a link
            item["Rect"] = pydyf.Array(round(value, 2) for value in item["Rect"])


def _bytes(part: bytes | str | pydyf.Object) -> bytes:
    if isinstance(part, pydyf.Object):
        return part.data
    return part if isinstance(part, bytes) else str(part).encode()


def _short(drawn: bytes) -> bytes:
    return _NUMBER.sub(_rounded, drawn.replace(_NO_KERNING, b""))


def _rounded(number: re.Match[bytes]) -> bytes:
    """A hundredth of a unit for lengths, a ten-thousandth for factors; small factors stay exact."""
    value = float(number[0])
    if abs(value) < 0.1:
        return number[0]
    text = f"{value:.{2 if abs(value) >= 1 else 4}f}".rstrip("0").rstrip(".")
    return text.encode()


def _lift_kids(pdf: pydyf.PDF) -> None:
    """Give the content of meaningless elements to their parents."""
    elements = {
        item.reference: item
        for item in pdf.objects
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"
    }
    heirs: dict[bytes, bytes] = {}  # dropped element -> the one its content went to
    for reference, element in reversed(elements.items()):  # kids, which have higher numbers, first
        parent = elements.get(element["P"])
        plain = element["S"] in _MEANINGLESS and element.keys() <= _PLAIN_KEYS
        if not plain or parent is None or parent.get("Pg") != element["Pg"]:
            continue
        if reference not in parent["K"]:
            continue  # a margin's text, which is in no tree
        place = parent["K"].index(reference)
        parent["K"][place : place + 1] = element["K"]
        for kid in element["K"]:
            if kid in elements:
                elements[kid]["P"] = parent.reference
        heirs[reference] = parent.reference
        # A free entry of the cross-reference table: the numbers of the others are fixed by now.
        element.free, element.generation, element.number = "f", 65535, 0
    root = next(
        item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/StructTreeRoot"
    )
    numbers = next(item for item in pdf.objects if item.reference == root["ParentTree"])["Nums"]
    for place, entry in enumerate(numbers):
        if isinstance(entry, list):
            entry[:] = [_heir(heirs, reference) for reference in entry]
        elif isinstance(entry, bytes):
            numbers[place] = _heir(heirs, entry)


def _heir(heirs: dict[bytes, bytes], reference: bytes) -> bytes:
    while reference in heirs:
        reference = heirs[reference]
    return reference
