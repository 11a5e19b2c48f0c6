"""Kavkazsky Uzel."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class KavkazUzelSpider(FeedSpider, ListingSpider):
    """Kavkazsky Uzel (Caucasian Knot), in Russian and, on a host of its own, English.

    Blocked in Russia, it has mirrors; an article has the same identity on each. A notice in
    capital letters, which the law on foreign agents asks for, stands above lists and stories.
    """

    name = "kavkaz_uzel"
    allowed_domains = ["kavkaz-uzel.eu", "kutest.org"]
    facts = Facts("medium", 2025, doubt="selectors of 2022; the zone is inferred; feed not tried")
    outlet = Outlet(
        "Kavkazsky Uzel",
        "RU",
        "Europe/Moscow",
        (Edition("ru"), Edition("en", ("eng",))),
        own_names=("Caucasian Knot", "Кавказский узел", "Кавказский Узел"),
    )
    ways = ("feed", "listing")
    mirrors = {"kutest.org": "kavkaz-uzel.eu"}
    article_url = (
        r"https?://(?:www\.)?(?:(?P<edition>eng)\.)?kavkaz-uzel\.eu"
        r"/articles/(?P<key>\d+)(?P<tail>/)?"
    )
    feeds = ("https://www.kavkaz-uzel.eu/articles.rss",)
    listings = ("https://www.eng.kavkaz-uzel.eu/rubric/10",)
    page_url = "{listing}?page={page}"
    old_selectors = ArticleSelectors(
        headline=".articles-body h1",
        body=".articles-body_contents",
        noise=r"(?-i:[^a-zа-яё]{60,})",
    )
