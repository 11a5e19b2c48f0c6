"""Mehr News Agency."""

from newscrawl.base_spiders import NastoohSpider
from newscrawl.items import Edition, Facts, Outlet


class MehrSpider(NastoohSpider):
    """Mehr News Agency, Tehran: feeds with whole texts and news sitemaps on a host per language.

    Sometimes an error page titled ``خطایی رخ داده`` comes instead of the story.
    """

    name = "mehr"
    allowed_domains = ["mehrnews.com"]
    facts = Facts("medium", 2026, doubt="the English sitemap; article pages as on sister sites")
    outlet = Outlet(
        "Mehr News Agency",
        "IR",
        "Asia/Tehran",
        (Edition("en", ("en",)), Edition("fa", ("www", ""))),
        own_names=("Mehr News", "MNA", "خبرگزاری مهر", "مهر"),
        attribution="CC BY 4.0, with a link to Mehr News Agency.",
    )
    ways = ("feed", "sitemap")
    full_text_feed = True
    article_url = (
        r"https?://(?:(?P<edition>en|www)\.)?mehrnews\.com/news/(?P<key>\d+)(?P<tail>/[^/]+)?/?"
    )
    feeds = ("https://{mark}.mehrnews.com/rss",)
    sitemaps = ("https://{mark}.mehrnews.com/sitemap/news/sitemap.xml",)
