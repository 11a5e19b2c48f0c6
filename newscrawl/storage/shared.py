"""One open store for all parts of a crawl."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime

from newscrawl.items import Article
from newscrawl.storage.articles import Saved
from newscrawl.storage.clusters import USUAL_RULES, StoryRules
from newscrawl.storage.store import ArticleStore
from newscrawl.storage.visits import NO_VISIT, Visit

_RECENT = 64


class SharedStore(ArticleStore):
    """The store behind a :class:`~newscrawl.storage.crawl_store.CrawlStore`.

    The file that follows it need not read back what was saved a moment ago.
    """

    def __init__(self, url: str) -> None:
        self.recent: deque[tuple[int, Article]] = deque(maxlen=_RECENT)
        super().__init__(url)

    def save(
        self,
        article: Article,
        *,
        now: datetime,
        visit: Visit = NO_VISIT,
        rules: StoryRules = USUAL_RULES,
    ) -> Saved:
        saved = super().save(article, now=now, visit=visit, rules=rules)
        if saved.outcome != "unchanged":
            self.recent.append((saved.seq, article))
        return saved

    def revisions_after(self, seq: int, limit: int) -> Sequence[tuple[int, Article]]:
        recent = [(number, article) for number, article in self.recent if number > seq][:limit]
        if recent and [number for number, _ in recent] == [*range(seq + 1, seq + 1 + len(recent))]:
            return recent
        return super().revisions_after(seq, limit)  # others have saved something meanwhile
