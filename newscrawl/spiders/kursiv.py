"""Kursiv."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class KursivSpider(WordPressSpider):
    """Kursiv, Almaty, business news on WordPress: the day is in every address.

    The Russian edition has no prefix. Kursiv's Uzbek site has a host of its own.
    """

    name = "kursiv"
    allowed_domains = ["kz.kursiv.media"]
    facts = Facts("medium", 2026, doubt="the interface and the feeds of kk and en are inferred")
    outlet = Outlet(
        "Kursiv",
        "KZ",
        "Asia/Almaty",
        (Edition("ru"), Edition("kk", ("kk",)), Edition("en", ("en",))),
        own_names=("Kursiv Media", "Kursiv.media", "Курсив"),
    )
    article_url = (
        r"https?://kz\.kursiv\.media/(?:(?P<edition>kk|en)/)?"
        r"\d{4}-\d\d-\d\d/(?P<key>[^/]+)(?P<tail>/)?"
    )
    site = "https://kz.kursiv.media/"
    feeds = ("https://kz.kursiv.media/{prefix}feed/",)
