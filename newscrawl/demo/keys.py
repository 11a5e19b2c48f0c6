"""What an article is called by, and what follows from that alone."""

from dataclasses import dataclass

from newscrawl.demo.lexicon import Lexicon
from newscrawl.demo.text_en import ENGLISH
from newscrawl.demo.text_hy import ARMENIAN
from newscrawl.demo.text_ru import RUSSIAN

LEXICONS: dict[str, Lexicon] = {
    lexicon.language: lexicon for lexicon in (RUSSIAN, ENGLISH, ARMENIAN)
}
LANGUAGES = tuple(LEXICONS)

PERIOD = 3 * 60
"""After this many indexes editions, sections and wire copies come in the same order again."""

_SECTIONS_IN_TURN = (0, 1, 2, 0, 3, 1, 4, 0, 5, 1, 6, 0)
_SHARED_EVERY, _SHARED_FIRST = 9, 4


@dataclass(frozen=True)
class Key:
    """One article: the story *index*, or its wire copy in the Armenian edition."""

    index: int
    copied: bool = False

    @property
    def language(self) -> str:
        """Of the text."""
        return LANGUAGES[self.index % 3]

    @property
    def edition(self) -> str:
        """Language of the edition that it appears in."""
        return "hy" if self.copied else self.language

    @property
    def section(self) -> int:
        return _SECTIONS_IN_TURN[self.index // 3 % len(_SECTIONS_IN_TURN)]

    @property
    def is_shared(self) -> bool:
        """Whether the other two of its group tell the same story."""
        return not self.copied and is_shared(self.index)


def is_shared(index: int) -> bool:
    """Whether a group tells one story; one of which the parts would come at different moments
    does not."""
    return index >= 0 and index // 3 % _SHARED_EVERY == _SHARED_FIRST


def story_number(key: Key) -> int:
    """Return the number of the story: the same for all of a group that shares one."""
    return key.index - key.index % 3 if is_shared(key.index) else key.index
