"""Banker.az."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class BankerAzSpider(WordPressSpider):
    """Banker.az, Baku, on banks and business, in Azerbaijani, on WordPress.

    Slugs keep the letters of Azerbaijani, percent-encoded.
    """

    name = "banker_az"
    allowed_domains = ["banker.az"]
    facts = Facts("medium", 2026, doubt="the interface is inferred; any slug is taken for a story")
    outlet = Outlet(
        "Banker.az", "AZ", "Asia/Baku", (Edition("az"),), own_names=("Banker", "Bankeraz")
    )
    article_url = r"https?://(?:www\.)?banker\.az/(?!wp-)(?P<key>[^/.]+(?:-[^/.]+)+)(?P<tail>/)?"
    site = "https://banker.az/"
