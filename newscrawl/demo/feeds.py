"""What the newsroom publishes for machines: feed, sitemaps, robots.txt."""

from email.utils import format_datetime
from html import escape

from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.links import Links

FEED_ITEMS = 50
SITEMAP_ADDRESSES = 1000

ROBOTS = f"""User-agent: *
Disallow: /search/
Disallow: /admin/

Sitemap: {SITE}/sitemap.xml
"""
ROBOTS_CLOSED = "User-agent: *\nDisallow: /\n"


def feed(newsroom: Newsroom, links: Links, size: int = FEED_ITEMS) -> str:
    """Return the newest articles of all editions as RSS 2.0."""
    items = []
    for key in newsroom.chronicle().part(0, size):
        story = newsroom.story(key)
        items.append(
            f"<item><title>{escape(story.headline, quote=False)}</title>"
            f"<link>{escape(links.listed(key, 'feed'))}</link>"
            f'<guid isPermaLink="true">{story.url}</guid>'
            f"<pubDate>{format_datetime(story.date)}</pubDate>"
            f"<description>{escape(story.summary, quote=False)}</description></item>"
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>Caliber.Az</title><link>{SITE}/</link>"
        "<description>Caliber.Az</description>\n" + "\n".join(items) + "\n</channel></rss>\n"
    )


def sitemap_index(newsroom: Newsroom) -> str:
    parts = -(-len(newsroom.chronicle()) // SITEMAP_ADDRESSES)
    maps = "\n".join(
        f"<sitemap><loc>{SITE}/sitemap-{number}.xml</loc></sitemap>"
        for number in range(1, parts + 1)
    )
    return _sitemap("sitemapindex", maps)


def sitemap(newsroom: Newsroom, number: int) -> str | None:
    """Return the sitemap *number*, counted from 1, or None if there is none."""
    listing = newsroom.chronicle()
    start = (number - 1) * SITEMAP_ADDRESSES
    if not 0 <= start < len(listing):
        return None
    rows = "\n".join(
        f"<url><loc>{newsroom.url(key)}</loc>"
        f"<lastmod>{newsroom.last_changed(key).isoformat()}</lastmod></url>"
        for key in listing.part(start, SITEMAP_ADDRESSES)
    )
    return _sitemap("urlset", rows)


def _sitemap(root: str, rows: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</{root}>\n'
    )
