"""Ekho Kavkaza."""

from newscrawl.base_spiders import RferlSpider
from newscrawl.items import Edition, Facts, Outlet


class EkhoKavkazaSpider(RferlSpider):
    """Ekho Kavkaza, RFE/RL in Russian for the South Caucasus: an archive, closed on 2026-05-01.

    Nothing new appears. The front page is all of the way in that is known: the feeds' codes are
    not, and the search asks for a word.
    """

    name = "ekho_kavkaza"
    allowed_domains = ["ekhokavkaza.com"]
    facts = Facts("high", 2026, doubt="closed; what the front page still links is not known")
    outlet = Outlet(
        "Ekho Kavkaza",
        "GE",
        "Asia/Tbilisi",
        (Edition("ru"),),
        own_names=("Эхо Кавказа", "RFE/RL", "Радио Свобода"),
    )
    ways = ("listing",)
    article_url = r"https?://(?:www\.)?ekhokavkaza\.com/a/(?:[^/]+/)?(?P<key>\d+)(?P<tail>\.html)"
    listings = ("https://www.ekhokavkaza.com/",)
    page_url = ""
