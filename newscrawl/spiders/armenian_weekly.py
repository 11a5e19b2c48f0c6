"""The Armenian Weekly."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class ArmenianWeeklySpider(WordPressSpider):
    """The Armenian Weekly, a paper of the diaspora in Watertown: the day is in every address."""

    name = "armenian_weekly"
    allowed_domains = ["armenianweekly.com"]
    facts = Facts("low", 2026, doubt="the site software and the zone are inferred; feed not tried")
    outlet = Outlet(
        "The Armenian Weekly",
        "US",
        "America/New_York",
        (Edition("en"),),
        own_names=("Armenian Weekly", "Weekly Staff", "Armenian Weekly Staff"),
    )
    article_url = (
        r"https?://(?:www\.)?armenianweekly\.com"
        r"/(?P<key>\d{4}/\d{2}/\d{2}/[a-z0-9-]+)(?P<tail>/)?"
    )
    site = "https://armenianweekly.com/"
