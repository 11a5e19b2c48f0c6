"""Report.az."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class ReportAzSpider(FeedSpider, ListingSpider):
    """Report, a news agency in Baku: a feed of 30 items for each of three languages.

    Addresses have a section and a slug but no number. Sections go on by a script that is not
    known; their first page is read. The date is in one list item and the time in the next.
    """

    name = "report_az"
    allowed_domains = ["report.az"]
    facts = Facts("high", 2026, doubt="which other sections there are; some networks get a 403")
    outlet = Outlet(
        "Report.az",
        "AZ",
        "Asia/Baku",
        (Edition("az"), Edition("en", ("en",)), Edition("ru", ("ru",))),
        own_names=("Report", "Report News Agency"),
    )
    ways = ("feed", "listing")
    article_url = (
        r"https?://(?:www\.)?report\.az/(?:(?P<edition>en|ru)/)?"
        r"(?!(?:en|ru|rss|amp|tags?|search|author)/)[a-z0-9-]+/(?P<key>[a-z0-9-]+)/?"
    )
    feeds = ("https://report.az/{prefix}rss/",)
    listings = ("https://report.az/iqtisadiyyat-xeberleri",)
    teasers = TeaserSelectors(link="div.index-post-block a.news__item::attr(href)")
    selectors = ArticleSelectors(
        headline="h1.section-title",
        date="ul.news__date",
        body="div.news-detail__desc",
    )
