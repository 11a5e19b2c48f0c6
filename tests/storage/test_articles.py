import random
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from string import ascii_letters
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newscrawl.items import Article
from newscrawl.storage import ArticleStore, Saved
from newscrawl.storage.schema import articles
from tests.storage.samples import NOW, article, full_article, rows

LATER = NOW + timedelta(days=1)


def test_every_field_comes_back_as_it_was_saved(store: ArticleStore) -> None:
    saved = full_article()
    for field in fields(Article):
        if field.name not in ("id", "revision"):
            assert getattr(saved, field.name) != field.default, f"the sample leaves {field.name}"

    store.save(saved, now=NOW)

    found = store.get(saved.id)
    assert found == saved
    assert found is not None
    assert found.to_json() == saved.to_json()


def test_what_is_missing_comes_back_missing(store: ArticleStore) -> None:
    store.save(article(), now=NOW)
    assert store.get("harbour_post:en:1") == article()
    assert store.get("harbour_post:en:2") is None


def test_columns_stand_in_the_order_of_the_record() -> None:
    columns = [column.name for column in articles.c if column.name not in ("number", "date_utc")]
    assert columns == [f.name for f in fields(Article) if f.name not in ("authors", "tags")]


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
_INSTANT = st.datetimes(
    datetime.fromisoformat("0001-01-02"),  # of the year 1 in UTC, too
    datetime.fromisoformat("9999-12-30"),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    headline=_TEXT,
    body=_TEXT,
    names=st.lists(_TEXT, unique=True),
    instant=_INSTANT,
    signals=st.dictionaries(_TEXT, st.none() | st.booleans() | st.integers() | _TEXT),
)
def test_any_text_and_any_instant_come_back(
    store: ArticleStore,
    headline: str,
    body: str,
    names: list[str],
    instant: datetime,
    signals: dict[str, object],
) -> None:
    saved = article(
        headline=headline,
        body=body,
        authors=names,
        tags=names,
        date=instant,
        rights=signals,
        content_hash=None,
    )
    saved.id = f"harbour_post:en:{store.count()}"
    store.save(saved, now=NOW)
    found = store.get(saved.id)
    assert found == saved
    assert found.to_json() == saved.to_json()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", None),
        ("headline", ""),
        ("body", None),
        ("body", ""),
        ("url", ""),
        ("id", ""),
        ("date", None),
        ("date", datetime(2031, 3, 4)),  # noqa: DTZ001 - what must be refused
        ("date_precision", None),
        ("date_precision", "hour"),
        ("body", "half a character: \ud83d"),
        ("body", "NUL: \0"),
        ("tags", ["Port\0"]),
        ("date", datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))),
        ("date", datetime.max.replace(tzinfo=timezone(timedelta(hours=-10)))),
    ],
)
def test_an_article_that_breaks_the_record_is_refused_and_leaves_nothing(
    store: ArticleStore, field: str, value: Any
) -> None:
    with pytest.raises(ValueError, match=": "):
        store.save(article(**{field: value}), now=NOW)
    assert store.count() == 0
    assert rows(store, "SELECT * FROM revisions") == rows(store, "SELECT * FROM ledger") == []
    assert store.save(article(), now=NOW).outcome == "new"


def test_a_text_that_is_saved_twice_is_stored_once(store: ArticleStore) -> None:
    assert store.save(article(), now=NOW) == Saved("new", 1, 1)
    again = article(evidence={"headline": "css"}, rights={"robots": "noai"}, fetched_at=LATER)
    assert store.save(again, now=LATER) == Saved("unchanged", 1, 1)
    assert store.get(again.id) == article()
    assert rows(store, "SELECT seq FROM revisions") == [(1,)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "Flood gates open"),
        ("body", "The river fell."),
        ("date", datetime(2031, 3, 4, 18, 6, tzinfo=UTC)),
        ("byline", "Ada Quill"),
        ("authors", ["Ada Quill"]),
        ("agency", "Harbour Wire"),
        ("tags", ["Port"]),
        ("summary", "Dry again."),
    ],
)
def test_a_change_that_a_reader_sees_is_a_revision(
    store: ArticleStore, field: str, value: Any
) -> None:
    store.save(article(), now=NOW)
    changed = article(**{field: value})
    assert store.save(changed, now=LATER) == Saved("revised", 2, 2)
    assert changed.revision == 2
    assert store.get(changed.id) == changed
    assert rows(store, "SELECT changed FROM revisions ORDER BY seq") == [
        ("[]",),
        (f'["{field}"]',),
    ]


