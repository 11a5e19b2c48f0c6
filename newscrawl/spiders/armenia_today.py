"""Armenia Today."""

from dataclasses import replace

from scrapy.http import TextResponse

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Article, Edition, Facts, Outlet
from newscrawl.languages import language_of

_LANGUAGES = ("hy", "en", "ru")


class ArmeniaTodaySpider(FeedSpider):
    """Armenia Today, Yerevan: a feed that the site names; its article pages are not known.

    Nor are the languages of the feed: all has Armenian identities and the script of a text tells
    its language.
    """

    name = "armenia_today"
    allowed_domains = ["armeniatoday.am"]
    facts = Facts("low", 2026, doubt="addresses and languages are not known, the feed was not read")
    outlet = Outlet(
        "Armenia Today", "AM", "Asia/Yerevan", (Edition("hy"),), own_names=("Armeniatoday",)
    )
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?armeniatoday\.am/(?!(?:[a-z]{2}/)?(?:feed|tag|category|author|page)\b)"
        r"(?:[^/]+/)*(?P<key>(?![a-z]{2}/?$)[^/]+)(?P<tail>/)?"
    )
    feeds = ("https://armeniatoday.am/feed/",)

    def amend(self, article: Article, response: TextResponse) -> Article:
        """Tell the language by the script: addresses do not."""
        language = language_of(article.body or "", article.language, _LANGUAGES)
        return replace(article, language=language)
