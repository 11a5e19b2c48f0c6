import logging
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from lxml.html import HtmlElement, document_fromstring

from newscrawl.items import Teaser
from newscrawl.loaders import ArticleLoader
from newscrawl.selectors import ArticleSelectors, find

BAKU = ZoneInfo("Asia/Baku")
URL = "https://lantern.example/en/x"
PAGE = """<h1 class=t>  </h1><h2>Bridge <i>opens</i></h2><time>soon</time>
<div class=b><p>One.</p><div class=b><p>Two.</p></div><p>Advert</p><p class=x>Gone.</p></div>"""


class Counts(dict[str, int]):
    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] = self.get(key, 0) + count


def loader(page: str = PAGE, stats: Counts | None = None) -> ArticleLoader:
    root: HtmlElement = document_fromstring(page)
    return ArticleLoader(
        root=root, url=URL, zone=BAKU, now=datetime(2025, 10, 14, tzinfo=UTC),
        languages=("en",), own_names=("The Lantern",), stats=stats,
    )  # fmt: skip


def load(filled: ArticleLoader) -> dict[str, object]:
    return vars(filled.load_article(id="l:en:x", outlet="l", country="AZ", edition="en"))


def test_the_first_selector_that_finds_text_is_kept_and_counted() -> None:
    stats = Counts()
    filled = loader(stats=stats)
    filled.add_selectors(ArticleSelectors(headline=("h1.t", "//h2", "h3")))
    article = load(filled)
    assert article["headline"] == "Bridge opens"
    assert article["evidence"] == {"headline": "xpath"}
    assert stats == {"newscrawl/selector/headline///h2": 1}


def test_nested_containers_give_each_paragraph_once_without_noise() -> None:
    filled = loader()
    filled.add_selectors(ArticleSelectors(body=".b", without=(".x",), noise="advert"))
    assert load(filled)["body"] == "One.\n\nTwo."


def test_a_date_that_cannot_be_read_is_missing_counted_and_logged_with_its_address(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stats = Counts()
    filled = loader(stats=stats)
    with caplog.at_level(logging.WARNING):
        filled.add_selectors(ArticleSelectors(date="time"))
    assert load(filled)["date"] is None
    assert stats["newscrawl/field/date/unreadable"] == 1
    assert URL in caplog.text
    assert "'soon'" in caplog.text


def test_a_teaser_fills_what_the_page_leaves_open_and_no_more() -> None:
    filled = loader()
    filled.add_selectors(ArticleSelectors(headline="h2"))
    date = datetime(2025, 10, 13, 10, 23, tzinfo=BAKU)
    filled.add_teaser(
        Teaser("l:en:x", URL, "en", "feed", headline="Other", date=date, date_precision="minute",
               date_raw="13 Oct", tags=("a", "A", "b"))
    )  # fmt: skip
    article = load(filled)
    assert article["headline"] == "Bridge opens"
    assert (article["date"], article["date_raw"]) == (date, "13 Oct")
    assert article["tags"] == ["a", "b"]
    assert article["evidence"] == {"headline": "css", "date": "feed", "tags": "feed"}


def test_a_picture_may_stand_in_a_style() -> None:
    filled = loader("<div class=c style=\"background: url( '/i/1.webp' ) no-repeat\"></div>")
    filled.add_selectors(ArticleSelectors(image=".c::attr(style)"))
    assert load(filled)["image"] == "https://lantern.example/i/1.webp"


def test_a_selector_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match=r"selector 'h1\[\['"):
        find(document_fromstring(PAGE), "h1[[")


def test_a_day_gets_its_time_from_who_tells_it() -> None:
    filled = loader("<time>13 October 2025</time><b>13 October 2025 10:23</b>")
    filled.add_selectors(ArticleSelectors(date=("time", "b")))
    article = load(filled)
    assert str(article["date"]) == "2025-10-13 10:23:00+04:00"
    assert (article["date_precision"], article["date_raw"]) == ("minute", "13 October 2025 10:23")


def test_the_time_of_another_day_is_none_of_this() -> None:
    filled = loader("<time>13 October 2025</time><b>12 October 2025 10:23</b>")
    filled.add_selectors(ArticleSelectors(date="time"))
    said = datetime(2025, 10, 12, 6, 23, tzinfo=UTC)
    filled.add_teaser(
        Teaser("l:en:x", URL, "en", "feed", date=said, date_precision="second", date_raw="said")
    )
    article = load(filled)
    assert (str(article["date"]), article["evidence"]) == (
        "2025-10-13 00:00:00+04:00",
        {"date": "css"},
    )


def test_a_feed_tells_the_time_of_a_printed_day() -> None:
    filled = loader("<time>13 October 2025</time>")
    filled.add_selectors(ArticleSelectors(date="time"))
    said = datetime(2025, 10, 13, 6, 23, tzinfo=BAKU)
    filled.add_teaser(
        Teaser("l:en:x", URL, "en", "feed", date=said, date_precision="second", date_raw="said")
    )
    article = load(filled)
    assert (article["date"], article["evidence"]) == (said, {"date": "feed"})


def test_the_headline_and_the_date_are_no_paragraphs_of_the_text() -> None:
    filled = loader(
        "<div class=b><h1>Bridge opens</h1><p>13 October 2025 10:23</p><p>One.</p>"
        "<p>Bridge opens</p></div>"
    )
    filled.add_selectors(ArticleSelectors(headline="h1", date=".b > p", body=".b"))
    assert load(filled)["body"] == "One.\n\nBridge opens"
