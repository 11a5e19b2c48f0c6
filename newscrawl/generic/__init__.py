"""The body of a page that nobody has described."""

from collections.abc import Container
from dataclasses import dataclass

from lxml.html import HtmlElement

from newscrawl.generic.choose import Guide, choose
from newscrawl.generic.page import Page, read_page
from newscrawl.generic.prune import kept_lines


@dataclass(frozen=True)
class Body:
    paragraphs: list[str]
    confidence: float
    element_path: str


def body_paragraphs(
    root: HtmlElement,
    *,
    headline: str | None = None,
    summary: str | None = None,
    article_body: str | None = None,
    furniture: Container[str] = frozenset(),
) -> list[str]:
    page = read_page(root)
    if not page.lines or not page.boxes:
        return []
    guide = Guide.of(headline, summary, article_body)
    best, core = choose(page, guide)
    return [page.lines[i].text for i in kept_lines(page, best, core, guide, furniture)]
