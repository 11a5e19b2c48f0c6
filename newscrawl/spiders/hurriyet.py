"""Hürriyet."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet

_OPENING = (
    "(//*[contains(@class, 'readingTime')]//p)[1][string-length() < 90]"
    "[contains(., '(DHA)') or contains(., '(AA)') or contains(., '(İHA)')]"
)


class HurriyetSpider(FeedSpider):
    """Hürriyet, Istanbul: a feed of 70 items or more for each section.

    Texts open with a line such as ``Name/CITY,(DHA)``, which is taken for the byline it is.
    """

    name = "hurriyet"
    allowed_domains = ["hurriyet.com.tr"]
    facts = Facts("medium", 2026, doubt="shape of addresses")
    outlet = Outlet(
        "Hürriyet", "TR", "Europe/Istanbul", (Edition("tr"),), own_names=("hurriyet.com.tr",)
    )
    ways = ("feed",)
    article_url = r"https?://www\.hurriyet\.com\.tr/(?:[a-z0-9-]+/)+[a-z0-9-]+-(?P<key>\d{5,})"
    feeds = tuple(
        f"https://www.hurriyet.com.tr/rss/{section}"
        for section in ("anasayfa", "gundem", "ekonomi", "dunya", "spor")
    )
    full_text_feed = True
    selectors = ArticleSelectors(
        headline=".news-detail-title",
        byline=_OPENING,
        body=(".news-content.readingTime", ".news-content__inf"),
        without=(_OPENING,),
        noise=r"Haberin Devamı|.*Google['’]da Takip Edin.*|.*anında haberdar olun.*"
        r"|.*kaynak olarak ekleyin.*",
    )
    old_selectors = ArticleSelectors(date=".news-detail-text")
