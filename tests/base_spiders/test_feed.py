from dataclasses import replace

import pytest

from newscrawl.base_spiders import Edition, FeedSpider
from newscrawl.base_spiders.feed import FEED_ACCEPT
from newscrawl.feeds import read_feed
from newscrawl.items import Teaser
from tests.base_spiders.invented import (
    ARTICLE_URL,
    HARBOUR,
    SITE,
    answer,
    failed,
    failures,
    spider_of,
    teasers,
)


class HarbourFeedSpider(FeedSpider):
    name = "harbour_post"
    allowed_domains = ["harbour-post.example"]
    outlet = HARBOUR
    ways = ("feed",)
    article_url = ARTICLE_URL
    feeds = (f"{SITE}/rss",)


class MovedFeedSpider(HarbourFeedSpider):
    outlet = replace(HARBOUR, editions=(Edition("en"), Edition("pt", ("pt", "por"))))
    feeds = (SITE + "/{prefix}rss",)


class FullTextSpider(HarbourFeedSpider):
    full_text_feed = True


def rss(*items: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Post</title>'
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def read(feed: str, spider: FeedSpider | None = None) -> list[Teaser]:
    spider = spider or spider_of(HarbourFeedSpider)
    (request,) = spider.start_feed()
    return teasers(spider.parse_feed(answer(request, feed)))


def test_an_entry_says_what_its_article_may_not() -> None:
    (teaser,) = read(
        rss(
            f"<link>{SITE}/news/gates</link><title>Gates &amp;amp; locks</title>"
            "<pubDate>Sun, 16 Nov 2025 09:30:00 +0000</pubDate><category>Port</category>"
            "<description>&lt;p&gt;The gates close.&lt;/p&gt;</description>"
            "<dc:creator>Ada Quill</dc:creator>"
            f'<enclosure url="/gates.jpg" type="image/jpeg"/>'
        )
    )
    assert teaser.headline == "Gates & locks"
    assert teaser.date is not None
    assert teaser.date.isoformat() == "2025-11-16T09:30:00+00:00"
    assert (teaser.summary, teaser.byline, teaser.tags) == (
        "The gates close.",
        "Ada Quill",
        ("Port",),
    )
    assert teaser.image == f"{SITE}/gates.jpg"
    assert teaser.body is None


@pytest.mark.parametrize("guid", ["<guid>https://harbour-post.example/news/</guid>", ""])
def test_entries_are_told_apart_by_their_links_alone(guid: str) -> None:
    items = [f"{guid}<link>{SITE}/news/{name}</link>" for name in ("a1", "b2")]
    assert [t.id for t in read(rss(*items))] == ["harbour_post:en:a1", "harbour_post:en:b2"]


def test_relative_links_start_at_the_feed() -> None:
    assert [t.url for t in read(rss("<link>/news/a1</link>"))] == [f"{SITE}/news/a1"]


@pytest.mark.parametrize(
    "title",
    [
        "<![CDATA[<![CDATA[Gates close]]]]><![CDATA[>]]>",
        "<![CDATA[ &lt;![CDATA[Gates close]]&gt; ]]>",
        "&lt;![CDATA[Gates close]]&gt;",
    ],
)
def test_a_title_in_two_wrappings_is_unwrapped(title: str) -> None:
    item = f"<link>/news/a1</link><title>{title}</title>"
    assert [t.headline for t in read(rss(item))] == ["Gates close"]


def test_what_is_no_article_of_the_outlet_is_left_out() -> None:
    assert read(rss(f"<link>{SITE}/rates</link>", "<title>No link</title>")) == []


def test_rss_1_dates_are_dates_of_publication_but_atom_changes_are_none() -> None:
    item = "<link>/news/a1</link><dc:date>2025-11-16T09:30:00+01:00</dc:date>"
    assert [t.date_raw for t in read(rss(item))] == ["2025-11-16T09:30:00+01:00"]
    atom = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>'
        f'<link href="{SITE}/news/a1"/><updated>2025-11-16T09:30:00Z</updated></entry></feed>'
    )
    assert [t.date for t in read(atom)] == [None]


