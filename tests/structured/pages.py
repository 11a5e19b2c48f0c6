"""Pages made of the few elements that a test is about."""

import json

from lxml.html import document_fromstring

from newscrawl.structured import Structured

URL = "https://www.harbour-post.example/port/flood-gates/"


def page(head: str = "", body: str = "<p>.</p>", *, url: str = URL, lang: str = "") -> Structured:
    markup = f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"
    return Structured(document_fromstring(markup), url)


def ld(*values: object) -> str:
    """JSON-LD scripts, one a value; a string is written as it is."""
    return "".join(
        f'<script type="application/ld+json">'
        f"{value if isinstance(value, str) else json.dumps(value)}</script>"
        for value in values
    )


def article(**fields: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