def test_what_a_revision_replaced_is_kept_whole(store: ArticleStore) -> None:
    first = full_article()
    second = replace(first, headline="Second", tags=["other"], authors=[])
    third = replace(second, body="Third", authors=["Bo"])
    texts = [replace(text) for text in (first, second, third)]
    for text in texts:
        store.save(text, now=NOW)
    assert [text.revision for text in texts] == [1, 2, 3]
    assert store.revisions_after(0, 10) == list(enumerate(texts, start=1))
    assert store.revisions_after(1, 1) == [(2, texts[1])]
    assert store.get(first.id) == texts[2]


def test_a_long_address_of_a_picture_is_no_reason_to_refuse_an_article(
    store: ArticleStore,
) -> None:
    signed = "".join(random.Random(1).choices(ascii_letters, k=6000))
    saved = article(image=f"https://harbour-post.example/flood.jpg?signature={signed}")
    store.save(saved, now=NOW)
    assert store.get(saved.id) == saved


def test_an_article_that_changes_back_is_a_revision_again(store: ArticleStore) -> None:
    for body in ("One.", "Two.", "One."):
        store.save(article(body=body), now=NOW)
    bodies = [text.body for _, text in store.revisions_after(0, 10)]
    assert bodies == ["One.", "Two.", "One."]


def test_the_hour_that_a_clock_change_repeats_is_no_change(store: ArticleStore) -> None:
    repeated = datetime(2015, 11, 8, 3, 30, fold=1, tzinfo=ZoneInfo("Europe/Istanbul"))
    store.save(article(date=repeated), now=NOW)
    assert store.save(article(date=repeated), now=NOW).outcome == "unchanged"


def test_texts_are_numbered_in_the_order_they_are_stored(store: ArticleStore) -> None:
    seqs = [store.save(article(number), now=NOW).seq for number in (3, 1, 2)]
    assert seqs == [1, 2, 3]
    assert [text.id[-1] for _, text in store.revisions_after(0, 10)] == ["3", "1", "2"]


def test_dates_sort_by_the_moment_not_by_the_clock_on_the_wall(store: ArticleStore) -> None:
    east = datetime(2031, 3, 4, 23, tzinfo=timezone(timedelta(hours=14)))
    west = datetime(2031, 3, 4, 10, tzinfo=timezone(timedelta(hours=-10)))
    store.save(article(1, date=west), now=NOW)
    store.save(article(2, date=east), now=NOW)
    found = rows(store, "SELECT id, date, date_utc FROM articles ORDER BY date_utc")
    assert found == [
        ("harbour_post:en:2", "2031-03-04T23:00:00+14:00", "2031-03-04T09:00:00+00:00"),
        ("harbour_post:en:1", "2031-03-04T10:00:00-10:00", "2031-03-04T20:00:00+00:00"),
    ]


def test_the_analysts_view_has_one_readable_row_an_article(store: ArticleStore) -> None:
    body = "Three short words\nand four more words.\n\nLast line."
    store.save(article(authors=["Ada Quill", "Bo"], tags=["Port", "Flood"], body=body), now=NOW)
    store.save(article(2), now=NOW)
    columns = "id, date, authors, tags, words, body"
    assert rows(store, f"SELECT {columns} FROM readable_articles ORDER BY id") == [
        (
            "harbour_post:en:1",
            "2031-03-04T18:05:00+04:00",
            "Ada Quill; Bo",
            "Port; Flood",
            len(body.split()),
            body,
        ),
        ("harbour_post:en:2", "2031-03-04T18:05:00+04:00", None, None, 6, article(2).body),
    ]


def test_a_removed_article_takes_all_that_is_its_own_with_it(store: ArticleStore) -> None:
    store.save(article(authors=["Ada Quill"], tags=["Port"]), now=NOW)
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM articles")
    for table in ("authors", "tags", "revisions", "readable_articles"):
        assert rows(store, f"SELECT * FROM {table}") == []
    assert store.search("river") == []
