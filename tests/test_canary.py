from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newscrawl.canary import compare, sampled
from newscrawl.items import Article

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
TEXT = "The gates of the harbour closed at dusk, and the ferries waited until the morning came."


def article(**fields: Any) -> Article:
    return Article(id="a", url="", outlet="", country="", language="", **fields)


@pytest.mark.parametrize(
    ("field", "one", "other", "verdict"),
    [
        ("headline", "Gates “close”", "gates close!", "agree"),
        ("headline", "Gates close", "Gates close | Harbour Post", "differ"),
        ("headline", "Gates close", None, "only_selectors"),
        ("headline", None, "Gates close", "only_page"),
        ("authors", ["Ada Quill", "Tom Reed"], ["Tom Reed", "ADA QUILL"], "agree"),
        ("authors", ["Ada Quill"], ["Ada Quill", "Tom Reed"], "differ"),
        ("tags", ["Port", "Weather"], ["port", "Ferries", "Weather"], "agree"),
        ("tags", ["Port", "Weather"], ["World", "Region"], "differ"),
        ("body", TEXT, f"{TEXT}\n\nViews: 12", "agree"),
        ("body", TEXT, "Read also: what the harbour master said of the gates.", "differ"),
        ("body", "Gates close", "Gates close", "agree"),
    ],
)
def test_fields_are_compared_each_in_its_own_way(
    field: str, one: Any, other: Any, verdict: str
) -> None:
    assert compare(article(**{field: one}), article(**{field: other})) == {field: verdict}


@pytest.mark.parametrize(
    ("later", "precision", "verdict"),
    [
        (timedelta(seconds=59), "minute", "agree"),
        (timedelta(minutes=2), "minute", "differ"),
        (timedelta(hours=-12), "day", "agree"),
        (timedelta(hours=-36), "day", "differ"),
    ],
)
def test_dates_agree_to_what_was_read_of_them(
    later: timedelta, precision: str, verdict: str
) -> None:
    one = article(date=NOON, date_precision="minute")
    other = article(date=NOON + later, date_precision=precision)
    assert compare(one, other) == compare(other, one) == {"date": verdict}


def test_what_neither_has_is_not_compared() -> None:
    assert compare(article(), article()) == {}


def test_the_sample_has_the_share_that_was_asked_for_and_does_not_change() -> None:
    ids = [f"harbour:en:story-{number}" for number in range(4000)]
    sample = {id for id in ids if sampled(id, 0.05)}
    assert len(sample) / len(ids) == pytest.approx(0.05, abs=0.015)
    assert sample == {id for id in ids if sampled(id, 0.05)}
    assert sample < {id for id in ids if sampled(id, 0.2)}
