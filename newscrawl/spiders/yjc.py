"""YJC."""

from newscrawl.base_spiders import IranSamanehSpider
from newscrawl.items import Edition, Facts, Outlet


class YjcSpider(IranSamanehSpider):
    """YJC, young journalists' club in Tehran: one feed of everything in Persian."""

    name = "yjc"
    allowed_domains = ["yjc.ir", "yjc.news"]
    facts = Facts("high", 2020, doubt="that the feeds answer, above all the English one")
    outlet = Outlet(
        "YJC",
        "IR",
        "Asia/Tehran",
        Edition.marked("fa", "en"),
        own_names=("باشگاه خبرنگاران جوان", "Young Journalists Club"),
    )
    mirrors = {"yjc.news": "yjc.ir"}
    article_url = (
        r"https?://(?:www\.)?yjc\.ir/(?P<edition>fa|en)/news/(?P<key>\d+)(?P<tail>/[^/]+)?/?"
    )
    feeds = ("https://www.yjc.ir/{mark}/rss/allnews",)
