"""What a page offers to who wants to crawl its site, and knows nothing of it.

Every finder returns what it found with the reason, so that a person can judge it.
"""

from newscrawl.discovery.articles import LinkGroup, article_groups, article_links
from newscrawl.discovery.cards import card_day, card_of
from newscrawl.discovery.editions import EditionLink, edition_links, language_in_address
from newscrawl.discovery.feeds import Source, feed_guesses, feeds, names_section
from newscrawl.discovery.links import Link, host_of, links_of, on_site
from newscrawl.discovery.pagers import NextPage, next_pages
from newscrawl.discovery.patterns import article_pattern
from newscrawl.discovery.shapes import Shape, shape_of

__all__ = [
    "EditionLink",
    "Link",
    "LinkGroup",
    "NextPage",
    "Shape",
    "Source",
    "article_groups",
    "article_links",
    "article_pattern",
    "card_day",
    "card_of",
    "edition_links",
    "feed_guesses",
    "feeds",
    "host_of",
    "language_in_address",
    "links_of",
    "names_section",
    "next_pages",
    "on_site",
    "shape_of",
]
