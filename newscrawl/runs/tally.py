"""What the articles of a run have, counted as they come."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from newscrawl.items import Article

FIELDS = (
    "headline",
    "date",
    "body",
    "section",
    "byline",
    "authors",
    "tags",
    "summary",
    "image",
)
"""The fields whose presence is counted."""

_SELECTED = ("css", "xpath")
_MINUTE = timedelta(minutes=1)


class Tally:
    """Counts articles; what it holds does not grow with their number.

    :param since: articles that were published after this moment count for how long it took until
        they were stored: before, they may have been there long unseen. None: none counts.
    """

    def __init__(self, since: datetime | None = None) -> None:
        self.since = since
        self.articles = 0
        self.fields: Counter[str] = Counter()
        self.selected: Counter[str] = Counter()
        """The fields that a selector of the outlet has found."""
        self.days: Counter[str] = Counter()
        """Articles by day of publication, in the outlet's zone."""
        self.newest: datetime | None = None
        """First publication of the newest; what claims to be of the future is left out."""
        self._minutes: Counter[int] = Counter()

    def add(self, article: Article, *, stored: bool, now: datetime) -> None:
        """Count *article*, which was stored *now*, or was read and not stored."""
        self.articles += 1
        self.fields.update(name for name in FIELDS if getattr(article, name))
        self.selected.update(name for name in FIELDS if article.evidence.get(name) in _SELECTED)
        date = article.date
        if not stored or date is None or date.tzinfo is None:
            return
        self.days[date.date().isoformat()] += 1
        if date <= now and (self.newest is None or self.newest < date):
            self.newest = date
        if self.since and self.since < date <= now and article.date_precision != "day":
            self._minutes[(now - date) // _MINUTE] += 1

    @property
    def latencies(self) -> Mapping[str, int]:
        """Minutes from publication to storage: ``median``, ``p90``, and ``articles``, of how many
        that is known; empty if of none.

        >>> Tally().latencies
        {}
        """
        count = self._minutes.total()
        if not count:
            return {}
        return {
            "articles": count,
            "median": self._quantile(0.5),
            "p90": self._quantile(0.9),
        }

    def _quantile(self, share: float) -> int:
        rank = share * self._minutes.total()
        for minutes, count in sorted(self._minutes.items()):
            rank -= count
            if rank <= 0:
                return minutes
        return max(self._minutes)
