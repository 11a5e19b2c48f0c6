"""AKIpress."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class AkipressSpider(FeedSpider, ListingSpider):
    """AKIpress, an agency in Bishkek: English at a .com with a feed, Russian at an .org.

    The Russian feed answers readers of feeds alone. The list for telephones prints the hour of a
    story without its day, which is another at midnight; so it is not taken.
    """

    name = "akipress"
    allowed_domains = ["akipress.com", "akipress.org"]
    facts = Facts(
        "medium", 2026, doubt="addresses of Russian articles inferred, their date unknown"
    )
    outlet = Outlet(
        "AKIpress",
        "KG",
        "Asia/Bishkek",
        (Edition("en"), Edition("ru", ("org",))),
        own_names=("AKIPRESS.COM", "АКИpress", "Tazabek", "Turmush"),
    )
    ways = ("feed", "listing")
    article_url = (
        r"https?://(?:[a-z]+\.)?akipress\.(?:com|(?P<edition>org))/"
        r"news:(?P<key>\d+)(?P<tail>:[^/]+)?/?"
    )
    feeds = ("https://akipress.com/rss/",)
    listings = ("https://m.akipress.org/",)
    teasers = TeaserSelectors(card=".simple-news-row")
    selectors = ArticleSelectors(body=("div.article-detail", "div.news_in", "div.article-text"))
