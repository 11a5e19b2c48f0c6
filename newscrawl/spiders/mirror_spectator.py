"""The Armenian Mirror-Spectator."""

from newscrawl.base_spiders import ArticleSelectors, TeaserSelectors, WordPressSpider
from newscrawl.items import Edition, Facts, Outlet

_SIGNED = (
    "//*[contains(@class, 'td-post-content')]"
    "/p[starts-with(normalize-space(), 'By ') and string-length() < 60]"
)


class MirrorSpectatorSpider(WordPressSpider):
    """The Armenian Mirror-Spectator, Watertown: WordPress with a list of all it has published.

    Where the printed author is the paper itself, the text tells who wrote it in a paragraph that
    begins with "By". The list has some 1550 pages.
    """

    name = "mirror_spectator"
    allowed_domains = ["mirrorspectator.com"]
    facts = Facts("medium", 2025, doubt="the zone is inferred; feed and interface were not tried")
    outlet = Outlet(
        "The Armenian Mirror-Spectator",
        "US",
        "America/New_York",
        (Edition("en"),),
        own_names=("Armenian Mirror-Spectator", "Mirror-Spectator", "Mirror Spectator"),
    )
    ways = ("feed", "endpoint", "listing")
    article_url = (
        r"https?://(?:www\.)?mirrorspectator\.com"
        r"/(?P<key>\d{4}/\d{2}/\d{2}/[a-z0-9-]+)(?P<tail>/)?"
    )
    site = "https://mirrorspectator.com/"
    listings = ("https://mirrorspectator.com/archives/",)
    teasers = TeaserSelectors(link="a[rel=bookmark]::attr(href)")
    selectors = ArticleSelectors(
        byline=(_SIGNED, ".td-post-author-name a"),
        body=".td-post-content",
        without=(_SIGNED, *WordPressSpider.old_selectors.without),
    )
