"""Code of others that the site ships is what its publisher released, unchanged."""

import re

import pytest

COPIES = {
    "minisearch.js": "minisearch/dist/umd/index.js",
    "iframe-worker.js": "iframe-worker/shim/index.js",
    "stemmer.js": "stemmer/index.js",
}


@pytest.mark.parametrize("copy", COPIES)
def test_copy_equals_the_release(root, copy):
    released = (root / "tests/web/node_modules" / COPIES[copy]).read_text("utf-8")
    # Only the pointer to a source map, which we do not ship, is left out.
    released = re.sub(r"//# sourceMappingURL=.*\n?", "", released)
    assert (root / "docs/assets/javascripts/vendor" / copy).read_text("utf-8") == released


def test_licenses_of_copies_are_named(root):
    text = (root / "docs/about/license.md").read_text("utf-8")
    assert all(
        name in text
        for name in ("MiniSearch", "stemmer", "iframe-worker", "Source Sans 3", "Source Code Pro")
    )
