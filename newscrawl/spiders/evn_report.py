"""EVN Report."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class EvnReportSpider(WordPressSpider):
    """EVN Report, a magazine in Yerevan in English: WordPress, refused to some networks."""

    name = "evn_report"
    allowed_domains = ["evnreport.com"]
    facts = Facts("low", 2026, doubt="the site software is inferred; the feed was refused to some")
    outlet = Outlet(
        "EVN Report", "AM", "Asia/Yerevan", (Edition("en"),), own_names=("EVN Report Team",)
    )
    article_url = (
        r"https?://(?:www\.)?evnreport\.com"
        r"/(?!(?:tag|category|author|page|wp-[a-z]+)/)[a-z-]+/(?!feed/)(?P<key>[a-z0-9-]+)(?P<tail>/)?"
    )
    site = "https://evnreport.com/"
