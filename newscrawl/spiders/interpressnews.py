"""InterPressNews."""

from typing import ClassVar

from newscrawl.base_spiders import (
    ArticleSelectors,
    EndpointFields,
    EndpointSpider,
    ListingSpider,
    TeaserSelectors,
)
from newscrawl.items import Edition, Facts, Outlet


class InterpressnewsSpider(ListingSpider, EndpointSpider):
    """InterPressNews, an agency in Tbilisi: the front page of each edition, then batches of more.

    There is no feed; ``/en/rss`` answers with a page. More is posted for with a form token.
    """

    name = "interpressnews"
    allowed_domains = ["interpressnews.ge"]
    facts = Facts(
        "medium",
        2026,
        doubt="article selectors are of 2020, the endpoint of 2022; its fields, its form's numbers "
        "and the Russian mark are inferred",
    )
    # The site (Django) compares the form's token with a cookie.
    custom_settings = {"COOKIES_ENABLED": True}
    outlet = Outlet(
        "InterPressNews",
        "GE",
        "Asia/Tbilisi",
        tuple(Edition(language, (language,)) for language in ("ka", "en", "ru")),
        own_names=("IPN", "ინტერპრესნიუსი", "Интерпрессньюс"),
    )
    ways = ("listing", "endpoint")
    article_url = (
        r"https?://(?:www\.)?interpressnews\.ge/(?P<edition>ka|en|ru)/article/"
        r"(?P<key>\d+)(?P<tail>-[^/]+)/?"
    )
    listings = ("https://www.interpressnews.ge/{prefix}",)
    teasers = TeaserSelectors(
        card=".lastnewsitem, .frontnewsitem.homepagearticles, .slideritem",
        link=":is(.lastnewstitle, .frontnewstitle, .slidertitle) a::attr(href)",
        date=".lastnewsdate, .frontnewsdate, .sliderdate_str",
    )
    endpoints = ("https://www.interpressnews.ge/{mark}/api/home/articles/",)
    endpoint_form: ClassVar[dict[str, str]] = {"page": "{page}", "loaded": "{offset}"}
    endpoint_form_page = "https://www.interpressnews.ge/ka/"
    endpoint_fields = EndpointFields(items="articles", link="url || link || absolute_url")
    old_selectors = ArticleSelectors(
        headline="h1.articletitle",
        date="div.articledate span",
        body="div.articlecontent_in",
        section="div.articlecatname a span",
    )
