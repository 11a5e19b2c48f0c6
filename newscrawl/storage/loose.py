"""What a JSON Lines file follows where no database is kept."""

from collections.abc import Collection, Sequence

from newscrawl.items import Article
from newscrawl.storage.exports import Position
from newscrawl.storage.lines import Text


class LooseArticles:
    """Articles on their way to a file, each id once: what the file has is left out.

    Keeps every id in memory.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._waiting: dict[int, Article] = {}

    def add(self, article: Article) -> None:
        """Let *article* be written unless its id was before.

        :raises ValueError: if it holds what UTF-8 cannot.
        """
        article.to_json().encode()
        if article.id not in self._numbers:
            self._waiting[self._number(article.id)] = article

    def revisions_after(self, seq: int, limit: int) -> Sequence[tuple[int, Article]]:
        """Return what waits; what has a number up to *seq* is written and waits no more."""
        for number in [number for number in self._waiting if number <= seq]:
            del self._waiting[number]
        return list(self._waiting.items())[:limit]

    def numbers(self, texts: Collection[Text]) -> dict[Text, int]:
        """Return a number for each of *texts*: all that is in the file counts as written."""
        return {text: self._number(text[0]) for text in texts}

    def position(self, path: str) -> Position | None:
        """Return None: nothing is remembered."""
        return None

    def record_position(self, path: str, position: Position) -> None:
        """Forget *position*."""

    def _number(self, id: str) -> int:
        return self._numbers.setdefault(id, len(self._numbers) + 1)
