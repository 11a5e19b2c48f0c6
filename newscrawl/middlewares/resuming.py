"""Where the reading of a listing goes on that an earlier run was cut short in."""

import logging
from collections.abc import Sequence

from newscrawl.storage import ArticleStore, Bookmark
from newscrawl.walks import Walk

logger = logging.getLogger(__name__)


class Resumption:
    """One walk, and how far the one before it has come, if that did not come to the end.

    It begins with the first page, for what is new. As soon as a page shows nothing but what the
    one before has read, that is not read once more: the walk goes on at the page where the other
    one ended. What was published meanwhile has moved articles to later pages, so that both
    overlap; where they do not, the listing is another by now and is read from its beginning.

    :param before: None if nothing is known that could be built on.
    """

    def __init__(self, before: Bookmark | None) -> None:
        self.before = before
        self.has_skipped = False

    def next_page(self, store: ArticleStore, walk: Walk, ids: Sequence[str]) -> Bookmark | None:
        """Return where to go on after this page in place of the page that follows, or None.

        :param ids: the articles of the page that are not left out.
        """
        before = self.before
        if before is None or not ids or walk.page + 1 >= before.page:
            return None
        if store.sighted(walk.listing, ids, by=before.read_at) < len(ids):
            return None
        self.has_skipped = True
        return before

    def connects(self, store: ArticleStore, walk: Walk, ids: Sequence[str]) -> bool:
        """Tell whether nothing is missing between this page and those that were skipped before it;
        if something is, forget how far the listing was read."""
        before = self.before
        if before is None or not self.has_skipped or walk.page != before.page or walk.by_day:
            return True
        if ids and store.sighted(walk.listing, ids, by=before.read_at):
            return True
        logger.warning(
            "%s: page %d shows nothing of what it did; the next run reads the listing anew",
            walk.listing,
            walk.page,
        )
        store.drop_bookmark(walk.listing)
        return False

    def is_whole(self, walk: Walk) -> bool:
        """Tell whether all pages up to this one were read, by this walk or the one before."""
        return self.before is None or walk.page >= self.before.page
