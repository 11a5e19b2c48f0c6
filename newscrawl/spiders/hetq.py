"""Hetq."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class HetqSpider(FeedSpider, ListingSpider):
    """Hetq, investigative journalists in Yerevan: feeds and the news page of each edition.

    Where an article has its date and its author is not known; feeds have the date.
    """

    name = "hetq"
    allowed_domains = ["hetq.am"]
    facts = Facts("medium", 2026, doubt="article pages; feed and news page of all but two editions")
    outlet = Outlet(
        "Hetq",
        "AM",
        "Asia/Yerevan",
        Edition.marked("hy", "en", "ru"),
        own_names=("Հետք", "Хетк", "Hetq Online"),
    )
    ways = ("feed", "listing")
    article_url = r"https?://(?:www\.)?hetq\.am/(?P<edition>hy|en|ru)/article/(?P<key>\d+)/?"
    feeds = ("https://hetq.am/{mark}/rss",)
    listings = ("https://hetq.am/{mark}/news", "https://hetq.am/{mark}")
    teasers = TeaserSelectors(
        card="a.news-item[href*='/article/']", link="./@href", headline=".content-block h4"
    )
    # The container of the text, which would leave these out, is not known.
    selectors = ArticleSelectors(
        noise=r"If you found a typo you can notify us .*|Write a comment|բեռնվում է\W*"
    )
