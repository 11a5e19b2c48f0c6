"""Outlets whose site is WordPress (https://developer.wordpress.org/rest-api/reference/posts/)."""

from typing import ClassVar
from urllib.parse import urlencode

from newscrawl.base_spiders.endpoint import EndpointFields, EndpointSpider
from newscrawl.base_spiders.feed import FeedSpider
from newscrawl.base_spiders.listing import ListingSpider, TeaserSelectors
from newscrawl.selectors import ArticleSelectors

BATCH = 50
"""The interface allows 100; half of it keeps an answer under a few megabytes."""

_FIELDS = "link,title,date_gmt,content,jetpack_featured_media_url"


class WordPressSpider(FeedSpider, EndpointSpider, ListingSpider):
    """Reads what every WordPress offers: a feed, an interface to its posts, numbered listings.

    The interface may be closed to strangers; that is a failed listing, and the other ways go on.
    """

    site: ClassVar[str]
    """Its address with a slash at the end; see :meth:`OutletSpider.addresses`."""

    ways: ClassVar[tuple[str, ...]] = ("feed", "endpoint")
    full_text_feed = True

    # ListingSpider
    page_url = "{listing}/page/{page}/"
    teasers = TeaserSelectors(card="article, .hentry, .post, .td_module_wrap, .jeg_post")

    # EndpointSpider
    endpoint_batch = BATCH
    endpoint_fields = EndpointFields(
        items="@",
        link="link",
        headline="title.rendered",
        utc_date="date_gmt",
        body="content.rendered",
        image="jetpack_featured_media_url",
    )

    old_selectors = ArticleSelectors(
        headline=("h1.entry-title", "h1.post-title", "h1.tdb-title-text", "h1.jeg_post_title"),
        date=(
            "time.entry-date.published::attr(datetime)",
            "time.entry-date::attr(datetime)",
            ".jeg_meta_date",
        ),
        byline=(".td-post-author-name a", ".entry-author-name", ".author.vcard a"),
        body=(".td-post-content", "div.entry-content", ".jeg_main_content .content-inner"),
        tags=(".td-tags a", ".jeg_post_tags a", ".entry-tags a", "a[rel=tag]"),
        without=(
            ".sharedaddy",
            ".jp-relatedposts",
            ".wp-block-embed",
            "[class*=inline_related]",
            ".jeg_post_tags",
        ),
    )

    def __init_subclass__(cls) -> None:
        """Derive the addresses of ``site`` that the outlet does not name itself."""
        super().__init_subclass__()
        if "site" in cls.__dict__:
            cls.feeds = cls.__dict__.get("feeds", (f"{cls.site}feed/",))
            query = urlencode({"per_page": BATCH, "_fields": _FIELDS}, safe=",")
            posts = f"{cls.site}wp-json/wp/v2/posts?{query}&page={{page}}"
            cls.endpoints = cls.__dict__.get("endpoints", (posts,))
