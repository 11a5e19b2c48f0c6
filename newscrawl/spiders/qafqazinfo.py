"""Qafqazinfo."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class QafqazinfoSpider(FeedSpider, ListingSpider):
    """Qafqazinfo, Baku, in Azerbaijani: a feed of 100 items, numbered categories.

    All entries of the feed have the same guid, and their texts break off in mid word. The pager
    is Yii's, which hides the link to the next page on the last one, but does not leave it out.
    """

    name = "qafqazinfo"
    allowed_domains = ["qafqazinfo.az"]
    facts = Facts("high", 2026)
    outlet = Outlet("Qafqazinfo", "AZ", "Asia/Baku", (Edition("az"),), own_names=("Qafqazinfo.az",))
    ways = ("feed", "listing")
    article_url = r"https?://(?:www\.)?qafqazinfo\.az/news/detail/(?P<key>[^/]+)/?"
    feeds = ("https://qafqazinfo.az/rss",)
    listings = ("https://qafqazinfo.az/news/category/iqtisadiyyat-4",)
    next_page = "ul.yiiPager li.next:not(.hidden) a"
    selectors = ArticleSelectors(
        headline=".panel-body h1",
        date=".news-time time",
        body=".panel-body.news_text",
        without=(".rek_banner", "h1", ".news-time"),
    )
    old_selectors = ArticleSelectors(date="time[datetime]")
