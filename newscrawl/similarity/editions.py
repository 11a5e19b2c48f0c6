"""Which articles of one outlet tell one story in two languages: it may say so, words do not."""

from collections.abc import Container
from datetime import timedelta
from typing import Literal

from newscrawl.items import Article

Link = Literal["alternates", "image", "slug"]

_SLUG_LETTERS = 8
"""A shorter slug is a word that many stories may have."""


def same_story(
    a: Article, b: Article, *, within: timedelta, stock: Container[str] = ()
) -> Link | None:
    """Say what shows that *a* and *b* are one story in two languages, or None if nothing does.

    ``alternates``: one names the other's address, whenever either appeared. ``image``: they have
    the same lead picture. ``slug``: the outlet's own identity for both is the same, in words; a
    number may be counted for each language anew. The last two hold for articles that were
    published at most *within* of each other.

    :param stock: addresses of pictures that many articles have, such as an outlet's emblem.
    """
    if a.outlet != b.outlet or a.language == b.language:
        return None
    if b.url in a.alternates.values() or a.url in b.alternates.values():
        return "alternates"
    if not _are_near(a, b, within):
        return None
    if a.image and a.image == b.image and a.image not in stock:
        return "image"
    slug = _slug(a)
    return "slug" if slug and slug == _slug(b) else None


def _are_near(a: Article, b: Article, within: timedelta) -> bool:
    if a.date is None or b.date is None:
        return False
    if "day" in (a.date_precision, b.date_precision):
        within += timedelta(days=1)  # the time of a day is not known
    return abs(a.date - b.date) <= within


def _slug(article: Article) -> str:
    """Return what an id says behind outlet and language, or nothing if it is hardly a text."""
    slug = article.id.split(":", 2)[-1]
    return slug if sum(map(str.isalpha, slug)) >= _SLUG_LETTERS else ""
