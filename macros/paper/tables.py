"""Tables that fit a page: as they are, turned, or as one card for each row."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import DIV, DL, DT

WIDEST = 5  # columns that can be read on paper


def reflow(table: HtmlElement) -> None:
    """Turn a table that is too wide, or break it into cards.

    Tables whose cells span others stay as they are.
    """
    rows = [list(row.iter("th", "td")) for row in table.iter("tr")]
    if not rows or any(cell.get("colspan") or cell.get("rowspan") for row in rows for cell in row):
        return
    columns = max(map(len, rows))
    if columns <= WIDEST or any(len(row) != columns for row in rows):
        return
    if len(rows) <= WIDEST:
        _turn(table, rows)
    else:
        table.getparent().replace(table, _cards(rows, table.tail))


def _turn(table: HtmlElement, rows: list[list[HtmlElement]]) -> None:
    """Rows become columns."""
    attributes = dict(table.attrib)
    tail = table.tail
    table.clear()
    table.attrib.update(attributes)
    table.tail = tail
    head, body = table.makeelement("thead"), table.makeelement("tbody")
    table.extend((head, body))
    for number, column in enumerate(zip(*rows, strict=True)):
        row = table.makeelement("tr")
        (body if number else head).append(row)
        for place, cell in enumerate(column):
            cell.tag = "th" if (number == 0 or place == 0) and cell.text_content().strip() else "td"
            for name in ("scope", "role", "data-label"):
                cell.attrib.pop(name, None)
            if cell.tag == "th":
                cell.set("scope", "col" if number == 0 else "row")
            cell.tail = None
            row.append(cell)


def _cards(rows: list[list[HtmlElement]], tail: str | None) -> HtmlElement:
    """Each row as a list of "column: value" under its first cell."""
    head, *body = rows
    cards = DIV({"class": "paper-cards"})
    for first, *rest in body:
        pairs = DL()
        for label, cell in zip(head[1:], rest, strict=True):
            cell.tag = "dd"
            cell.attrib.clear()
            cell.tail = None
            pairs.extend((DT(label.text_content().strip()), cell))
        first.tag = "p"
        first.attrib.clear()
        first.set("class", "paper-cards__title")
        first.tail = None
        cards.append(DIV({"class": "paper-cards__card"}, first, pairs))
    cards.tail = tail
    return cards
