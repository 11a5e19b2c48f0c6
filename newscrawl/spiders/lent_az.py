"""Lent.az."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class LentAzSpider(ListingSpider):
    """Lent.az, Baku, in Azerbaijani: the front page and the pages its pager leads to.

    No feed and no section are known. Pictures in lists and the one above the story carry the
    date on them; adverts stand among the cards.
    """

    name = "lent_az"
    allowed_domains = ["lent.az"]
    facts = Facts("medium", 2026, doubt="the end of addresses, that the front page has the cards")
    outlet = Outlet("Lent.az", "AZ", "Asia/Baku", (Edition("az"),), own_names=("Lent",))
    ways = ("listing",)
    article_url = (
        r"https?://(?:www\.)?lent\.az/(?:[^/]+/)*xeber/(?:[^/]+/)*(?P<key>[^/]*[\d-][^/]*)/?"
    )
    listings = ("https://lent.az/",)
    next_page = "ul.pagination a[rel=next]"
    teasers = TeaserSelectors(card=".item[id^='news_'][data-id]", date=".item_head a.overlay span")
    selectors = ArticleSelectors(
        headline="#content.left_column h1.news_title",
        date=".news_img .overlay span",
        body=(".news_content", ".news_text", ".article_content", ".news_body"),
        without=(".news_title", ".news_img", ".rek_item"),
    )
    old_selectors = ArticleSelectors(body="#content.left_column .text", without=(".rek_item",))
