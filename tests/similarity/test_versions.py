"""Whether one record of an outlet can have become the other."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newscrawl.items import Article
from newscrawl.similarity import may_be_versions

NOON = datetime(2026, 10, 1, 12, tzinfo=ZoneInfo("Asia/Baku"))
STORY = (
    "The flood gates at the harbour closed at dusk on Tuesday after the river had risen by two "
    "metres in one night, the port authority of Eastport said. Forty boats were moved before that."
)
OTHER = (
    "Pupils of the oldest school in Northgate have found a letter from 1891 behind a wall of the "
    "library, which was being painted during the holidays. Its writer asks for a walnut tree."
)


def article(headline: str, body: str, **fields: Any) -> Article:
    return Article(
        **{
            "id": "harbour:en:x",
            "url": "https://harbour.example/x",
            "outlet": "harbour",
            "country": "AZ",
            "language": "en",
            "headline": headline,
            "body": body,
            "date": NOON,
            "date_precision": "minute",
            **fields,
        }
    )


LATER: dict[str, Any] = {"date": NOON + timedelta(days=3)}


@pytest.mark.parametrize(
    ("new", "may"),
    [
        (article("Gates close", STORY, **LATER), True),
        (article("Harbour shut for the night", STORY, **LATER), True),
        (article("Gates close", f"{STORY} They opened again on Thursday.", **LATER), True),
        (article("Gates close", OTHER), True),
        (article("Gates close", OTHER, **LATER), False),
        (article("Letter found", OTHER), False),
        (article("Letter found", "It is from 1891."), False),
        (article("Letter found", STORY.replace("Forty", "Ninety").replace("two", "five")), True),
        (article("Gates close", "They did.", **LATER), False),
        (article("", ""), False),
    ],
)
def test_a_version_has_the_text_or_the_headline_at_the_same_time(new: Article, may: bool) -> None:
    old = article("Gates close", STORY)
    assert may_be_versions(old, new) is may
    assert may_be_versions(new, old) is may


def test_the_same_words_are_one_text_however_few() -> None:
    old, new = (article("Gates close", "They did.", content_hash="0" * 32) for _ in range(2))
    new.date = None
    assert may_be_versions(old, new)
