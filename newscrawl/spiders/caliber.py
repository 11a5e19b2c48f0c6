"""Caliber.Az."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ScrollSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class CaliberSpider(FeedSpider, ScrollSpider):
    """Caliber.Az, Baku: news and analysis on the South Caucasus in three languages.

    The feed mixes the languages. Sections are linked from the front page of each edition;
    some of their lists grow when scrolled and end in "loading" until nothing is left. English
    articles are signed in the last paragraph of the text, then the outlet's name stands alone.
    """

    name = "caliber"
    allowed_domains = ["caliber.az"]
    facts = Facts("high", 2026, doubt="sections, tags, and addresses of the Armenian edition")

    # OutletSpider
    outlet = Outlet(
        "Caliber.Az",
        country="AZ",
        timezone="Asia/Baku",
        editions=(
            Edition("ru"),
            Edition("en", marks=("en",)),
            # Its links are labelled `arm`; the other two are guesses for the day that is gone.
            Edition("hy", marks=("arm", "hy", "am")),
        ),
        own_names=("Caliber",),
        attribution="Use of materials only with a hyperlink to Caliber.Az.",
    )
    ways = ("feed", "listing", "scroll")
    article_url = (
        r"https?://(?:[a-z0-9-]+\.)?caliber\.az/(?:(?P<edition>[a-z]{2,3})/)?post/(?P<key>[^/]+)/?"
    )
    selectors = ArticleSelectors(
        headline=(".post .post_title", ".post h1"),
        date=".post .post_time",
        section=".post .post_categoty",  # spelled so in the site's own markup
        body=".post .post_body",
        tags=".post a[href*='/tag/']",
        summary="meta:is([name=description], [property='og:description'])::attr(content)",
        image=(".post .post_cover::attr(style)", "meta[property='og:image']::attr(content)"),
        alternates="//a[normalize-space() = 'ru' or . = 'en' or . = 'arm']/@href",
        without=(
            ".post_body :is(ins, .ad, .ads, .banner)",
            ".post_body :is([class*=advert], [class*=reklam], [class*=banner])",
            # Left behind by text that was pasted from a chat tool.
            "//p[descendant-or-self::*/@data-testid]",
            "//p[descendant-or-self::*/@*[contains(., 'conversation-turn')]]",
            "//p[descendant-or-self::*/@*[contains(., 'text-token-text-primary')]]",
        ),
        noise=r"(?:Просмотров|Views|Դիտումներ)\s*[:՝]?\s*\d+|Caliber\.Az|реклама"
        r"|(?:Read also|Читайте также|Կարդացեք նաև)\s*[:՝].*",
    )

    # FeedSpider
    feeds = ("https://caliber.az/rss.xml",)

    # ListingSpider
    listings = ("https://caliber.az/{prefix}",)
    section_links = "a[href*='/category/']"
    teasers = TeaserSelectors(
        card="[class~=float_block]", date=".float_block_time", section=".float_block_category"
    )

    # ScrollSpider
    endless = ".loading"
