"""Fields that pages leave out, and the selectors that fill them."""

from dataclasses import replace
from datetime import UTC, datetime

from newscrawl.discovery import Source
from newscrawl.feeds import Entry
from newscrawl.probing import FoundFeed, Page, ReadPage, Site, draft_of
from newscrawl.reading import read_unknown

NOW = datetime(2026, 11, 13, 20, tzinfo=UTC)
HOST = "https://lantern.example"
PROSE = (
    "<p>The gates at the harbour closed at dusk, and the ferries waited until morning.</p>"
    "<p>Nobody was told why, said a captain who had brought oranges from the other coast.</p>"
    "<p>The council meets on Monday and wants to hear the keeper of the gates, it said.</p>"
)


def page(number: int, head: str, body: str) -> ReadPage:
    text = f"<html lang=en><head>{head}</head><body><main>{body}{PROSE}</main></body></html>"
    url = f"{HOST}/news/{4100 + number}"
    found = Page(url, NOW, text.encode(), text)
    return ReadPage(found, read_unknown(found.root, url, now=NOW))


def site(pages: list[ReadPage]) -> Site:
    entries = tuple(
        Entry(each.page.url, title=told(number)[4:-5]) for number, each in enumerate(pages, 1)
    )
    feed = Page(f"{HOST}/rss", NOW, b"")
    front = Page(f"{HOST}/news/", NOW, b"<html>", "<html><body><p>News</p></body></html>")
    return Site(
        front,
        feeds=(FoundFeed(Source(feed.url, "feed", "a usual address"), feed, entries),),
        articles=tuple(pages),
    )


def told(number: int) -> str:
    return f"<h1>Harbour gates close for the {number}th time</h1>"


def test_what_pages_state_needs_no_selector() -> None:
    when = "<meta property='article:published_time' content='2026-11-13T18:40:00+04:00'>"
    draft = draft_of(site([page(n, when, told(n)) for n in (1, 2)]), "lantern")
    assert draft.gaps == ()
    assert "selectors" not in draft.source


def test_a_headline_that_lists_give_otherwise_gets_a_selector() -> None:
    when = "<meta property='article:published_time' content='2026-11-13T18:40:00+04:00'>"
    wrong = "<meta property='og:title' content='All the news of the coast, every day'>"
    state = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The coast '
    pages = [
        page(
            n,
            f'{when}{wrong}{state}in brief"}}</script>',
            f"<h1>The coast in brief</h1><h2 class=story-title>{told(n)[4:-5]}</h2>",
        )
        for n in (1, 2)
    ]
    draft = draft_of(site(pages), "lantern")
    (gap,) = draft.gaps
    assert (gap.field, gap.selector) == ("headline", "h2.story-title")
    assert 'selectors = ArticleSelectors(headline="h2.story-title")' in draft.source


def test_a_gap_that_nothing_fills_is_told_and_not_drafted() -> None:
    draft = draft_of(site([page(n, "", told(n)) for n in (1, 2)]), "lantern")
    (gap,) = draft.gaps
    assert (gap.field, gap.selector, gap.reason) == ("date", None, "no date can be read")
    assert "selectors" not in draft.source


def test_the_draft_stays_short_whatever_there_is() -> None:
    pages = [page(n, "", told(n)) for n in (1, 2)]
    whole = site(pages)
    links = "".join(f"<li><a href=/news/{4100 + n}>{told(n)[4:-5]}</a>" for n in (1, 2, 3))
    text = f"<html><main><ul class=list>{links}</ul></main></html>"
    front = Page(f"{HOST}/{'news-of-the-coast-' * 4}/", NOW, text.encode(), text)
    draft = draft_of(replace(whole, front=front), "lantern")
    assert [way.name for way in draft.ways] == ["feed", "listing"]
    assert len(draft.source.splitlines()) < 25
