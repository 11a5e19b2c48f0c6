from datetime import timedelta

from newscrawl.items import Article
from newscrawl.runs.tally import Tally
from tests.runs.samples import NOW

DAY = timedelta(days=1)


def article(**others: object) -> Article:
    known = {"id": "a:en:x", "url": "", "outlet": "a", "country": "AZ", "language": "en"}
    return Article(**{**known, **others})  # type: ignore[arg-type]


def test_an_article_that_claims_to_be_of_the_future_is_not_the_newest() -> None:
    tally = Tally()
    tally.add(article(date=NOW + DAY), stored=True, now=NOW)
    assert tally.newest is None
    tally.add(article(date=NOW - DAY), stored=True, now=NOW)
    tally.add(article(date=NOW + DAY), stored=True, now=NOW)
    tally.add(article(date=NOW - 2 * DAY), stored=True, now=NOW)
    assert tally.newest == NOW - DAY


def test_fields_count_in_all_articles_and_days_in_those_that_are_stored() -> None:
    tally = Tally()
    tally.add(article(date=NOW, evidence={"date": "css"}), stored=True, now=NOW)
    tally.add(article(date=NOW, headline="Gates", tags=[]), stored=False, now=NOW)
    assert tally.articles == 2
    assert tally.fields == {"date": 2, "headline": 1}
    assert tally.selected == {"date": 1}
    assert tally.days == {"2031-03-04": 1}


def test_what_was_there_before_the_run_before_says_nothing_of_how_long_articles_take() -> None:
    tally = Tally(since=NOW - timedelta(hours=1))
    for minutes, precision in ((10, "minute"), (20, "minute"), (30, "day"), (90, "minute")):
        date = NOW - timedelta(minutes=minutes)
        tally.add(article(date=date, date_precision=precision), stored=True, now=NOW)
    assert tally.latencies == {"articles": 2, "median": 10, "p90": 20}
