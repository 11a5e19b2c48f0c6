"""Where the walk of a listing ends, and what is known of the listing then."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b

from newscrawl.arguments import CrawlArguments
from newscrawl.items import GONE, Teaser
from newscrawl.middlewares.resuming import Resumption
from newscrawl.storage import ArticleStore, Bookmark, PageVersion
from newscrawl.walks import Walk

_AS_BEFORE = ("known", "unchanged")
"""Why a walk ends where nothing was found that the one before it had not."""

OUT_OF_BUDGET = "max_articles"
"""Why a walk ends that would have gone on but for ``max_articles``."""

_LEADING = ("front", "robots")
"""Ways of pages that are read for the listings they lead to."""


@dataclass
class _Progress:
    """How far one walk has come."""

    pages: set[bytes] = field(default_factory=set)
    """Digests of the pages seen, to notice a listing that repeats itself for ever."""

    empty: int = 0
    """How many pages without an article came one after the other."""

    failed: bool = False

    resumption: Resumption | None = None


class Walks:
    """The walks of one run."""

    def __init__(
        self,
        outlet: str,
        run: int,
        arguments: CrawlArguments,
        *,
        max_pages: int,
        max_empty_pages: int,
    ) -> None:
        self.outlet = outlet
        self.run = run
        self.arguments = arguments
        self.max_pages = max_pages
        self.max_empty_pages = max_empty_pages
        self.progress: dict[str, _Progress] = {}

    @property
    def _reads_all(self) -> bool:
        """Whether what is known says nothing of what is to be read."""
        return self.arguments.refetch or self.arguments.fill_gaps

    def why_to_end(self, store: ArticleStore, walk: Walk, teasers: Sequence[Teaser]) -> str | None:
        """Return why nothing is to be expected of the pages after this one, or None.

        ``repeats`` (it was seen in this walk before), ``empty`` (so were the pages before it),
        ``bound``, or as :meth:`why_behind`.

        :param teasers: those of the page, in its order.
        """
        progress = self._progress(walk)
        pages = progress.pages
        progress.empty = 0 if teasers else progress.empty + 1
        if walk.newest_first and progress.empty > self.max_empty_pages:
            return "empty"
        digest = blake2b("\n".join(t.id for t in teasers).encode(), digest_size=8).digest()
        if walk.newest_first and digest in pages and (teasers or not walk.by_day):
            return "repeats"
        pages.add(digest)
        if walk.page >= self.max_pages:
            return "bound"
        return self.why_behind(store, walk, teasers) if walk.newest_first else None

    def read(
        self, store: ArticleStore, walk: Walk, teasers: Sequence[Teaser], url: str, *, now: datetime
    ) -> Bookmark | None:
        """Note that *walk* has read the page at *url*, whose *teasers* are in the ledger; return
        where it goes on if the pages that follow were read by a walk that was cut short."""
        if self._reads_all or self.arguments.until or not walk.newest_first:
            return None
        progress = self._progress(walk)
        if progress.resumption is None:
            before = store.bookmark(walk.listing)
            is_enough = before is not None and _covers(before.since, self.arguments.since)
            progress.resumption = Resumption(before if is_enough else None)
        resumption = progress.resumption
        ids = [t.id for t in teasers if not self.arguments.outside(t.date)]
        if not resumption.connects(store, walk, ids):
            progress.failed = True
        elif not resumption.is_whole(walk):
            return resumption.next_page(store, walk, ids)
        elif walk.page > 1 and not progress.failed:
            since = self.arguments.since
            store.put_bookmark(
                Bookmark(walk.listing, self.outlet, self.run, walk.page, url, since, now)
            )
        return None

    def why_behind(self, store: ArticleStore, walk: Walk, teasers: Sequence[Teaser]) -> str | None:
        """Return why *teasers* lie behind the line up to which the listing is to be read:
        ``older than since``, or ``known``; None if they do not."""
        if {self.arguments.outside(teaser.date) for teaser in teasers} == {"older than since"}:
            return "older than since"
        if self._reads_all or not teasers:
            return None
        before = store.walk(walk.listing)
        if before is None or not _covers(before.since, self.arguments.since):
            return None
        ids = [teaser.id for teaser in teasers]
        return "known" if store.all_listed(ids, by=before.ended_at) else None

    def why_not_on(self, store: ArticleStore, walk: Walk) -> str | None:
        """Return why neither the page that *walk* has come to nor any after it need be read,
        for what is said of their last change: as :meth:`why_behind`; or None."""
        since = self.arguments.since
        if walk.changed_before is None:
            return None
        if since and walk.changed_before < since:
            return "older than since"
        before = store.walk(walk.listing)
        if self._reads_all or before is None or not _covers(before.since, since):
            return None
        return "known" if walk.changed_before < _began(store, before.run) else None

    def version_read(self, store: ArticleStore, walk: Walk, url: str) -> PageVersion | None:
        """Return the version of the page that *walk* has come to, if nothing is to be expected
        of it, nor of those after it, while it is that version still; else None."""
        if self._reads_all or self.arguments.until or walk.way in _LEADING:
            return None
        if walk.newest_first and walk.page > 1:
            return None
        before = store.walk(walk.listing)
        if before is None or not _covers(before.since, self.arguments.since):
            return None
        # Who read it later, and did not come to the end, has left what comes after it.
        return store.page_version(url, by=before.run if walk.newest_first else None)

    def fail(self, store: ArticleStore, walk: Walk, reason: str) -> None:
        """Note that a page of *walk* could not be read."""
        progress = self._progress(walk)
        progress.failed = True
        if reason == GONE and progress.resumption and progress.resumption.has_skipped:
            store.drop_bookmark(walk.listing)

    def end(self, store: ArticleStore, walk: Walk, why: str, *, now: datetime) -> None:
        """Note that *walk* has ended and how far back the listing is known now.

        Unless a part of it is missing: then the next walk has to come this way again.
        """
        progress = self.progress.pop(walk.listing, _Progress())
        if progress.failed or why == OUT_OF_BUDGET:
            return
        if self.arguments.until:
            return  # what is newer was left out, and would not be looked for again
        since = self._known_since(store, walk, why)
        store.finish_walk(
            walk.listing, self.outlet, self.run, since=since, pages=walk.page, now=now
        )

    def _progress(self, walk: Walk) -> _Progress:
        return self.progress.setdefault(walk.listing, _Progress())

    def _known_since(self, store: ArticleStore, walk: Walk, why: str) -> datetime | None:
        """Return since when all articles of the listing are in the ledger; None for all."""
        asked = self.arguments.since
        before = store.walk(walk.listing)
        if asked and before and asked > _began(store, before.run):
            return asked  # what lies between that run and `since` was left out
        if not walk.newest_first:
            return before.since if before and _covers(before.since, asked) else asked
        if why not in (*_AS_BEFORE, "older than since"):
            return None
        if before and (why in _AS_BEFORE or _covers(before.since, asked)):
            return before.since
        return asked


def _began(store: ArticleStore, run: int) -> datetime:
    """Return when *run* began: what changed later it may have missed."""
    found = store.run(run)
    return found.started_at if found else datetime.min.replace(tzinfo=UTC)


def _covers(since: datetime | None, asked: datetime | None) -> bool:
    """Tell whether a walk back to *since* went as far back as *asked*; None is the end."""
    return since is None or (asked is not None and since <= asked)
