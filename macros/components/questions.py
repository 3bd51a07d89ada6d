"""Practice questions, readable without a script."""

import hashlib

from markupsafe import Markup

from ..page import Page


def questions(page: Page, set_: str) -> Markup:
    """The questions of one set, each with the reason for every option."""
    return page.render("questions.html", entries=page.get("question_sets", set_), shuffled=shuffled)


def shuffled(items, key: str) -> list[tuple[int, object]]:
    """(position in the data, item), in an order that looks random and never changes."""
    pairs = list(enumerate(items))
    mixed = sorted(pairs, key=lambda pair: hashlib.sha256(f"{key}/{pair[0]}".encode()).digest())
    return mixed if mixed != pairs else pairs[1:] + pairs[:1]
