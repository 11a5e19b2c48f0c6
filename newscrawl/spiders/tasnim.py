"""Tasnim."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class TasnimSpider(ListingSpider):
    """Tasnim, news agency in Tehran, English edition: the front page.

    It has three hosts, and cannot be reached from many networks; no feed of it answered.
    """

    name = "tasnim"
    allowed_domains = ["tasnimnews.com", "tasnimnews.org", "tasnimnews.ir"]
    facts = Facts("medium", 2026, doubt="the form of the printed date; addresses name the day")
    outlet = Outlet(
        "Tasnim", "IR", "Asia/Tehran", Edition.marked("en"), own_names=("Tasnim News Agency",)
    )
    ways = ("listing",)
    mirrors = {"tasnimnews.org": "tasnimnews.com", "tasnimnews.ir": "tasnimnews.com"}
    article_url = (
        r"https?://(?:www\.)?tasnimnews\.com/(?P<edition>en)/news/\d{4}/\d\d/\d\d"
        r"/(?P<key>\d+)(?P<tail>/[^/]+)?/?"
    )
    listings = ("https://www.tasnimnews.com/en",)
    selectors = ArticleSelectors(
        headline="article.single-news .title",
        date=("article.single-news .time", "article.single-news time"),
        body="article.single-news div.story",
        tags="article.single-news .tags li",
        section="article.single-news li.service",
        summary="article.single-news .lead",
        without=(".jwplayer", ".hideTag"),
    )
