"""The Times of Central Asia."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class TimesOfCentralAsiaSpider(WordPressSpider):
    """The Times of Central Asia, Bishkek, in English: a feed, and what WordPress offers.

    Articles stand at the root of the site; slugs of one or two words are other pages.
    """

    name = "times_of_central_asia"
    allowed_domains = ["timesca.com"]
    facts = Facts(
        "medium", 2026, doubt="WordPress, its interface, the zone and the length of slugs inferred"
    )
    outlet = Outlet(
        "The Times of Central Asia",
        "KG",
        "Asia/Bishkek",
        (Edition("en"),),
        own_names=("Times of Central Asia", "TCA", "Timesca"),
    )
    ways = ("feed", "endpoint")
    article_url = r"https?://(?:www\.)?timesca\.com/(?P<key>[a-z0-9]+(?:-[a-z0-9]+){2,})/?"
    site = "https://timesca.com/"
    full_text_feed = False  # not known; an excerpt must not pass for the text
