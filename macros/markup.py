"""What every whole page gets after the theme: repairs of its markup, safe links out, a security policy.

Each repair goes when Material (or its successor) no longer needs it.
"""

import base64
import functools
import hashlib
import re

_REPAIRS = (
    # autocomplete is not defined for checkboxes and radio buttons
    (re.compile(r'(<input\b[^>]*\btype="(?:checkbox|radio)"[^>]*?) autocomplete="off"'), r"\1"),
    # "edit" is no registered kind of link
    (re.compile(r' rel="edit"'), ""),
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

# A link to another origin; the quoted parts keep a ">" in an attribute from ending the tag.
_LINK_OUT = re.compile(
    r"""<a\b(?=(?:[^>"']|"[^"]*"|'[^']*')*?\shref\s*=\s*["']?\s*(?:https?:)?//)"""
    r"""(?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.IGNORECASE,
)
_REL = re.compile(r"""(\srel\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)

# What a page may load and run. A page reports nothing and names no other origin.
#
# style-src needs no 'unsafe-inline': Material's scripts set styles through the CSSOM, which the
# policy does not govern, and our components write none. A style attribute in a page would be
# ignored by the browser, so a test finds it.
#
# What remains: frame-ancestors and report-to have no effect in a <meta>; a host that can send
# headers should send "frame-ancestors 'none'" too. Material fills its search results by
# innerHTML, which rules out require-trusted-types-for; our worker escapes what it hands over,
# and a script that came through all the same would not run.
_POLICY = (
    "default-src 'self'",
    "script-src 'self'{scripts}",
    "style-src 'self'",
    "img-src 'self' data:",  # style sheets carry icons as data:
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)
_INLINE_SCRIPT = re.compile(r"<script\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</script>", re.DOTALL)
_ICON = re.compile(r'<link rel="icon" href="([^"]*)assets/images/favicon\.svg">')
_CHARSET = re.compile(r'<meta charset="[^"]*">')  # must stay among the first 1024 bytes


def repaired(html: str) -> str:
    """A whole page's HTML with the repairs applied."""
    for pattern, replacement in _REPAIRS:
        html = pattern.sub(replacement, html)
    if 'id="__toc"' not in html:  # on pages outside the navigation its label points nowhere
        html = html.replace(' for="__toc"', "")
    return _LINK_OUT.sub(_without_opener, html)


def installable(html: str) -> str:
    """A whole page's HTML with the link by which browsers install the site."""
    return _ICON.sub(r'\g<0><link rel="manifest" href="\1manifest.webmanifest">', html, count=1)


def guarded(html: str) -> str:
    """A whole page's HTML with its Content-Security-Policy.

    The theme's own inline scripts are allowed by their hashes. Scripts in the article are
    not: what pages do is in docs/assets/javascripts, so one there came in by mistake.
    """
    before, _, rest = html.partition("<article")
    _, _, after = rest.rpartition("</article>")
    hashes = {
        _hash(body)
        for attributes, body in _INLINE_SCRIPT.findall(before + after)
        # With src there is nothing inline; a block of JSON is data.
        if " src=" not in attributes and "application/json" not in attributes
    }
    policy = "; ".join(_POLICY).format(scripts="".join(f" '{each}'" for each in sorted(hashes)))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda charset: charset[0] + tag, html, count=1)


def _without_opener(link: re.Match[str]) -> str:
    """The link's tag, with noopener among its relations."""
    tag = link[0]
    rel = _REL.search(tag)
    if rel is None:
        return f'{tag[:2]} rel="noopener"{tag[2:]}'
    known = (rel[2] or rel[3] or rel[4] or "").split()
    if "noopener" in map(str.lower, known):
        return tag
    return f'{tag[: rel.start()]}{rel[1]}"{" ".join([*known, "noopener"])}"{tag[rel.end() :]}'


@functools.cache  # most pages have the same scripts
def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
