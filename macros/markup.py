"""Small repairs to the theme's markup, so that every page is valid and accessible HTML.

Each goes when Material (or its successor) no longer needs it.
"""

import re

_REPAIRS = (
    # autocomplete is not defined for checkboxes and radio buttons
    (re.compile(r'(<input\b[^>]*\btype="(?:checkbox|radio)"[^>]*?) autocomplete="off"'), r"\1"),
    # an empty tabindex is no number
    (re.compile(r' tabindex=""'), ""),
    # a dialog needs a name
    (
        re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>'),
        r'\1 aria-label="Search">',
    ),
    # sections with an index page are named by a label without text; their title stands inside
    (
        re.compile(
            r'(<nav class="md-nav" data-md-level="\d+") aria-labelledby="[^"]+"'
            r'([^>]*>\s*<label class="md-nav__title"[^>]*>\s*<span class="md-nav__icon md-icon"></span>\s*)'
            r"([^<]+?)(\s*</label>)"
        ),
        r'\1 aria-label="\3"\2\3\4',
    ),
)


def repaired(html: str) -> str:
    """A whole page's HTML with the repairs applied."""
    for pattern, replacement in _REPAIRS:
        html = pattern.sub(replacement, html)
    if 'id="__toc"' not in html:  # on pages outside the navigation its label points nowhere
        html = html.replace(' for="__toc"', "")
    return html
