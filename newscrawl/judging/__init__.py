"""Whether a page is an article, and what it is if not."""

from newscrawl.judging.judge import NOT_AN_ARTICLE, TRANSIENT, why_no_article

__all__ = ["NOT_AN_ARTICLE", "TRANSIENT", "why_no_article"]
