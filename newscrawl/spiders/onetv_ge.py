"""1TV."""

from newscrawl.base_spiders import ArticleSelectors, EndpointFields, EndpointSpider
from newscrawl.items import Edition, Facts, Outlet


class OnetvGeSpider(EndpointSpider):
    """First Channel of Georgian Public Broadcaster: the endpoint that its news page asks.

    There is no feed. Titles in the answer may be percent-encoded, so they are not taken.
    """

    name = "onetv_ge"
    allowed_domains = ["1tv.ge"]
    facts = Facts(
        "medium",
        2024,
        doubt="article addresses and batch size are inferred; the English edition's are unknown",
    )
    outlet = Outlet(
        "1TV", "GE", "Asia/Tbilisi", (Edition("ka"),), own_names=("პირველი არხი", "1tv.ge")
    )
    ways = ("endpoint",)
    article_url = r"https?://(?:www\.)?1tv\.ge/news/(?P<key>[^/]+)/?"
    endpoints = (
        "https://1tv.ge/wp-json/listing/all/news?offset={offset}&lang=ge&post_type=news&topic=",
    )
    endpoint_fields = EndpointFields(link="post_permalink")
    old_selectors = ArticleSelectors(
        headline="div[class*='article-title']",
        date="div.article-date",
        body="div[class*='article-intro']",
    )
