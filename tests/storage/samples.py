"""Records for the tests of the store, and a glance behind its API."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from newscrawl.items import Article, Teaser
from newscrawl.storage import ArticleStore

NOW = datetime(2031, 3, 4, 20, tzinfo=UTC)
BAKU = timezone(timedelta(hours=4))


def article(number: int = 1, **fields: Any) -> Article:
    """The least that can be stored."""
    least: dict[str, Any] = {
        "id": f"harbour_post:en:{number}",
        "url": f"https://harbour-post.example/eastport/{number}/",
        "outlet": "harbour_post",
        "country": "AZ",
        "language": "en",
        "headline": f"Flood gates close, part {number}",
        "date": datetime(2031, 3, 4, 18, 5, tzinfo=BAKU),
        "date_precision": "minute",
        "body": "The river rose.\n\nThe gates closed.",
        "content_hash": f"{number:032x}",
        "story": fields.get("id", f"harbour_post:en:{number}"),  # as it is of what is no copy
    }
    return Article(**{**least, **fields})


def full_article() -> Article:
    """A record that leaves no field at its default, with letters that are easily lost."""
    return article(
        schema_version="7",
        section="ŞƏHƏR / ԲԱԲ",
        headline="İstanbul’da “sel” — ῼ 𝒜 👩‍👩‍👧 Ɫ;\u2028ı",
        date=datetime(2031, 3, 4, 18, 5, 59, 120, tzinfo=timezone(timedelta(hours=3, minutes=30))),
        date_precision="second",
        date_raw="۱۳ اسفند ۱۴۰۹",
        date_modified=datetime(2031, 3, 5, tzinfo=UTC),
        byline='Ада Квіл; O\'Neil \\ "Bob"',
        authors=["Ада Квіл", 'O\'Neil \\ "Bob"', "Zoë; Ђ"],
        agency="Гавань-Пресс",
        body="Բարեւ։\n\nتهران، نیم‌فاصله\nтекст\ttab",
        tags=["Порт", "Bakı", "порт 2"],
        summary="%s :name ? --",
        image="https://harbour-post.example/ø.jpg?a=1&b=2",
        alternates={"ru": "https://harbour-post.example/ру/", "hy": "https://h.example/"},
        duplicate_of="harbour_post:en:0",
        story="harbour_post:en:1",
        removed_at=NOW,
        evidence={"headline": "css", "date": "json-ld"},
        rights={"licence": None, "robots": ["noai", "ə"], "mining": {"reserved": True}},
        fetched_at=NOW,
    )


def teaser(number: int = 1, **fields: Any) -> Teaser:
    least: dict[str, Any] = {
        "id": f"harbour_post:en:{number}",
        "url": f"https://harbour-post.example/eastport/{number}/",
        "language": "en",
        "source": "listing",
    }
    return Teaser(**{**least, **fields})


def rows(store: ArticleStore, query: str) -> Sequence[Sequence[Any]]:
    """What an analyst's query finds: lists as JSON, instants as ISO 8601, whatever the database."""
    with store.reading() as connection:
        return [tuple(map(_plain, row)) for row in connection.exec_driver_sql(query)]


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
