"""APA."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class ApaSpider(FeedSpider, ListingSpider):
    """APA, a news agency in Baku: feeds of 50 items, numbered sections on a host per language.

    ``apa.az/en/rss`` answers with a page; the English feed is on the English host. Tables of
    rates, weather and jobs stand among the articles in lists.
    """

    name = "apa"
    allowed_domains = ["apa.az"]
    facts = Facts("high", 2026, doubt="the Russian edition's host is unknown")
    outlet = Outlet("APA", "AZ", "Asia/Baku", (Edition("az"), Edition("en", ("en",))))
    ways = ("feed", "listing")
    article_url = (
        r"https?://(?:(?P<edition>en)\.)?apa\.az"
        r"/(?!rates|weather-forecast|currency|jobs)[a-z-]+/[a-z0-9-]+-(?P<key>\d+)"
    )
    feeds = ("https://apa.az/rss", "https://en.apa.az/rss")
    listings = (
        "https://apa.az/economy",
        "https://en.apa.az/social",
        "https://en.apa.az/asia",
        "https://en.apa.az/europe",
        "https://en.apa.az/america",
    )
    page_url = "{listing}?page={page}"
    teasers = TeaserSelectors(link="a.item::attr(href)")
    selectors = ArticleSelectors(
        headline="h2.title_news",
        date=("span.date", "div.date"),
        body=(".texts.mb-site", "div.news_content.mt-site"),
        image="div.main_img img::attr(src)",
        without=(".rek_banner", ".links_block", ".AdviadNativeVideo"),
    )
