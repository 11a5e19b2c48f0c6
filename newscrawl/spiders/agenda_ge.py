"""Agenda.ge."""

from newscrawl.base_spiders import ArticleSelectors, ScrollSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class AgendaGeSpider(ScrollSpider):
    """Agenda.ge, Tbilisi, in English: two lists, which a script fills with cards and page numbers.

    Without a browser they may show nothing. Articles are numbered anew each year; links to them
    may end in ``#gsc.tab=0``.
    """

    name = "agenda_ge"
    allowed_domains = ["agenda.ge"]
    facts = Facts(
        "medium", 2026, doubt="selectors are of 2022; the Georgian edition's addresses are unknown"
    )
    outlet = Outlet("Agenda.ge", "GE", "Asia/Tbilisi", Edition.marked("en"))
    ways = ("listing", "scroll")
    article_url = r"https?://(?:www\.)?agenda\.ge/(?P<edition>en)/news/(?P<key>\d{4}/\d+)/?"
    listings = ("https://agenda.ge/en/news/news", "https://agenda.ge/en/news/politics")
    teasers = TeaserSelectors(card="a.node-teaser-title", link="./@href")
    endless = "ul.pagination"
    old_selectors = ArticleSelectors(
        headline="h1.node-title",
        date="div.node-time",
        body="div.row.bodytext div.col-md-12",
    )