def test_a_feed_of_whole_texts_gives_the_body() -> None:
    text = "&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;"
    end = "&lt;p&gt;The post Gates first appeared on Harbour Post.&lt;/p&gt;"
    item = f"<link>/news/a1</link><content:encoded>{text}{end}</content:encoded>"
    assert [t.body for t in read(rss(item), spider_of(FullTextSpider))] == ["One.\n\nTwo & three."]
    assert [t.body for t in read(rss(item))] == [None]


def test_a_json_feed_is_a_feed() -> None:
    spider = spider_of(FullTextSpider)
    (request,) = spider.start_feed()
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {
                "id": "1",
                "url": f"{SITE}/pt/news/a1",
                "title": "Comportas",
                "date_published": "2025-11-16T09:30:00Z",
                "content_html": "<p>Um.</p><p>Dois.</p>",
                "authors": [{"name": "Ada Quill"}],
                "tags": ["Porto"],
            },
            "nonsense",
        ],
    }
    (teaser,) = teasers(spider.parse_feed(answer(request, feed)))
    assert (teaser.language, teaser.headline, teaser.body) == ("pt", "Comportas", "Um.\n\nDois.")
    assert (teaser.byline, teaser.tags) == ("Ada Quill", ("Porto",))


def test_half_a_character_in_a_feed_spoils_nothing_else() -> None:
    spider = spider_of(FullTextSpider)
    (request,) = spider.start_feed()
    item = {
        "url": f"{SITE}/pt/news/a1",
        "title": "Comportas \ud83d",
        "content_html": "<p>Um.\ud83d</p>\0",
        "image": f"{SITE}/a1.jpg\ud83d",
        "tags": ["Porto\ud83d"],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [item]}
    (teaser,) = teasers(spider.parse_feed(answer(request, feed)))
    assert (teaser.headline, teaser.body, teaser.tags) == ("Comportas", "Um.", ("Porto",))
    assert teaser.image == f"{SITE}/a1.jpg"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><title>Harbour Post</title><p>Welcome</p></html>", "no feed"),
        ("", "no feed"),
        ('{"version": "2.0", "items": []}', "no feed"),
        ("{" * 5000, "no feed"),
        (rss(), "empty feed"),
        (rss("<title>Without a link</title>"), "empty feed"),
    ],
)
def test_what_is_no_feed_or_holds_nothing_is_a_failed_listing(content: str, reason: str) -> None:
    spider = spider_of(HarbourFeedSpider)
    reasons = failures(spider)
    assert read(content, spider) == []
    assert reasons == [reason]


def test_an_entry_without_a_link_is_not_an_entry() -> None:
    with pytest.raises(ValueError, match="empty feed"):
        read_feed(rss("<title>A</title>").encode(), SITE)


@pytest.mark.parametrize(
    ("description", "summary"),
    [
        ("The gates close. The post Gates appeared first on Harbour.", "The gates close."),
        ("The post Gates first appeared on Harbour.", None),
        ("The gates of the harb...", None),
        ("The gates close. […]", None),
        ("The gates close.", "The gates close."),
    ],
)
def test_a_summary_is_what_the_outlet_wrote_and_is_not_cut_off(
    description: str, summary: str | None
) -> None:
    feed = rss(f"<link>/a</link><description>{description}</description>")
    assert read_feed(feed.encode(), SITE)[0].summary == summary


def test_a_feed_is_asked_for_as_one_wherever_it_is_sought() -> None:
    spider = spider_of(MovedFeedSpider, editions="pt")
    (request,) = spider.start_feed()
    (again,) = spider.request_failed(failed(request, 404))
    assert [request.url, again.url] == [f"{SITE}/pt/rss", f"{SITE}/por/rss"]
    for each in (request, again):
        assert each.headers["Accept"] == FEED_ACCEPT.encode()
