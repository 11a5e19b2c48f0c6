"""The Astana Times."""

from dataclasses import replace

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class AstanaTimesSpider(WordPressSpider):
    """The Astana Times, a paper in Astana, in English: a feed, and what WordPress offers.

    One line holds author, section and day: ``By … in … on …``; pages state no date for machines.
    """

    name = "astana_times"
    allowed_domains = ["astanatimes.com"]
    facts = Facts("medium", 2026, doubt="that it is WordPress, and its interface, are inferred")
    outlet = Outlet(
        "The Astana Times", "KZ", "Asia/Almaty", (Edition("en"),), own_names=("Staff Report",)
    )
    ways = ("feed", "endpoint")
    article_url = r"https?://(?:www\.)?astanatimes\.com/(?P<key>\d{4}/\d{2}/[a-z0-9-]+)/?"
    site = "https://astanatimes.com/"
    full_text_feed = False  # not known; an excerpt must not pass for the text
    old_selectors = replace(
        WordPressSpider.old_selectors,
        section="//*[starts-with(normalize-space(), 'By ') and string-length() < 200]"
        "//a[contains(@href, '/category/')]",
    )
