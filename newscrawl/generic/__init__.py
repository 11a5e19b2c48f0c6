"""The body of a page that nobody has described."""

from collections.abc import Container
from dataclasses import dataclass

from lxml.html import HtmlElement

from newscrawl.generic.furniture import Furniture
from newscrawl.generic.guide import Guide, marked_up_paragraphs
from newscrawl.generic.page import Page
from newscrawl.generic.prune import teaser_share
from newscrawl.generic.reader import read_page
from newscrawl.generic.select import body_lines

__all__ = ["Body", "Furniture", "body_paragraphs", "read_body"]

_ENOUGH = 400
_LEAST_CONFIDENCE = 0.1


@dataclass(frozen=True)
class Body:
    """What was found on a page. A page without an article may have paragraphs too: look at the
    confidence."""

    paragraphs: list[str]
    """In reading order, as :func:`newscrawl.text.paragraphs` writes them."""

    confidence: float
    """0 to 1: how much of the paragraphs is sentences, how near they come to the length of an
    article, and how few of them are teasers. Articles are mostly above 0.8, galleries and
    section fronts below 0.2."""

    path: str | None
    """XPath of the element that holds all of them but a standfirst; None if they are the
    ``articleBody`` of the markup or there are none."""

    @property
    def of_article(self) -> list[str]:
        """The paragraphs, or none if the page shows no article."""
        return self.paragraphs if self.confidence >= _LEAST_CONFIDENCE else []


def body_paragraphs(
    root: HtmlElement,
    *,
    headline: str | None = None,
    summary: str | None = None,
    article_body: str | None = None,
    furniture: Container[str] = frozenset(),
) -> list[str]:
    """Return the paragraphs of the article on a page; none if it shows no article.

    The parameters are those of :func:`read_body`.
    """
    body = read_body(
        root,
        headline=headline,
        summary=summary,
        article_body=article_body,
        furniture=furniture,
    )
    return body.of_article


def read_body(
    root: HtmlElement,
    *,
    headline: str | None = None,
    summary: str | None = None,
    article_body: str | None = None,
    furniture: Container[str] = frozenset(),
) -> Body:
    """Return the body of the article on a page, with its standfirst and subheads.

    The tree is not changed. Any tree has an answer; of a huge one the beginning is read.

    :param headline: as the page's markup has it; tells this article from others on the page.
    :param summary: the standfirst, likewise.
    :param article_body: the ``articleBody`` of the page's markup, plain or HTML. It leads to
        the text, and stands in for it where the page shows less than half.
    :param furniture: paragraphs that other pages of the outlet have too.
    """
    page = read_page(root)
    if not page.lines:
        told = marked_up_paragraphs(article_body or "")
        return Body(told, 1.0 if told else 0.0, None)
    guide = Guide.of(headline, summary, article_body)
    lines, best = body_lines(page, guide, furniture)
    found = [page.lines[index].text for index in lines]
    least = max(_ENOUGH, 2 * sum(map(len, found)))
    if article_body and len(article_body) > least:
        told = marked_up_paragraphs(article_body)
        if sum(map(len, told)) > least:
            return Body(told, 1.0, None)
    path = root.getroottree().getpath(page.boxes[best].element) if found else None
    return Body(found, _confidence(page, lines, best), path)


def _confidence(page: Page, lines: list[int], best: int) -> float:
    size = sum(page.lines[index].size for index in lines)
    if not size:
        return 0.0
    prose = sum(page.lines[index].size for index in lines if page.lines[index].is_prose)
    return min(1.0, prose / _ENOUGH) * prose / size * (1 - teaser_share(page, best))
