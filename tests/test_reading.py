"""What is known of an outlet decides how its pages are read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml.html import document_fromstring

from newscrawl.identities import ArticlePattern
from newscrawl.items import Edition, Outlet
from newscrawl.reading import Profile, read_article
from newscrawl.selectors import ArticleSelectors

URL = "https://lantern.example/en/post/gates"
OUTLET = Outlet("The Lantern", "GE", "Asia/Tbilisi", (Edition("en", ("en",)),))
PATTERN = ArticlePattern(
    "lantern", r"https://lantern\.example/(?P<edition>en)/post/(?P<key>[a-z-]+)", OUTLET.editions
)


@pytest.mark.parametrize(
    ("day_first", "date"),
    [(None, None), (True, "2024-09-01T00:00:00+04:00"), (False, "2024-01-09T00:00:00+04:00")],
)
@pytest.mark.parametrize("selectors", [ArticleSelectors(date=".when"), ArticleSelectors()])
def test_an_outlet_may_say_in_which_order_it_prints_day_and_month(
    day_first: bool | None, date: str | None, selectors: ArticleSelectors
) -> None:
    page = document_fromstring("<h1>The flood gates close</h1><p class='when date'>01/09/2024</p>")
    profile = Profile("lantern", replace(OUTLET, day_first=day_first), PATTERN, selectors)
    article = read_article(page, URL, profile=profile, now=datetime(2024, 9, 2, tzinfo=UTC))
    assert (article.date and article.date.isoformat()) == date
