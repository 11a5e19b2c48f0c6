"""Azatutyun."""

from dataclasses import replace

from scrapy.http import TextResponse

from newscrawl.base_spiders import RferlSpider
from newscrawl.items import Article, Edition, Facts, Outlet
from newscrawl.languages import language_of

_LANGUAGES = ("hy", "en", "ru")


class AzatutyunSpider(RferlSpider):
    """Azatutyun, the Armenian service of RFE/RL: Armenian at the root, English and Russian too.

    The languages share one host and one form of address, so all has Armenian identities and the
    script of a text tells its language. Which sections there are is not known: the front page is
    read.
    """

    name = "azatutyun"
    allowed_domains = ["azatutyun.am"]
    facts = Facts("medium", 2026, doubt="the feed was discovered, its reach is not known")
    outlet = Outlet(
        "Azatutyun",
        "AM",
        "Asia/Yerevan",
        (Edition("hy"),),
        own_names=("RFE/RL", "RFE/RL's Armenian Service", "Ազատություն", "Радио Азатутюн"),
    )
    article_url = r"https?://(?:www\.)?azatutyun\.am/a/(?:[^/]+/)?(?P<key>\d+)(?P<tail>\.html)"
    feeds = ("https://www.azatutyun.am/api/",)
    listings = ("https://www.azatutyun.am/",)
    page_url = ""

    def amend(self, article: Article, response: TextResponse) -> Article:
        """Tell the language by the script: addresses do not."""
        language = language_of(article.body or "", article.language, _LANGUAGES)
        return replace(article, language=language)
