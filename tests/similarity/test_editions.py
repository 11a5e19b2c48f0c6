"""Links between the languages of one outlet."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newscrawl.items import Article
from newscrawl.similarity import same_story

NOON = datetime(2026, 10, 1, 12, tzinfo=ZoneInfo("Asia/Baku"))
DAY = timedelta(hours=24)


def article(language: str, key: str, **fields: Any) -> Article:
    return Article(
        **{
            "id": f"harbour:{language}:{key}",
            "url": f"https://harbour.example/{language}/{key}",
            "outlet": "harbour",
            "country": "AZ",
            "language": language,
            "date": NOON,
            "date_precision": "minute",
            **fields,
        }
    )


ENGLISH = article("en", "101", image="https://harbour.example/gates.jpg")
RUSSIAN = article("ru", "202", image="https://harbour.example/pier.jpg")


def test_an_address_among_the_alternates_of_either_links_two_articles_of_any_date() -> None:
    naming = replace(RUSSIAN, alternates={"en": ENGLISH.url}, date=NOON + 90 * DAY)

    assert same_story(ENGLISH, naming, within=DAY) == "alternates"
    assert same_story(naming, ENGLISH, within=DAY) == "alternates"
    assert same_story(ENGLISH, RUSSIAN, within=DAY) is None


def test_the_same_picture_links_articles_of_about_one_time_unless_many_have_it() -> None:
    pictured = replace(RUSSIAN, image=ENGLISH.image, date=NOON + DAY)

    assert same_story(ENGLISH, pictured, within=DAY) == "image"
    assert same_story(ENGLISH, pictured, within=DAY / 2) is None
    assert same_story(ENGLISH, pictured, within=DAY, stock=[str(ENGLISH.image)]) is None


@pytest.mark.parametrize(
    ("slug", "link"), [("flood-gates-close", "slug"), ("4711", None), ("news-12", None)]
)
def test_the_same_slug_links_if_it_is_a_text(slug: str, link: str | None) -> None:
    assert same_story(article("en", slug), article("ru", slug), within=DAY) == link
    assert same_story(article("en", slug), article("ru", f"{slug}-x"), within=DAY) is None


def test_what_is_known_to_the_day_may_be_a_day_further_away() -> None:
    one = article("en", "flood-gates-close")
    other = article("ru", "flood-gates-close", date=NOON - DAY * 1.5)

    assert same_story(one, other, within=DAY) is None
    assert same_story(one, replace(other, date_precision="day"), within=DAY) == "slug"
    assert same_story(one, replace(other, date=None), within=DAY) is None


def test_two_outlets_or_two_articles_in_one_language_are_not_linked() -> None:
    slug = "flood-gates-close"

    assert same_story(article("en", slug), article("en", slug), within=DAY) is None
    assert same_story(article("en", slug), article("ru", slug, outlet="pier"), within=DAY) is None
