"""What outlets inherit: one base spider for each way into a site and each shared site software."""

from newscrawl.base_spiders.endpoint import EndpointFields, EndpointSpider
from newscrawl.base_spiders.feed import FeedSpider
from newscrawl.base_spiders.iransamaneh import IranSamanehSpider
from newscrawl.base_spiders.listing import ListingSpider, TeaserSelectors
from newscrawl.base_spiders.nastooh import NastoohSpider
from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.base_spiders.rferl import RferlSpider
from newscrawl.base_spiders.scroll import ScrollSpider
from newscrawl.base_spiders.sitemap import NewsSitemapSpider
from newscrawl.base_spiders.wordpress import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet
from newscrawl.selectors import ArticleSelectors

__all__ = [
    "ArticleSelectors",
    "Edition",
    "EndpointFields",
    "EndpointSpider",
    "Facts",
    "FeedSpider",
    "IranSamanehSpider",
    "ListingSpider",
    "NastoohSpider",
    "NewsSitemapSpider",
    "Outlet",
    "OutletSpider",
    "RferlSpider",
    "ScrollSpider",
    "TeaserSelectors",
    "WordPressSpider",
]
