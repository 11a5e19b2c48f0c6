"""A1+."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class A1PlusSpider(FeedSpider, ListingSpider):
    """A1+, Yerevan, in Armenian, Russian and English: a feed, and front pages.

    A list of some forty ``time`` stands before the story, so the first of a page is another
    story's; the story's own is empty without scripts and has its attribute. A story keeps its
    number in every language. Lists grow when scrolled; their first part is read.
    """

    name = "a1plus"
    allowed_domains = ["a1plus.am"]
    facts = Facts("medium", 2020, doubt="all is of 2020; English and front pages are inferred")
    outlet = Outlet(
        "A1+",
        "AM",
        "Asia/Yerevan",
        Edition.marked("hy", "ru", "en"),
        own_names=("A1plus", "A1+ News"),
    )
    ways = ("feed", "listing")
    article_url = r"https?://(?:www\.)?a1plus\.am/(?P<edition>hy|ru|en)/article/(?P<key>\d+)/?"
    feeds = ("https://a1plus.am/hy/rss",)
    listings = ("https://a1plus.am/{mark}",)
    teasers = TeaserSelectors(
        card="a.news-block.list", link="./@href", date="time::attr(datetime)", headline="h3"
    )
    old_selectors = ArticleSelectors(
        headline=".news-open-container .news-content-block h2",
        date=".news-open-container .date-block time::attr(datetime)",
        section=".article-share a",
        body=".news-open-container .news-content-block > p",
    )
