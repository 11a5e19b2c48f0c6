"""PanARMENIAN.Net."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class PanarmenianSpider(ListingSpider):
    """PanARMENIAN.Net, Yerevan, in English, Russian and Armenian: the news page of each edition.

    Its feeds were on a host of their own, ``stickers``, last seen in 2019, and are not asked.
    The date stands inside the text, with the zone's old name (``AMT``); stories begin with the
    outlet's name in bold.
    """

    name = "panarmenian"
    allowed_domains = ["panarmenian.net"]
    facts = Facts("medium", 2019, doubt="all is of 2019; only the English news page was seen")
    outlet = Outlet(
        "PanARMENIAN.Net",
        "AM",
        "Asia/Yerevan",
        (Edition("en", ("eng",)), Edition("ru", ("rus",)), Edition("hy", ("arm",))),
        own_names=("PanARMENIAN", "ПанАРМЕНИАН.Нет"),
    )
    ways = ("listing",)
    article_url = (
        r"https?://(?:www\.)?panarmenian\.net"
        r"/(?P<edition>eng|rus|arm)/news/(?P<key>\d+)(?P<tail>/)?"
    )
    listings = ("https://www.panarmenian.net/{mark}/news/",)
    old_selectors = ArticleSelectors(
        headline="h1.article_title",
        date=".article_date",
        body="#article_block",
        without=(".article_date", "h1.article_title"),
    )
