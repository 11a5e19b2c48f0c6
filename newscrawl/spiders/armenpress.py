"""Armenpress."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class ArmenpressSpider(ListingSpider):
    """Armenpress, the state news agency in Yerevan: numbered lists of all articles.

    Its feed addresses are gone or refused. Stories open with place, day and the agency's name.
    Addresses before the present site (``/eng/news/1``) are told as the same editions.
    """

    name = "armenpress"
    allowed_domains = ["armenpress.am"]
    facts = Facts("low", 2026, doubt="lists without a query are inferred; selectors of 2018")
    outlet = Outlet(
        "Armenpress",
        "AM",
        "Asia/Yerevan",
        (Edition("hy", ("hy", "arm")), Edition("en", ("en", "eng")), Edition("ru", ("ru", "rus"))),
        own_names=("ARMENPRESS", "Արմենպրես", "Арменпресс"),
    )
    ways = ("listing",)
    article_url = (
        r"https?://(?:www\.)?armenpress\.am"
        r"/(?P<edition>[a-z]{2,3})/(?:article|news)/(?P<key>\d+)/?"
    )
    listings = ("https://armenpress.am/{mark}/articles",)
    page_url = "{listing}?page={page}"
    old_selectors = ArticleSelectors(
        headline=".opennewstitle", date=".datetime", body="[itemprop=articleBody]"
    )
