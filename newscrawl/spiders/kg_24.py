"""24.kg."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class Kg24Spider(FeedSpider, ListingSpider):
    """24.kg, an agency in Bishkek, in Russian, English and Kyrgyz: a feed, numbered lists.

    Lists print the hour of a story without its day, so it is not taken; past their end the last
    page repeats. Addresses of the Russian edition may name a section.
    """

    name = "kg_24"
    allowed_domains = ["24.kg"]
    facts = Facts("high", 2026, doubt="lists of the Russian and Kyrgyz editions are inferred")
    outlet = Outlet(
        "24.kg",
        "KG",
        "Asia/Bishkek",
        (Edition("ru"), Edition("en", ("english",)), Edition("ky", ("kyrgyzcha",))),
        own_names=("24.kg news agency", "ИА «24.kg»", "24.KG"),
    )
    ways = ("feed", "listing")
    article_url = (
        r"https?://(?:www\.)?24\.kg/(?:(?P<edition>english|kyrgyzcha)/|[a-z0-9_-]+/)?"
        r"(?P<key>\d+)(?P<tail>_[^/]+)/?"
    )
    feeds = ("https://24.kg/rss/",)
    listings = ("https://24.kg/{prefix}",)
    page_url = "{listing}/page_{page}/"
    teasers = TeaserSelectors(card="#newslist div.one", link=".title a::attr(href)")
    selectors = ArticleSelectors(headline="h1.newsTitle", body="div.cont", without=("ul.pwslider",))
    old_selectors = ArticleSelectors(headline="h1", date="span#article-link")
