"""What is known of an article before its body is looked for."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HTMLParser, document_fromstring

from newscrawl.generic.page import Line
from newscrawl.text import paragraphs, plain, words

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_LEAST_BODY, _LONGEST_BODY = 250, 100_000
_LEAST_START = 20
_LONGEST_ENDING = 60


def normal(text: str) -> str:
    """Return the words of *text*, so that neither case nor typography tells two texts apart.

    >>> normal("Flood gates – “closed”")
    'flood gates closed'
    """
    return words(text).casefold()


def marked_up_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of an ``articleBody``, which may be plain text or (escaped) HTML.

    >>> marked_up_paragraphs("&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;&lt;p&gt;three")
    ['One two', 'three']
    >>> marked_up_paragraphs("One & two\\n\\nthree")
    ['One & two', 'three']
    """
    text = html.unescape(text)
    if not _MARKUP.search(text):
        return [line for line in map(plain, text.splitlines()) if line]
    page = f"<html><body><div>{text}</div></body></html>".encode(errors="replace")
    return paragraphs(document_fromstring(page, parser=HTMLParser(encoding="utf-8")))


@dataclass(frozen=True)
class Guide:
    """Headline, standfirst and ``articleBody`` as :func:`normal` writes them; ``""`` if unknown."""

    headline: str
    summary: str
    article_body: str
    """Empty if it is too short to guide; of a huge one the beginning."""

    @classmethod
    def of(cls, headline: str | None, summary: str | None, article_body: str | None) -> "Guide":
        body = _MARKUP.sub(" ", html.unescape((article_body or "")[:_LONGEST_BODY]))
        body = normal(body) if len(body) > _LEAST_BODY else ""
        return cls(normal(headline or ""), normal(summary or ""), body)

    def headlines(self, lines: Sequence[Line]) -> list[int]:
        """Return the indexes of the *lines* that are the headline, or differ from it by an ending
        such as a site's name."""
        least, most = min(_LEAST_START, len(self.headline)), len(self.headline) + _LONGEST_ENDING
        return [
            index
            for index, line in enumerate(lines)
            if least <= len(line.text) <= most and self.is_headline(line)
        ]

    def is_headline(self, line: Line) -> bool:
        text = normal(line.text)
        if text == self.headline:
            return bool(text)
        shorter, longer = sorted((text, self.headline), key=len)
        return len(shorter) >= _LEAST_START and longer.startswith(shorter)

    def is_summary(self, line: Line) -> bool:
        """Whether *line* and the standfirst are one text, or one begins the other."""
        text = normal(line.text)
        if min(len(text), len(self.summary)) < _LEAST_START:
            return False
        return text in self.summary or self.summary in text
