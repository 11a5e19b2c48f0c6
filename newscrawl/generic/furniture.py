"""What the pages of one outlet repeat: mottos, prompts and notes that no single page gives away."""

from collections import OrderedDict
from collections.abc import Iterable
from hashlib import blake2b

from newscrawl.text import words

_OTHER_PAGES = 3
_SHARE = 0.25  # of the pages read; a background paragraph is on some, furniture on most
_LEAST = 25  # characters; shorter lines are repeated by chance


class Furniture:
    """Counts on how many pages of an outlet each paragraph was seen.

    :param most: paragraphs, and pages, that are remembered; what was not seen for the longest
        time is forgotten first. A page that comes again after that counts again.

    >>> furniture = Furniture(1000)
    >>> note = "The Lantern is written by its readers."
    >>> for page in "abc":
    ...     kept = furniture.without(page, [f"What page {page} says of the flood gates.", note])
    >>> kept[-1] == note
    True
    >>> furniture.without("d", ["The ferries wait until the morning.", note])
    ['The ferries wait until the morning.']
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._pages: OrderedDict[bytes, None] = OrderedDict()
        self._seen: OrderedDict[bytes, int] = OrderedDict()

    def without(self, page: str, paragraphs: list[str]) -> list[str]:
        """Return *paragraphs* without those that other pages have too, and count them.

        A paragraph is furniture if three other pages had it and a quarter of all that were read.
        If all paragraphs are, none is: the page is a copy.

        :param page: tells one page from another, e.g. the id of its article.
        """
        known = self._remember(page)
        least = max(_OTHER_PAGES, _SHARE * (len(self._pages) - 1))
        kept = []
        for paragraph, key in zip(paragraphs, map(_key, paragraphs), strict=True):
            if key is None or self._seen.get(key, 0) - known < least:
                kept.append(paragraph)
        self._count(filter(None, map(_key, paragraphs)), 0 if known else 1)
        return kept or paragraphs

    def _remember(self, page: str) -> bool:
        """Return whether *page* was read before."""
        key = blake2b(page.encode(errors="replace"), digest_size=8).digest()
        known = key in self._pages
        self._pages[key] = None
        self._pages.move_to_end(key)
        if len(self._pages) > self.most:
            self._pages.popitem(last=False)
        return known

    def _count(self, keys: Iterable[bytes], times: int) -> None:
        for key in dict.fromkeys(keys):
            self._seen[key] = self._seen.get(key, 0) + times
            self._seen.move_to_end(key)
        while len(self._seen) > self.most:
            self._seen.popitem(last=False)


def _key(paragraph: str) -> bytes | None:
    """Return what stands for *paragraph*, or None if it is too short to tell anything."""
    if len(paragraph) < _LEAST:
        return None
    return blake2b(words(paragraph).casefold().encode(), digest_size=8).digest()
