"""Whether two records of one outlet can be versions of one article."""

from newscrawl.items import Article
from newscrawl.similarity.comparing import Likeness, copies, judged
from newscrawl.similarity.sketch import MIN_WORDS
from newscrawl.similarity.texts import Text
from newscrawl.text import normalised


def may_be_versions(old: Article, new: Article) -> bool:
    """Tell whether *old* may have become *new*: their text is one, edited at most; or they were
    published at the same time, and are alike or have the same headline.

    Two notices of one pattern are none of each other.
    """
    if old.content_hash is not None and old.content_hash == new.content_hash:
        return True
    a, b = Text(old.headline, old.body), Text(new.headline, new.body)
    if copies(a, b):
        return True
    if old.date is None or old.date != new.date:
        return False
    if old.headline and normalised(old.headline) == normalised(new.headline or ""):
        return True
    is_day = "day" in (old.date_precision, new.date_precision)
    enough = min(len(a.words), len(b.words)) >= MIN_WORDS
    return enough and not is_day and judged(Likeness.of(a, b)) is not None
