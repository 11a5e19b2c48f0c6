"""Reads a page of the newsroom by plain rules, without the code that the crawler reads with."""

import re
import unicodedata
from typing import Any

from lxml.html import HtmlElement, HTMLParser, document_fromstring

_NOT_TEXT = (
    "ins|iframe|script|style"
    "|*[contains(concat(' ', @class, ' '), ' ad ')]|*[contains(@class, 'banner')]"
    "|*[contains(@class, 'advert')]|*[contains(@class, 'reklam')]"
    "|p[.//@data-testid or @data-testid]"
    "|p[descendant-or-self::*[contains(@class, 'conversation-turn')]]"
    "|p[descendant-or-self::*[contains(@class, 'text-token-text-primary')]]"
)
_NOISE = re.compile(
    r"(Views|Просмотров): \d+|Դիտումներ՝ \d+|Caliber\.Az|реклама"
    r"|(Read also:|Читайте также:|Կարդացեք նաև՝) .*"
)
_SIGNED = re.compile(r"(?:By|Автор:|Հեղինակ՝) (\w+ \w+(?:(?:, | and )\w+ \w+)?)")


def parse(html: bytes, encoding: str = "utf-8") -> HtmlElement:
    return document_fromstring(html, parser=HTMLParser(encoding=encoding))


def meta_charset(html: bytes) -> str:
    found = re.search(rb'<meta charset="([^"]+)"', html)
    assert found
    return found[1].decode()


def read(root: HtmlElement) -> dict[str, Any]:
    """Return the fields of the newsroom's truth that an article page shows."""
    paragraphs = _body(root.xpath("//div[@class='post_body']")[0])
    signed = _SIGNED.fullmatch(paragraphs[-1])
    byline = signed[1] if signed else None
    return {
        "url": root.xpath("//link[@rel='canonical']/@href")[0],
        "section": _text(root.xpath("//div[@class='post_categoty']")[0]),
        "headline": _text(root.xpath("//h1[@class='post_title']")[0]),
        "byline": byline,
        "authors": re.split(", | and ", byline) if byline else [],
        "body": "\n\n".join(paragraphs[:-1] if signed else paragraphs),
        "tags": [_text(link) for link in root.xpath("//div[@class='post_tags']/a")],
        "summary": root.xpath("//meta[@name='description']/@content")[0],
        "image": re.findall(r"url\('(.+)'\)", root.xpath("//div[@class='post_cover']/@style")[0])[
            0
        ],
        "alternates": {
            {"arm": "hy"}.get(link.text, link.text): link.get("href")
            for link in root.xpath("//div[@class='languages']/a[contains(@href, '/post/')]")
        },
    }


def links(root: HtmlElement) -> list[str]:
    """Return the addresses of the articles in a list, one a card."""
    return [
        card.xpath("a[@class='float_block_title']/@href")[0]
        for card in root.xpath("//div[@class='float_block']")
    ]


def _body(body: HtmlElement) -> list[str]:
    for rule in _NOT_TEXT.split("|"):
        for element in body.xpath(f".//{rule}"):
            element.drop_tree()
    for line_end in body.xpath(".//br"):
        line_end.tail = f"¶{line_end.tail or ''}"
    texts = [_text(element) for element in body.xpath(".//p|.//li|.//h2")]
    return [text for text in texts if text and not _NOISE.fullmatch(text)]


def _text(element: HtmlElement) -> str:
    text = " ".join(str(element.text_content()).split())
    return unicodedata.normalize("NFC", text.replace("¶", "\n").strip())
