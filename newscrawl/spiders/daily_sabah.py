"""Daily Sabah."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class DailySabahSpider(FeedSpider, ListingSpider):
    """Daily Sabah, Istanbul: a feed of 46 items over all sections, and the sections themselves.

    Addresses of articles and of sub-sections have one shape; those of articles end with
    ``/news``, have the day in them (long ago), or a slug of four words at least. Byline, city and
    time are spans of one line; the city may be missing.
    """

    name = "daily_sabah"
    allowed_domains = ["dailysabah.com"]
    facts = Facts("medium", 2026, doubt="byline and printed date from old reports; paging unknown")
    outlet = Outlet("Daily Sabah", "TR", "Europe/Istanbul", (Edition("en"),), own_names=("DS",))
    ways = ("feed", "listing")
    article_url = (
        r"https?://www\.dailysabah\.com/(?=.*(?:/news|(?:-[a-z0-9]+){3})$|.*/\d{4}/\d\d/\d\d/)"
        r"(?:[a-z-]+/){1,2}(?:\d{4}/\d\d/\d\d/)?(?P<key>(?!news$)[a-z0-9-]+)(?P<tail>/news)?"
    )
    feeds = ("https://www.dailysabah.com/rss/homepage.xml",)
    listings = (
        "https://www.dailysabah.com/turkey",
        "https://www.dailysabah.com/politics",
        "https://www.dailysabah.com/business/economy",
        "https://www.dailysabah.com/world",
    )
    selectors = ArticleSelectors(headline="h1.main_page_title", body="div.article_body")
    old_selectors = ArticleSelectors(
        date="//div[contains(@class, 'left_mobile_details')]/span[last()]",
        byline="//div[contains(@class, 'left_mobile_details')]/span[1]",
    )
