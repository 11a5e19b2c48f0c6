"""IRNA."""

from newscrawl.base_spiders import NastoohSpider
from newscrawl.items import Edition, Facts, Outlet


class IrnaSpider(NastoohSpider):
    """IRNA, Tehran: feeds with whole texts and news sitemaps on a host per language.

    Slow, or not to be reached, from many networks.
    """

    name = "irna"
    allowed_domains = ["irna.ir"]
    facts = Facts("medium", 2026, doubt="the English sitemap; article pages as on sister sites")
    outlet = Outlet(
        "IRNA",
        "IR",
        "Asia/Tehran",
        (Edition("en", ("en",)), Edition("fa", ("www", ""))),
        own_names=("IRNA", "ایرنا", "Islamic Republic News Agency"),
    )
    ways = ("feed", "sitemap")
    full_text_feed = True
    article_url = (
        r"https?://(?:(?P<edition>en|www)\.)?irna\.ir/news/(?P<key>\d+)(?P<tail>/[^/]+)?/?"
    )
    feeds = ("https://{mark}.irna.ir/rss",)
    sitemaps = ("https://{mark}.irna.ir/sitemap/news/sitemap.xml",)
