"""Medyascope."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class MedyascopeSpider(WordPressSpider):
    """Medyascope, Istanbul: WordPress, a feed of 12 items; many posts accompany a video."""

    name = "medyascope"
    allowed_domains = ["medyascope.tv"]
    facts = Facts("low", 2026, doubt="shape of addresses, interface; nothing is known of the pages")
    outlet = Outlet(
        "Medyascope", "TR", "Europe/Istanbul", (Edition("tr"),), own_names=("Medyascope.tv",)
    )
    article_url = r"https?://medyascope\.tv/\d{4}/\d\d/\d\d/(?P<key>[a-z0-9-]+)(?P<tail>/)?"
    site = "https://medyascope.tv/"
