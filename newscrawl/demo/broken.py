"""Pages in other markup: broken in ways that a parser mends, or as after a redesign."""

import re

from newscrawl.demo.dice import Dice

CHALLENGE = """<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"></head>
<body><div class="main-wrapper"><h1>caliber.az</h1>
<p>Checking your browser before you go on. This takes a few seconds.</p>
<noscript>Enable JavaScript and cookies to continue</noscript></div>
<script>window._cf_chl_opt = {cType: "managed", cZone: "caliber.az"};</script></body></html>
"""

_CLASS = re.compile(r'class="post(?:_(\w+))?"')
_CLASSES = {
    None: "b-story",
    "categoty": "b-where",
    "title": "b-head",
    "time": "b-when",
    "cover": "b-picture",
    "body": "b-prose",
    "signature": "b-house",
    "tags": "b-words",
    "hits": "b-eyes",
}

_PARAGRAPH_END = re.compile(r"</p>(?=\n<p)")
_LAST_STRONG = re.compile(r"</strong>(?=</p>)")
_PARAGRAPH = re.compile(r"\n<p>(?=[^<])")


def broken(html: str, dice: Dice) -> str:
    """Return the article page *html* with unclosed, nested and stray tags and bare ampersands."""
    html = html.replace("&amp;", "&")
    if dice.one_in(2):
        html = _PARAGRAPH_END.sub("", html)
    else:
        # Inline elements end with their paragraph: only where that is closed may they stay open.
        html = _PARAGRAPH.sub("\n<p><p>", _LAST_STRONG.sub("", html))
    if dice.one_in(2):
        html = html.replace('<article class="post">', '</div></span>\n<article class="post">')
    if dice.one_in(2):
        html = html.replace("</body>", "").replace("</html>", "")
    return html


def renamed(html: str) -> str:
    """Return the article page *html* as after a redesign: with other classes."""
    return _CLASS.sub(lambda found: f'class="{_CLASSES.get(found[1], "b-other")}"', html)
